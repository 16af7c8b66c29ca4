#include "sync/office/privacy.hpp"

#include "sync/events/password.hpp"
#include "sync/events/person.hpp"
#include "sync/office/content.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/privacy.hpp"

namespace guitai::office {
namespace {

void note(Office& office, const database::Transaction& open, const MemberId& member, FileAccess access,
          const Reader& reader)
{
    office.say(open, FileAccessTold{member, access, reader.staff, reader.role, {}, office.now_ms(), office_origin, 0},
               reader.staff.text);
}

} // namespace

void tell_privacy(Office& office, const database::Transaction& open, const Event& event)
{
    if (is_erased(office.connection(), person_of(event.body))) return;
    std::visit(Cases{[&](const PasswordChosen& chosen) {
                         office.say(open, PasswordTold{chosen.member, chosen.password, event.origin, event.number});
                     },
                     [&](const FileAccessed& accessed) {
                         office.say(open, FileAccessTold{accessed.member, accessed.access, accessed.staff,
                                                         accessed.role, accessed.store, event.at_ms, event.origin,
                                                         event.number});
                     },
                     [](const auto&) {}},
               event.body);
}

bool has_noted_reading(database::Connection& reads, const MemberId& member, const Reader& reader, std::int64_t now_ms)
{
    const std::int64_t before{last_read_at(reads, member, reader.staff)};
    return before != 0 && now_ms >= before && now_ms - before < same_reading_ms;
}

void note_reading(Office& office, const database::Transaction& open, const MemberId& member, const Reader& reader)
{
    if (has_noted_reading(office.connection(), member, reader, office.now_ms())) return;
    note(office, open, member, FileAccess::read, reader);
}

void note_copy(Office& office, const database::Transaction& open, const MemberId& member, const Reader& reader)
{
    note(office, open, member, FileAccess::copied, reader);
}

Result<void> take_password_away(Office& office, const database::Transaction& open, const MemberId& member,
                                const Reader& reader)
{
    if (!is_member(office.connection(), member)) return refuse("member.not_found", member.text);
    auto known = password_of(office.connection(), member);
    // What locks the file of the number that was merged into hers locks hers.
    for (const MemberId& number : merged_into(office.connection(), member)) {
        if (!known) known = password_of(office.connection(), number);
    }
    if (!known || known->hash.empty()) return refuse("password.none", member.text);
    office.say(open, PasswordTold{member, {{}, next_password_at(known, office.now_ms())}, office_origin, 0},
               reader.staff.text);
    return {};
}

} // namespace guitai::office
