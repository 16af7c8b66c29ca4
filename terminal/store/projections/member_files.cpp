#include "terminal/store/projections/member_files.hpp"

#include "sync/events/time.hpp"
#include "terminal/store/erased_members.hpp"
#include "terminal/store/rows.hpp"

namespace guitai {
namespace {

void put_note(database::Connection& connection, const MemberId& member, const MemberNote& note, bool dropped)
{
    run(connection,
        "INSERT INTO member_notes (member, note, kind, about, since, dropped) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
        " ON CONFLICT (member, note) DO UPDATE SET dropped = max(dropped, ?6)",
        member, note.note, note.note_kind, note.about, note.since, std::int64_t{dropped});
}

void put_consent(database::Connection& connection, const MemberId& member, const Consent& consent)
{
    {
        database::Statement find{connection, "SELECT answer, at_ms FROM consents WHERE member = ?1 AND purpose = ?2"
                                             " AND channel = ?3"};
        bind_all(find, member, consent.purpose, consent.channel);
        if (find.step()) {
            Consent known{consent};
            known.answer = word_at<ConsentAnswer>(find, 0);
            known.at_ms = find.integer(1);
            if (!takes_the_place_of(consent, known)) return;
        }
    }
    run(connection,
        "INSERT OR REPLACE INTO consents (member, purpose, channel, answer, wording, at_ms)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        member, consent.purpose, consent.channel, consent.answer, consent.wording, consent.at_ms);
}

void add_earning(database::Connection& connection, const Event& event, const MemberId& member,
                 const std::string& subject, const std::string& on, std::int64_t points)
{
    if (member.empty() || points == 0) return;
    run(connection,
        "INSERT INTO tier_earnings (member, subject, origin, number, earned_on, points)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
        " ON CONFLICT (member, subject, origin, number) DO UPDATE SET points = points + ?6",
        member, subject, event.origin, event.number, on, points);
}

void add_posted(database::Connection& connection, const Event& event, const PointsPosted& posted)
{
    if (posted.reason != PointsReason::earned && posted.reason != PointsReason::reversed) return;
    const std::string on{is_iso_date(posted.earned_on) ? posted.earned_on : iso_date(event.at_ms, 0)};
    add_earning(connection, event, posted.member, posted.subject, on, posted.points);
}

void add_sale(database::Connection& connection, const Event& event, const SaleCompleted& sale)
{
    add_earning(connection, event, sale.member, sale.receipt.text, sale.business_date, sale.points_earned);
    for (const PointsBack& back : sale.points_back) {
        add_earning(connection, event, back.member, back.receipt.text, sale.business_date, -back.points);
    }
}

} // namespace

void MemberFilesProjection::apply(database::Connection& connection, const Event& event)
{
    const bool own{event.origin == m_self.till};
    const auto is_known = [&](const MemberId& member) { return !is_erased(connection, member); };
    if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) {
        if (own) add_sale(connection, event, *sale);
    } else if (const auto* posted = std::get_if<PointsPosted>(&event.body)) {
        if (posted->source_origin != m_self.till) add_posted(connection, event, *posted);
    } else if (const auto* noted = std::get_if<MemberNoted>(&event.body)) {
        if (own && is_known(noted->member)) put_note(connection, noted->member, noted->note, noted->dropped);
    } else if (const auto* told = std::get_if<MemberNoteTold>(&event.body)) {
        if (is_known(told->member)) put_note(connection, told->member, told->note, told->dropped);
    } else if (const auto* given = std::get_if<ConsentGiven>(&event.body)) {
        if (own && is_known(given->member)) put_consent(connection, given->member, given->consent);
    } else if (const auto* holds = std::get_if<ConsentTold>(&event.body)) {
        if (is_known(holds->member)) put_consent(connection, holds->member, holds->consent);
    } else if (const auto* erased = std::get_if<MemberErased>(&event.body)) {
        run(connection, "DELETE FROM member_notes WHERE member = ?1", erased->member);
        run(connection, "DELETE FROM consents WHERE member = ?1", erased->member);
    } else if (std::holds_alternative<TiersSet>(event.body)) {
        run(connection, "INSERT OR REPLACE INTO tier_rules (place, number) VALUES (1, ?1)", event.number);
    }
}

} // namespace guitai
