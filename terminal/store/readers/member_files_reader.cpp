#include "terminal/store/readers/member_files_reader.hpp"

#include "sync/events/last_day.hpp"
#include "sync/purses/fold.hpp"
#include "terminal/store/purse_numbers.hpp"
#include "terminal/store/readers/journal_event.hpp"
#include "terminal/store/rows.hpp"

#include <fmt/format.h>

#include <map>
#include <tuple>

namespace guitai {

std::vector<MemberNote> StoreMemberFiles::notes(const MemberId& member) const
{
    // Under whichever number it was noted or dropped.
    database::Statement find{m_connection,
                             fmt::format("SELECT note, kind, about, since FROM member_notes WHERE member IN {}"
                                         " GROUP BY note HAVING MAX(dropped) = 0 ORDER BY since, note",
                                         same_person)};
    find.bind(1, member.text);
    std::vector<MemberNote> notes;
    while (find.step()) {
        notes.push_back({{find.text(0)}, word_at<NoteKind>(find, 1), find.text(2), find.text(3)});
    }
    return notes;
}

std::vector<Consent> StoreMemberFiles::consents(const MemberId& member) const
{
    database::Statement find{m_connection,
                             fmt::format("SELECT purpose, channel, answer, wording, at_ms FROM consents"
                                         " WHERE member IN {} ORDER BY purpose, channel, member",
                                         same_person)};
    find.bind(1, member.text);
    std::vector<Consent> consents;
    while (find.step()) {
        const Consent one{word_at<ConsentPurpose>(find, 0), word_at<ConsentChannel>(find, 1),
                          word_at<ConsentAnswer>(find, 2), find.text(3), find.integer(4)};
        const bool again{!consents.empty() && consents.back().purpose == one.purpose &&
                         consents.back().channel == one.channel};
        if (!again) consents.push_back(one);
        else if (takes_the_place_of(one, consents.back())) consents.back() = one;
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
    database::Statement find{m_connection,
                             fmt::format("SELECT MIN(earned_on), SUM(points) FROM tier_earnings WHERE member IN {}"
                                         " GROUP BY subject",
                                         same_person)};
    find.bind(1, member.text);
    std::vector<TierEarning> earnings;
    while (find.step()) earnings.push_back({find.text(0), find.integer(1)});
    return earnings;
}

std::optional<Password> StoreMemberFiles::password(const MemberId& member) const
{
    // Her own, or else the one of the number that was merged into hers: what it locks is in her file now.
    database::Statement find{m_connection,
                             fmt::format("SELECT hash, at_ms FROM passwords WHERE member IN {}"
                                         " ORDER BY member = ?1 DESC, at_ms DESC, member LIMIT 1",
                                         same_person)};
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
    database::Statement find{m_connection,
                             fmt::format("SELECT access, staff, role, store, at_ms FROM file_accesses"
                                         " WHERE member IN {} ORDER BY at_ms DESC, origin, number DESC LIMIT ?2",
                                         same_person)};
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
    std::map<std::tuple<bool, std::string, std::string>, std::int64_t> sums;
    database::Statement find{m_connection, "SELECT points, expires_on, matures_on FROM points_lots"
                                           " WHERE member = ?1 AND (expires_on = '' OR expires_on >= ?2)"};
    for (const MemberId& number : numbers_in(m_connection, purse_of(m_connection, member))) {
        bind_all(find, number, today);
        while (find.step()) {
            std::string matures_on{find.text(2) <= today ? std::string{} : find.text(2)};
            sums[{find.text(1).empty(), find.text(1), std::move(matures_on)}] += find.integer(0);
        }
        find.reset();
    }
    std::vector<PointsLotView> lots;
    for (const auto& [key, points] : sums) {
        if (points > 0) lots.push_back({points, std::get<1>(key), std::get<2>(key)});
    }
    return lots;
}

std::int64_t StoreMemberFiles::earned_by(const std::string& purse, const MemberId& member,
                                         std::string_view today) const
{
    database::Statement find{m_connection,
                             fmt::format("SELECT COALESCE(SUM(points), 0) FROM points_lots WHERE member IN {} AND"
                                         " (expires_on = '' OR expires_on >= ?2)",
                                         same_person)};
    bind_all(find, member, today);
    std::int64_t points{find.step() ? find.integer(0) : 0};
    // A shop of its own keeps the purses itself, and knows which lot was spent.
    const auto shares = purses::shares_in(m_connection, purse);
    if (shares.empty()) return points;
    points = 0;
    for (const purses::Share& share : shares) points += share.member == member ? share.units : 0;
    return points;
}

std::vector<RelativeView> StoreMemberFiles::relatives(const std::string& purse, std::string_view today) const
{
    database::Statement find{m_connection, "SELECT member, name, generation FROM members WHERE account = ?1"
                                           " AND account <> '' AND generation <> 'none' AND merged_into = ''"
                                           " ORDER BY generation = 'child', generation = 'parent', id"};
    find.bind(1, purse);
    std::vector<RelativeView> relatives;
    while (find.step()) {
        RelativeView relative{{find.text(0)}, find.text(1), word_at<Generation>(find, 2)};
        relative.points = earned_by(purse, relative.member, today);
        relatives.push_back(std::move(relative));
    }
    return relatives;
}

std::vector<HeldCouponView> StoreMemberFiles::coupons(const MemberId& member, std::string_view today) const
{
    database::Statement find{m_connection,
                             fmt::format("SELECT code, promotion, valid_to FROM coupons WHERE member IN {}"
                                         " AND member <> '' AND used_on = '' AND (valid_to = '' OR valid_to > ?2)"
                                         " ORDER BY valid_to = '', valid_to, code",
                                         same_person)};
    bind_all(find, member, std::string{today} + "T00:00");
    std::vector<HeldCouponView> coupons;
    while (find.step()) coupons.push_back({find.text(0), find.text(1), {}, {}, last_day_before(find.text(2))});
    return coupons;
}

} // namespace guitai
