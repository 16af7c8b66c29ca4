#include "terminal/store/projections/members.hpp"

#include "terminal/store/erased_members.hpp"
#include "terminal/store/rows.hpp"
#include "terminal/store/search_words.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace guitai {
namespace {

void put_words(database::Connection& connection, const MemberId& member, const std::string& name)
{
    database::Statement find{connection, "SELECT id FROM members WHERE member = ?1"};
    find.bind(1, member.text);
    if (!find.step()) return;
    const std::int64_t id{find.integer(0)};
    run(connection, "DELETE FROM member_words WHERE rowid = ?1", id);
    run(connection, "INSERT INTO member_words (rowid, name, initials) VALUES (?1, ?2, ?3)", id, words_of(name),
        initial_words_of(name));
}

void put_part(database::Connection& connection, const MemberId& member, ProfilePart part, const std::string& value)
{
    // The words of the parts are the names of their columns.
    run(connection, fmt::format("UPDATE members SET {} = ?2 WHERE member = ?1", word_of(part)), member, value);
    if (part == ProfilePart::name) put_words(connection, member, value);
    if (part == ProfilePart::phone) {
        run(connection, "UPDATE members SET phone_reversed = ?2 WHERE member = ?1", member,
            std::string{value.rbegin(), value.rend()});
    }
}

void set_member(database::Connection& connection, const MemberProfile& profile)
{
    const std::string phone_reversed{profile.phone.rbegin(), profile.phone.rend()};
    run(connection,
        "INSERT INTO members (member, phone, phone_reversed, name, reading, form_of_address, tier, birthday,"
        " usual_size, note, card, joined_on, account_limit, first_bought_on, tier_until, account, generation,"
        " referred_by, merged_into, monthly_use, payday)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)"
        " ON CONFLICT (member) DO UPDATE SET phone = ?2, phone_reversed = ?3, name = ?4, reading = ?5,"
        " form_of_address = ?6, tier = ?7, birthday = ?8, usual_size = ?9, note = ?10, card = ?11, joined_on = ?12,"
        " account_limit = ?13, first_bought_on = ?14, tier_until = ?15, account = ?16, generation = ?17,"
        " referred_by = ?18, merged_into = ?19, monthly_use = ?20, payday = ?21",
        profile.member, profile.phone, phone_reversed, profile.name, profile.reading, profile.form_of_address,
        profile.tier, profile.birthday, profile.usual_size, profile.note, profile.card, profile.joined_on,
        profile.account_limit, profile.first_bought_on, profile.tier_until, profile.account, profile.generation,
        profile.referred_by, profile.merged_into, profile.monthly_use, profile.payday);
    put_words(connection, profile.member, profile.name);
}

// The head office may say what it knew before it heard of these.
void correct_again(database::Connection& connection, const MemberSet& set, TillNumber self)
{
    if (set.source_origin == self) {
        run(connection, "DELETE FROM corrections_unheard WHERE member = ?1 AND number <= ?2", set.profile.member,
            set.source_number);
    }
    std::vector<std::pair<ProfilePart, std::string>> unheard;
    {
        database::Statement find{connection, "SELECT part, value FROM corrections_unheard WHERE member = ?1"
                                             " ORDER BY number"};
        find.bind(1, set.profile.member.text);
        while (find.step()) unheard.emplace_back(word_at<ProfilePart>(find, 0), find.text(1));
    }
    for (const auto& [part, value] : unheard) put_part(connection, set.profile.member, part, value);
}

// Her number stays, for the sums; nobody is found by it any more.
void erase(database::Connection& connection, const MemberId& member)
{
    for (const auto& [part, word] : Words<ProfilePart>::all) put_part(connection, member, part, {});
    run(connection, "DELETE FROM corrections_unheard WHERE member = ?1", member);
}

} // namespace

void MembersProjection::apply(database::Connection& connection, const Event& event)
{
    if (const auto* enrolled = std::get_if<MemberEnrolled>(&event.body)) {
        set_member(connection, enrolled->profile);
    } else if (const auto* set = std::get_if<MemberSet>(&event.body)) {
        set_member(connection, set->profile);
        correct_again(connection, *set, m_self.till);
    } else if (const auto* erased = std::get_if<MemberErased>(&event.body)) {
        erase(connection, erased->member);
        run(connection, "INSERT OR IGNORE INTO erased_members (member) VALUES (?1)", erased->member);
    } else if (const auto* corrected = std::get_if<MemberCorrected>(&event.body)) {
        if (event.origin != m_self.till || is_erased(connection, corrected->member)) return;
        put_part(connection, corrected->member, corrected->part, corrected->value);
        if (m_self.is_alone) return; // Nobody answers.
        run(connection, "INSERT INTO corrections_unheard (member, number, part, value) VALUES (?1, ?2, ?3, ?4)",
            corrected->member, event.number, corrected->part, corrected->value);
    }
}

} // namespace guitai
