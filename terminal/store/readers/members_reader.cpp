#include "terminal/store/readers/members_reader.hpp"

#include "sync/events/served_by.hpp"
#include "sync/points/points.hpp"
#include "sync/purses/fold.hpp"
#include "terminal/store/purse_numbers.hpp"
#include "terminal/store/readers/journal_event.hpp"
#include "terminal/store/readers/order_rows.hpp"
#include "terminal/store/rows.hpp"
#include "terminal/store/search_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace guitai {
namespace {

constexpr std::size_t phone_digits_min{4};

bool is_digits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<MemberProfile> profile_where(database::Connection& connection, std::string_view condition,
                                           std::string_view key)
{
    std::string sql{"SELECT member, phone, name, reading, form_of_address, tier, birthday, usual_size, note, card,"
                    " joined_on, account_limit, first_bought_on, tier_until, account, generation, referred_by,"
                    " merged_into, monthly_use, payday FROM members WHERE "};
    database::Statement find{connection, sql += condition};
    find.bind(1, key);
    if (!find.step()) return std::nullopt;
    MemberProfile profile;
    read_id(find, 0, profile.member);
    profile.phone = find.text(1);
    profile.name = find.text(2);
    profile.reading = find.text(3);
    profile.form_of_address = find.text(4);
    profile.tier = find.text(5);
    profile.birthday = find.text(6);
    profile.usual_size = find.text(7);
    profile.note = find.text(8);
    profile.card = find.text(9);
    profile.joined_on = find.text(10);
    profile.account_limit = money_at(find, 11);
    profile.first_bought_on = find.text(12);
    profile.tier_until = find.text(13);
    profile.account = find.text(14);
    profile.generation = word_at<Generation>(find, 15);
    read_id(find, 16, profile.referred_by);
    read_id(find, 17, profile.merged_into);
    profile.monthly_use = find.text(18);
    profile.payday = find.text(19);
    return profile;
}

std::string select_found(std::string_view rest)
{
    std::string sql{"SELECT member, name, reading, form_of_address, phone, tier, tier_until FROM members WHERE "};
    return sql += rest;
}

// Who was entered twice is found by either number, once. Of most that `ids` gives only the id is ever read: there may
// be a hundred thousand with these digits, and those who were merged are few and have an index of their own.
std::string kept_of(std::string_view ids)
{
    return fmt::format("id IN (SELECT id FROM ({0}) EXCEPT SELECT id FROM members WHERE merged_into <> ''"
                       " UNION SELECT k.id FROM members m JOIN members k ON k.member = m.merged_into"
                       " WHERE m.merged_into <> '' AND m.id IN ({0}))",
                       ids);
}

void add_found(database::Statement& find, std::vector<FoundMember>& members)
{
    while (find.step()) {
        FoundMember found;
        read_id(find, 0, found.member);
        found.name = find.text(1);
        found.reading = find.text(2);
        found.form_of_address = find.text(3);
        found.phone = find.text(4);
        found.tier = find.text(5);
        found.tier_until = find.text(6);
        members.push_back(std::move(found));
    }
}

} // namespace

std::optional<MemberProfile> MembersReader::find(std::string_view phone_or_card) const
{
    if (phone_or_card.empty()) return std::nullopt;
    // Of two members with one phone the one who joined later is the one who answers it.
    for (const std::string_view condition : {"phone = ?1 ORDER BY id DESC LIMIT 1",
                                             "card = ?1 AND card <> '' ORDER BY id DESC LIMIT 1", "member = ?1"}) {
        auto profile = profile_where(m_connection, condition, phone_or_card);
        if (!profile) continue;
        if (profile->merged_into.empty()) return profile;
        auto kept = profile_where(m_connection, "member = ?1", profile->merged_into.text);
        return kept ? kept : std::move(profile);
    }
    return std::nullopt;
}

