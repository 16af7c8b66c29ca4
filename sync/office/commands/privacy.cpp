#include "sync/office/commands/privacy.hpp"

#include "sync/office/erasure.hpp"
#include "sync/office/projections/members.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

Result<MemberId> wanted_member(Office& office, const PersonWanted& wanted)
{
    const auto profile = find_member(office.connection(), wanted.member);
    if (!profile) {
        return refuse("member.not_found", fmt::format("--member '{}' is no number, phone or card", wanted.member));
    }
    return profile->member;
}

Reader reader_of(const PersonWanted& wanted)
{
    return {{wanted.by.empty() ? "guitai-office" : wanted.by}, Role::privacy};
}

} // namespace

Result<std::string> export_member(Office& office, const PersonWanted& wanted)
{
    const auto member = wanted_member(office, wanted);
    if (!member) return refuse(member.error());
    auto copy = copy_of_member(office.connection(), *member, office.now_ms());
    if (!copy) return copy;
    database::Transaction open{office.connection()};
    office.books().journal().lock(open);
    note_copy(office, open, *member, reader_of(wanted));
    open.commit();
    return copy;
}

Result<std::string> erase_for_good(Office& office, const PersonWanted& wanted)
{
    const auto member = wanted_member(office, wanted);
    if (!member) return refuse(member.error());
    {
        database::Transaction open{office.connection()};
        office.books().journal().lock(open);
        if (auto done = erase_member(office, open, *member, reader_of(wanted)); !done) return refuse(done.error());
        open.commit();
    }
    sweep(office.connection(), Sweep::whole);
    return fmt::format("{} erased", member->text);
}

Result<std::string> reset_password(Office& office, const PersonWanted& wanted)
{
    const auto member = wanted_member(office, wanted);
    if (!member) return refuse(member.error());
    database::Transaction open{office.connection()};
    office.books().journal().lock(open);
    if (auto done = take_password_away(office, open, *member, reader_of(wanted)); !done) return refuse(done.error());
    open.commit();
    return fmt::format("{} has no password any more, and chooses one at a counter", member->text);
}

} // namespace guitai::office
