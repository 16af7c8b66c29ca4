#include "sync/purses/fold.hpp"

#include <algorithm>
#include <map>

namespace guitai::purses {
namespace {

using database::Connection;
using database::Statement;

void in_order_of_spending(std::vector<LeaseLot>& lots)
{
    const auto as_lot = [](const LeaseLot& one) {
        purse::Lot lot;
        lot.kind = one.lot_kind;
        lot.earned = one.earned_on;
        lot.expires = one.expires_on;
        return lot;
    };
    std::sort(lots.begin(), lots.end(), [&](const LeaseLot& a, const LeaseLot& b) {
        return purse::comes_before(as_lot(a), a.lot, as_lot(b), b.lot);
    });
}

// Rows of lot, kind, amount, day earned and last day.
std::vector<LeaseLot> lots_from(Statement& find)
{
    std::vector<LeaseLot> lots;
    while (find.step()) {
        LeaseLot lot;
        lot.lot = find.text(0);
        static_cast<void>(read_word(find.text(1), lot.lot_kind));
        lot.amount = find.integer(2);
        lot.earned_on = find.text(3);
        lot.expires_on = find.text(4);
        lots.push_back(std::move(lot));
    }
    in_order_of_spending(lots);
    return lots;
}

LeaseLine line_from(Connection& connection, const Statement& row)
{
    LeaseLine line;
    line.lease = row.text(0);
    line.number = row.integer(1);
    line.till = row.integer(2);
    line.epoch = row.integer(3);
    line.account = row.text(4);
    line.state = state_from(row.text(5));
    Statement lots{connection, "SELECT p.lot, l.lot_kind, p.rem, l.earned_on, l.expires_on FROM purse_lease_lots p"
                               " JOIN purse_lots l ON l.lot = p.lot WHERE p.lease = ?1 AND p.rem > 0"};
    lots.bind(1, line.lease);
    line.lots = lots_from(lots);
    return line;
}

std::vector<LeaseLine> lines_from(Connection& connection, Statement& find)
{
    std::vector<LeaseLine> lines;
    while (find.step()) lines.push_back(line_from(connection, find));
    return lines;
}

} // namespace

std::int64_t points_in(const std::vector<LeaseLot>& lots)
{
    std::int64_t points{0};
    for (const LeaseLot& lot : lots) points += lot.amount;
    return points;
}

std::int64_t LeaseLine::points() const { return points_in(lots); }

purse::View view_of(Connection& connection, const std::string& account, std::string_view today)
{
    Part part{connection};
    part.load_account(account);
    if (today > part.book.today) purse::day_began(part.book, today);
    return purse::view(part.book, account);
}

TillRow till_row(Connection& connection, TillNumber till)
{
    Statement find{connection, "SELECT epoch, nonce, started, set_aside, written_off FROM purse_tills WHERE till = ?1"};
    find.bind(1, till);
    if (!find.step()) return {};
    return {find.integer(0), find.text(1), find.integer(2), find.flag(3), find.flag(4)};
}

std::optional<LeaseLine> find_lease(Connection& connection, const std::string& lease)
{
    Statement find{connection, "SELECT lease, number, till, epoch, account, state FROM purse_leases WHERE lease = ?1"};
    find.bind(1, lease);
    if (!find.step()) return std::nullopt;
    return line_from(connection, find);
}

std::vector<LeaseLine> leases_of_till(Connection& connection, TillNumber till, purse::LeaseState state)
{
    Statement find{connection, "SELECT lease, number, till, epoch, account, state FROM purse_leases"
                               " WHERE till = ?1 AND state = ?2 ORDER BY place"};
    find.bind(1, till).bind(2, word_of(state));
    return lines_from(connection, find);
}

std::vector<LeaseLine> leases_of_account(Connection& connection, const std::string& account, purse::LeaseState state)
{
    // By what they hold: a lot may lie in another purse than when it was lent, and a lease stays what it was.
    Statement find{connection, "SELECT lease, number, till, epoch, account, state FROM purse_leases WHERE lease IN"
                               " (SELECT p.lease FROM purse_lease_lots p JOIN purse_lots o ON o.lot = p.lot"
                               " WHERE o.account = ?1 AND p.rem > 0) AND state = ?2 ORDER BY place"};
    find.bind(1, account).bind(2, word_of(state));
    return lines_from(connection, find);
}

std::optional<std::int64_t> answer_to(Connection& connection, TillNumber till, std::int64_t epoch, std::int64_t ask)
{
    Statement find{connection, "SELECT number FROM purse_leases WHERE till = ?1 AND ask_epoch = ?2 AND ask = ?3"};
    find.bind(1, till).bind(2, epoch).bind(3, ask);
    if (!find.step()) return std::nullopt;
    return find.integer(0);
}

std::int64_t out_at(Connection& connection, TillNumber till, LotUnit unit)
{
    Statement find{connection, "SELECT COALESCE(SUM(p.rem), 0) FROM purse_leases l JOIN purse_lease_lots p"
                               " ON p.lease = l.lease JOIN purse_lots o ON o.lot = p.lot WHERE l.till = ?1"
                               " AND l.state IN ('open', 'dormant')"
                               " AND (CASE WHEN o.lot_kind = 'points' THEN 'points' ELSE 'fen' END) = ?2"};
    find.bind(1, till).bind(2, word_of(unit));
    return find.step() ? find.integer(0) : 0;
}

std::vector<LeaseLot> available_of(Connection& connection, const std::string& account)
{
    Statement find{connection, "SELECT lot, lot_kind, available, earned_on, expires_on FROM purse_lots"
                               " WHERE account = ?1 AND available > 0"};
    find.bind(1, account);
    return lots_from(find);
}

std::vector<Share> shares_in(Connection& connection, const std::string& account)
{
    std::map<std::pair<std::string, std::string>, std::int64_t> sums;
    Statement lots{connection, "SELECT member, expires_on, SUM(pending + available + leased - lacking)"
                               " FROM purse_lots WHERE account = ?1 GROUP BY member, expires_on"};
    lots.bind(1, account);
    while (lots.step()) sums[{lots.text(0), lots.text(1)}] += lots.integer(2);
    Statement debts{connection, "SELECT member, SUM(amount) FROM purse_debts WHERE account = ?1 GROUP BY member"};
    debts.bind(1, account);
    while (debts.step()) sums[{debts.text(0), ""}] -= debts.integer(1);
    std::vector<Share> shares;
    for (const auto& [whose, units] : sums) {
        if (units != 0) shares.push_back({{whose.first}, whose.second, units});
    }
    return shares;
}

std::vector<std::string> accounts_set_off(Connection& connection)
{
    std::vector<std::string> accounts;
    Statement find{connection, "SELECT DISTINCT account FROM purse_lots WHERE taken <> back ORDER BY account"};
    while (find.step()) accounts.push_back(find.text(0));
    return accounts;
}

std::string today_of(Connection& connection) { return fact(connection, "today"); }

} // namespace guitai::purses
