#include "sync/office/projections/member_files.hpp"

#include "sync/journal/journal.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/stored.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

void put_note(database::Connection& connection, const MemberNoteTold& told)
{
    database::Statement{connection,
                        "INSERT INTO member_notes (member, note, kind, about, since, dropped)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (member, note) DO UPDATE SET"
                        " dropped = CASE WHEN excluded.dropped > member_notes.dropped THEN excluded.dropped"
                        " ELSE member_notes.dropped END"}
        .bind(1, told.member.text)
        .bind(2, told.note.note.text)
        .bind(3, word_of(told.note.note_kind))
        .bind(4, told.note.about)
        .bind(5, told.note.since)
        .bind(6, std::int64_t{told.dropped})
        .run();
}

std::vector<KnownConsent> consents_under(database::Connection& connection, const MemberId& member)
{
    database::Statement find{connection, "SELECT purpose, channel, answer, wording, at_ms, store, staff FROM consents"
                                         " WHERE member = ?1 ORDER BY purpose, channel"};
    find.bind(1, member.text);
    std::vector<KnownConsent> consents;
    while (find.step()) {
        consents.push_back({{stored_word<ConsentPurpose>(find.text(0)), stored_word<ConsentChannel>(find.text(1)),
                             stored_word<ConsentAnswer>(find.text(2)), find.text(3), find.integer(4)},
                            {find.text(5)},
                            {find.text(6)}});
    }
    return consents;
}

void put_consent(database::Connection& connection, const ConsentTold& told)
{
    for (const KnownConsent& known : consents_under(connection, told.member)) {
        const bool same{known.consent.purpose == told.consent.purpose &&
                        known.consent.channel == told.consent.channel};
        if (same && !takes_the_place_of(told.consent, known.consent)) return;
    }
    database::Statement{connection,
                        "INSERT INTO consents (member, purpose, channel, answer, wording, at_ms, store, staff)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (member, purpose, channel) DO UPDATE"
                        " SET answer = excluded.answer, wording = excluded.wording, at_ms = excluded.at_ms,"
                        " store = excluded.store, staff = excluded.staff"}
        .bind(1, told.member.text)
        .bind(2, word_of(told.consent.purpose))
        .bind(3, word_of(told.consent.channel))
        .bind(4, word_of(told.consent.answer))
        .bind(5, told.consent.wording)
        .bind(6, told.consent.at_ms)
        .bind(7, told.store.text)
        .bind(8, told.staff.text)
        .run();
}

void let_wait(database::Connection& connection, const Event& event, const MemberCorrected& corrected)
{
    if (is_member(connection, corrected.member)) return;
    database::Statement{connection, "INSERT INTO corrections_waiting (member, till, number, part, value)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5)"}
        .bind(1, corrected.member.text)
        .bind(2, event.origin)
        .bind(3, event.number)
        .bind(4, word_of(corrected.part))
        .bind(5, corrected.value)
        .run();
}

void wait_no_more(database::Connection& connection, const MemberSet& set)
{
    database::Statement{connection, "DELETE FROM corrections_waiting WHERE member = ?1 AND till = ?2 AND number = ?3"}
        .bind(1, set.profile.member.text)
        .bind(2, set.source_origin)
        .bind(3, set.source_number)
        .run();
}

void forget(database::Connection& connection, const MemberId& member)
{
    for (const std::string_view table : {"member_notes", "consents", "corrections_waiting"}) {
        std::string sql{"DELETE FROM "};
        database::Statement{connection, (sql += table) += " WHERE member = ?1"}.bind(1, member.text).run();
    }
}

std::vector<TierEarning> earnings_of(database::Connection& connection, const MemberId& member)
{
    // What came back of a receipt counts on its day: it is as if she had never bought it.
    database::Statement find{connection,
                             fmt::format("SELECT MIN(earned_on), SUM(points) FROM points_posts WHERE member IN {}"
                                         " AND reason IN ('earned', 'reversed') GROUP BY subject",
                                         same_person)};
    find.bind(1, member.text);
    std::vector<TierEarning> earnings;
    while (find.step()) earnings.push_back({find.text(0), find.integer(1)});
    return earnings;
}

} // namespace

void MemberFiles::fold(database::Connection& connection, const Event& event)
{
    std::visit(Cases{[&](const MemberNoteTold& told) { put_note(connection, told); },
                     [&](const ConsentTold& told) { put_consent(connection, told); },
                     [&](const MemberCorrected& corrected) { let_wait(connection, event, corrected); },
                     [&](const MemberSet& set) { wait_no_more(connection, set); },
                     [&](const MemberErased& erased) { forget(connection, erased.member); },
                     [&](const TiersSet&) {
                         database::Statement{connection,
                                             "INSERT INTO tier_rules (place, number) VALUES (1, ?1)"
                                             " ON CONFLICT (place) DO UPDATE SET number = excluded.number"}
                             .bind(1, event.number)
                             .run();
                     },
                     [](const auto&) {}},
               event.body);
}

