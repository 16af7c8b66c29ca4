#include "terminal/store/readers/member_files_reader.hpp"

#include "terminal/store/readers/journal_event.hpp"
#include "terminal/store/rows.hpp"

namespace guitai {

std::vector<MemberNote> StoreMemberFiles::notes(const MemberId& member) const
{
    database::Statement find{m_connection, "SELECT note, kind, about, since FROM member_notes WHERE member = ?1"
                                           " AND dropped = 0 ORDER BY since, note"};
    find.bind(1, member.text);
    std::vector<MemberNote> notes;
    while (find.step()) {
        notes.push_back({{find.text(0)}, word_at<NoteKind>(find, 1), find.text(2), find.text(3)});
    }
    return notes;
}

std::vector<Consent> StoreMemberFiles::consents(const MemberId& member) const
{
    database::Statement find{m_connection, "SELECT purpose, channel, answer, wording, at_ms FROM consents"
                                           " WHERE member = ?1 ORDER BY purpose, channel"};
    find.bind(1, member.text);
    std::vector<Consent> consents;
    while (find.step()) {
        consents.push_back({word_at<ConsentPurpose>(find, 0), word_at<ConsentChannel>(find, 1),
                            word_at<ConsentAnswer>(find, 2), find.text(3), find.integer(4)});
    }
    return consents;
}

TiersSet StoreMemberFiles::tiers() const
{
    database::Statement find{m_connection, "SELECT number FROM tier_rules"};
    auto event = find.step() ? journal_event(m_journal, office_origin, find.integer(0)) : std::nullopt;
    auto* tiers = event ? std::get_if<TiersSet>(&event->body) : nullptr;
    return tiers == nullptr ? TiersSet{} : std::move(*tiers);
}

std::vector<TierEarning> StoreMemberFiles::earnings(const MemberId& member) const
{
    // What came back of a receipt counts on its day: it is as if she had never bought it.
    database::Statement find{m_connection, "SELECT MIN(earned_on), SUM(points) FROM tier_earnings WHERE member = ?1"
                                           " GROUP BY subject"};
    find.bind(1, member.text);
    std::vector<TierEarning> earnings;
    while (find.step()) earnings.push_back({find.text(0), find.integer(1)});
    return earnings;
}

} // namespace guitai
