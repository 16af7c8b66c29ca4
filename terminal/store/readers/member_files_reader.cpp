#include "terminal/store/readers/member_files_reader.hpp"

#include "sync/events/time.hpp"
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

std::optional<Password> StoreMemberFiles::password(const MemberId& member) const
{
    database::Statement find{m_connection, "SELECT hash, at_ms FROM passwords WHERE member = ?1"};
    find.bind(1, member.text);
    if (!find.step()) return std::nullopt;
    return Password{find.text(0), find.integer(1)};
}

StoreMemberFiles::PasswordTries StoreMemberFiles::password_tries(const MemberId& member) const
{
    database::Statement find{m_connection, "SELECT failed, last_at_ms FROM password_tries WHERE member = ?1"};
    find.bind(1, member.text);
    if (!find.step()) return {};
    return {find.integer(0), find.integer(1)};
}

std::vector<AccessView> StoreMemberFiles::accesses(const MemberId& member, std::int64_t limit) const
{
    database::Statement find{m_connection, "SELECT access, staff, role, store, at_ms FROM file_accesses"
                                           " WHERE member = ?1 ORDER BY at_ms DESC, origin, number DESC LIMIT ?2"};
    bind_all(find, member, limit);
    std::vector<AccessView> accesses;
    while (find.step()) {
        accesses.push_back({word_at<FileAccess>(find, 0), {find.text(1)}, word_at<Role>(find, 2), {find.text(3)},
                            find.integer(4)});
    }
    return accesses;
}

std::vector<PrivacyWish> StoreMemberFiles::wishes(const MemberId& member) const
{
    database::Statement find{m_connection, "SELECT wish FROM privacy_wishes WHERE member = ?1 ORDER BY wish"};
    find.bind(1, member.text);
    std::vector<PrivacyWish> wishes;
    while (find.step()) wishes.push_back(word_at<PrivacyWish>(find, 0));
    return wishes;
}

std::vector<PointsLotView> StoreMemberFiles::lots(const MemberId& member, std::string_view today) const
{
    // What was taken back, or paid with, lies beside what it came from until they are summed.
    database::Statement find{m_connection, "SELECT SUM(points), expires_on, matures_on FROM points_lots"
                                           " WHERE member = ?1 AND (expires_on = '' OR expires_on >= ?2)"
                                           " GROUP BY expires_on, matures_on HAVING SUM(points) <> 0"
                                           " ORDER BY expires_on = '', expires_on, matures_on"};
    bind_all(find, member, today);
    std::vector<PointsLotView> lots;
    while (find.step()) {
        PointsLotView lot{find.integer(0), find.text(1), find.text(2)};
        if (lot.matures_on <= today) lot.matures_on.clear();
        if (!lots.empty() && lots.back().expires_on == lot.expires_on && lots.back().matures_on == lot.matures_on) {
            lots.back().points += lot.points;
        } else {
            lots.push_back(std::move(lot));
        }
    }
    std::erase_if(lots, [](const PointsLotView& lot) { return lot.points <= 0; });
    return lots;
}

std::vector<RelativeView> StoreMemberFiles::relatives(const std::string& purse, std::string_view today) const
{
    database::Statement find{m_connection, "SELECT member, name, generation FROM members WHERE account = ?1"
                                           " ORDER BY generation = 'child', generation = 'parent', id"};
    find.bind(1, purse);
    std::vector<RelativeView> relatives;
    while (find.step()) {
        RelativeView relative{{find.text(0)}, find.text(1), word_at<Generation>(find, 2)};
        for (const PointsLotView& lot : lots(relative.member, today)) relative.points += lot.points;
        relatives.push_back(std::move(relative));
    }
    return relatives;
}

std::vector<HeldCouponView> StoreMemberFiles::coupons(const MemberId& member, std::string_view today) const
{
    database::Statement find{m_connection, "SELECT code, promotion, valid_to FROM coupons WHERE member = ?1"
                                           " AND member <> '' AND used_on = '' AND (valid_to = '' OR valid_to > ?2)"
                                           " ORDER BY valid_to = '', valid_to, code"};
    bind_all(find, member, std::string{today} + "T00:00");
    std::vector<HeldCouponView> coupons;
    // Half open to the minute: what ends at midnight was good on the day before.
    while (find.step()) {
        std::string until{find.text(2).substr(0, std::string_view{"2026-11-26"}.size())};
        const bool midnight{find.text(2).substr(until.size()) == "T00:00"};
        if (midnight && is_iso_date(until)) until = date_plus_days(until, -1);
        coupons.push_back({find.text(0), find.text(1), {}, {}, std::move(until)});
    }
    return coupons;
}

} // namespace guitai