std::vector<FoundMember> MembersReader::search(std::string_view text, std::int64_t limit) const
{
    std::vector<FoundMember> members;
    if (is_digits(text)) {
        if (text.size() < phone_digits_min) return members;
        const std::string reversed{text.rbegin(), text.rend()};
        // ':' follows '9', so the ranges hold every number that begins, or ends, with these digits.
        database::Statement find{m_connection,
                                 select_found(kept_of("SELECT id FROM members WHERE phone >= ?1 AND phone < ?2 UNION"
                                                      " SELECT id FROM members WHERE phone_reversed >= ?3 AND"
                                                      " phone_reversed < ?4") + " ORDER BY id LIMIT ?5")};
        bind_all(find, text, std::string{text} + ':', reversed, reversed + ':', limit);
        add_found(find, members);
        return members;
    }
    const std::string match{match_for(text)};
    if (match.empty()) return members;
    database::Statement find{m_connection,
                             select_found(kept_of("SELECT rowid AS id FROM member_words WHERE member_words MATCH ?1"
                                                  " ORDER BY rowid LIMIT ?2") + " ORDER BY id")};
    find.bind(1, match).bind(2, limit);
    add_found(find, members);
    return members;
}

PointsView MembersReader::points(const MemberId& member, std::string_view today) const
{
    const std::string purse{purse_of(m_connection, member)};
    if (m_self.is_alone) {
        const purse::View own{purses::view_of(m_connection, purse, today)};
        return {own.points, own.next_expiry_points, own.next_expiry, own.pending, own.debt};
    }
    database::Statement find{m_connection, "SELECT points, expires_on, matures_on FROM points_lots WHERE member = ?1"};
    std::vector<Lot> lots;
    PointsView seen;
    for (const MemberId& number : numbers_in(m_connection, purse)) {
        find.bind(1, number.text);
        while (find.step()) {
            const bool waits{find.text(2) > today};
            if (waits) seen.pending += find.integer(0);
            else lots.push_back({find.integer(0), find.text(1)});
        }
        find.reset();
    }
    const NextExpiry next{next_expiry(lots, today)};
    const std::int64_t sum{balance(lots, today)};
    seen.balance = std::max<std::int64_t>(0, sum);
    seen.debt = std::max<std::int64_t>(0, -sum);
    seen.next_expiry_points = next.points;
    seen.next_expiry_on = next.date;
    return seen;
}

Money MembersReader::owed(const MemberId& member) const
{
    database::Statement find{m_connection, fmt::format("SELECT COALESCE(SUM(owed), 0) FROM accounts WHERE member IN {}",
                                                       same_person)};
    find.bind(1, member.text);
    return find.step() ? money_at(find, 0) : Money{};
}

std::vector<OrderBrief> MembersReader::open_orders(const MemberId& member) const
{
    if (member.empty()) return {};
    static const std::string going_on{select_order_briefs(
        fmt::format("member IN {} AND member <> '' AND going_on = 1 ORDER BY id DESC", same_person))};
    database::Statement find{m_connection, going_on};
    find.bind(1, member.text);
    return all_briefs(find, {});
}

std::vector<Purchase> MembersReader::last_purchases(const MemberId& member, std::int64_t limit) const
{
    std::vector<Purchase> purchases;
    if (member.empty()) return purchases;
    database::Statement find{m_connection, fmt::format("SELECT number FROM sales WHERE member IN {} AND member <> ''"
                                                       " ORDER BY number DESC",
                                                       same_person)};
    find.bind(1, member.text);
    while (find.step()) {
        const auto event = journal_event(m_journal, m_self.till, find.integer(0));
        const auto* sale = event ? std::get_if<SaleCompleted>(&event->body) : nullptr;
        if (sale == nullptr) continue;
        const StaffName staff{served_by(*sale)};
        for (const SaleLine& line : sale->lines) {
            if (static_cast<std::int64_t>(purchases.size()) >= limit) return purchases;
            if (line.line_kind != LineKind::sale && line.line_kind != LineKind::order) continue;
            Purchase bought{line.sku, line.name, line.variant, {}, line.total, event->at_ms, {}, {}, staff};
            database::Statement picture{m_connection, "SELECT i.picture, s.category, i.size FROM items i"
                                                       " JOIN styles s ON s.id = i.style WHERE i.sku = ?1"};
            picture.bind(1, line.sku.text);
            if (picture.step()) {
                bought.picture = picture.text(0);
                bought.category = picture.text(1);
                bought.size = picture.text(2);
            }
            purchases.push_back(std::move(bought));
        }
    }
    return purchases;
}

} // namespace guitai
