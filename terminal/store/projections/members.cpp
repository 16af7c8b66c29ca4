#include "terminal/store/projections/members.hpp"

#include "terminal/store/rows.hpp"
#include "terminal/store/search_words.hpp"

namespace guitai {
namespace {

void set_member(database::Connection& connection, const MemberProfile& profile)
{
    const std::string phone_reversed{profile.phone.rbegin(), profile.phone.rend()};
    run(connection,
        "INSERT INTO members (member, phone, phone_reversed, name, reading, form_of_address, tier, birthday,"
        " usual_size, note, card, joined_on, account_limit, first_bought_on)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
        " ON CONFLICT (member) DO UPDATE SET phone = ?2, phone_reversed = ?3, name = ?4, reading = ?5,"
        " form_of_address = ?6, tier = ?7, birthday = ?8, usual_size = ?9, note = ?10, card = ?11, joined_on = ?12,"
        " account_limit = ?13, first_bought_on = ?14",
        profile.member, profile.phone, phone_reversed, profile.name, profile.reading, profile.form_of_address,
        profile.tier, profile.birthday, profile.usual_size, profile.note, profile.card, profile.joined_on,
        profile.account_limit, profile.first_bought_on);

    database::Statement find{connection, "SELECT id FROM members WHERE member = ?1"};
    find.bind(1, profile.member.text);
    if (!find.step()) return;
    const std::int64_t id{find.integer(0)};
    run(connection, "DELETE FROM member_words WHERE rowid = ?1", id);
    run(connection, "INSERT INTO member_words (rowid, name, initials) VALUES (?1, ?2, ?3)", id, words_of(profile.name),
        initial_words_of(profile.name));
}

} // namespace

void MembersProjection::apply(database::Connection& connection, const Event& event)
{
    if (const auto* enrolled = std::get_if<MemberEnrolled>(&event.body)) {
        set_member(connection, enrolled->profile);
    } else if (const auto* set = std::get_if<MemberSet>(&event.body)) {
        if (set->source_origin != m_self.till) set_member(connection, set->profile);
    }
}

} // namespace guitai