std::vector<MemberNote> notes_of(database::Connection& connection, const MemberId& member)
{
    // Under whichever number it was noted or dropped.
    database::Statement find{connection,
                             fmt::format("SELECT note, kind, about, since FROM member_notes WHERE member IN {0}"
                                         " GROUP BY note, kind, about, since HAVING MAX(dropped) = 0"
                                         " ORDER BY since, note",
                                         same_person)};
    find.bind(1, member.text);
    std::vector<MemberNote> notes;
    while (find.step()) {
        notes.push_back({{find.text(0)}, stored_word<NoteKind>(find.text(1)), find.text(2), find.text(3)});
    }
    return notes;
}

std::vector<KnownConsent> consents_of(database::Connection& connection, const MemberId& member)
{
    auto all = consents_under(connection, member);
    for (const MemberId& number : merged_into(connection, member)) {
        for (KnownConsent& one : consents_under(connection, number)) all.push_back(std::move(one));
    }
    std::vector<KnownConsent> consents;
    for (KnownConsent& one : all) {
        const auto same = std::find_if(consents.begin(), consents.end(), [&](const KnownConsent& known) {
            return known.consent.purpose == one.consent.purpose && known.consent.channel == one.consent.channel;
        });
        if (same == consents.end()) consents.push_back(std::move(one));
        else if (takes_the_place_of(one.consent, same->consent)) *same = std::move(one);
    }
    return consents;
}

std::vector<ConsentCount> consent_counts(database::Connection& connection)
{
    database::Statement find{connection, "SELECT purpose, channel, answer, wording, COUNT(*) FROM consents"
                                         " GROUP BY purpose, channel, answer, wording"
                                         " ORDER BY purpose, channel, answer, wording"};
    std::vector<ConsentCount> counts;
    while (find.step()) {
        counts.push_back({stored_word<ConsentPurpose>(find.text(0)), stored_word<ConsentChannel>(find.text(1)),
                          stored_word<ConsentAnswer>(find.text(2)), find.text(3), find.integer(4)});
    }
    return counts;
}

std::vector<WaitingCorrection> corrections_waiting(database::Connection& connection, const MemberId& member)
{
    database::Statement find{connection, "SELECT till, number, part, value FROM corrections_waiting"
                                         " WHERE member = ?1 ORDER BY till, number"};
    find.bind(1, member.text);
    std::vector<WaitingCorrection> waiting;
    while (find.step()) {
        waiting.push_back({find.integer(0), find.integer(1), stored_word<ProfilePart>(find.text(2)), find.text(3)});
    }
    return waiting;
}

TiersSet tiers_of(database::Connection& connection)
{
    database::Statement find{connection, "SELECT number FROM tier_rules"};
    if (!find.step()) return {};
    const auto lines = Journal{connection}.after(office_origin, find.integer(0) - 1, 1);
    auto event = lines.empty() ? refuse("event.unreadable") : decode(lines.front().text);
    auto* tiers = event ? std::get_if<TiersSet>(&event->body) : nullptr;
    return tiers == nullptr ? TiersSet{} : std::move(*tiers);
}

std::optional<TierStanding> standing_of(database::Connection& connection, const MemberProfile& profile,
                                        std::string_view today)
{
    const TiersSet tiers{tiers_of(connection)};
    if (tiers.steps.empty()) return std::nullopt;
    return tier_standing(tiers, earnings_of(connection, profile.member), {profile.tier, profile.tier_until}, today);
}

std::string tier_in(const std::optional<TierStanding>& standing, const MemberProfile& profile)
{
    if (!standing) return profile.tier;
    return standing->tier.empty() ? std::string{no_tier} : standing->tier;
}

void for_each_agreed(database::Connection& connection, ConsentPurpose purpose, ConsentChannel channel,
                     const std::function<void(const MemberProfile&)>& each)
{
    // She agreed under one of her numbers, and may have taken it back under another.
    database::Statement find{connection,
                             "SELECT m.member, m.phone, m.name, m.form_of_address FROM members m WHERE"
                             " m.member IN (SELECT CASE n.merged_into WHEN '' THEN n.member ELSE n.merged_into END"
                             " FROM consents c JOIN members n ON n.member = c.member WHERE c.purpose = ?1"
                             " AND c.channel = ?2 AND c.answer = 'confirmed')"
                             " ORDER BY m.joined_on, m.member"};
    find.bind(1, word_of(purpose)).bind(2, word_of(channel));
    std::vector<MemberProfile> maybe;
    while (find.step()) {
        MemberProfile& profile{maybe.emplace_back()};
        profile.member = {find.text(0)};
        profile.phone = find.text(1);
        profile.name = find.text(2);
        profile.form_of_address = find.text(3);
    }
    for (const MemberProfile& profile : maybe) {
        const auto consents = consents_of(connection, profile.member);
        const bool agreed{std::any_of(consents.begin(), consents.end(), [&](const KnownConsent& known) {
            return known.consent.purpose == purpose && known.consent.channel == channel &&
                   known.consent.answer == ConsentAnswer::confirmed;
        })};
        if (agreed) each(profile);
    }
}

} // namespace guitai::office
