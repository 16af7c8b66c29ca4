#include "sync/office/projections/baskets.hpp"

#include "sync/office/projections/items.hpp"

#include <algorithm>
#include <set>

namespace guitai::office {
namespace {

// A wholesaler's receipt says nothing of taste, and has thousands of pairs.
constexpr std::size_t styles_max{40};
constexpr std::int64_t million{1'000'000};
constexpr std::int64_t hundred_thousand{100'000};

void count_receipt(database::Connection& connection)
{
    database::Statement{connection, "INSERT INTO basket_totals (one, receipts, found_on) VALUES (1, 1, '')"
                                    " ON CONFLICT (one) DO UPDATE SET receipts = basket_totals.receipts + 1"}
        .run();
}

void count_style(database::Connection& connection, const std::string& style)
{
    database::Statement{connection, "INSERT INTO basket_styles (style, receipts) VALUES (?1, 1)"
                                    " ON CONFLICT (style) DO UPDATE SET receipts = basket_styles.receipts + 1"}
        .bind(1, style)
        .run();
}

void count_pair(database::Connection& connection, const std::string& left, const std::string& right)
{
    database::Statement{connection,
                        "INSERT INTO basket_pairs (left_style, right_style, receipts) VALUES (?1, ?2, 1)"
                        " ON CONFLICT (left_style, right_style) DO UPDATE SET receipts = basket_pairs.receipts + 1"}
        .bind(1, left)
        .bind(2, right)
        .run();
}

std::set<std::string> styles_of(database::Connection& connection, const SaleCompleted& sale)
{
    std::set<std::string> styles;
    for (const SaleLine& line : sale.lines) {
        if (line.line_kind != LineKind::sale && line.line_kind != LineKind::order) continue;
        if (const StyleId style{style_of(connection, line.sku)}; !style.empty()) styles.insert(style.text);
    }
    return styles;
}

void count(database::Connection& connection, const SaleCompleted& sale)
{
    const std::set<std::string> styles{styles_of(connection, sale)};
    if (styles.empty() || styles.size() > styles_max) return;
    count_receipt(connection);
    for (auto left = styles.begin(); left != styles.end(); ++left) {
        count_style(connection, *left);
        for (auto right = std::next(left); right != styles.end(); ++right) count_pair(connection, *left, *right);
    }
}

void note_told(database::Connection& connection, const PairingsFound& found)
{
    database::Statement{connection, "INSERT INTO basket_totals (one, receipts, found_on) VALUES (1, 0, ?1)"
                                    " ON CONFLICT (one) DO UPDATE SET found_on = excluded.found_on"}
        .bind(1, found.found_on)
        .run();
}

// More often than both sides alone would meet by chance. Fits 64 bits up to two thousand million receipts.
bool above_chance(const Pairing& pair, std::int64_t receipts)
{
    return pair.together * receipts > pair.left_receipts * pair.right_receipts;
}

} // namespace

void Baskets::fold(database::Connection& connection, const Event& event)
{
    if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) count(connection, *sale);
    else if (const auto* found = std::get_if<PairingsFound>(&event.body)) note_told(connection, *found);
}

BasketTotals basket_totals(database::Connection& connection)
{
    database::Statement find{connection, "SELECT receipts, found_on FROM basket_totals WHERE one = 1"};
    return find.step() ? BasketTotals{find.integer(0), find.text(1)} : BasketTotals{};
}

std::vector<Pairing> find_pairings(database::Connection& connection, const PairingLimits& limits)
{
    std::vector<Pairing> found;
    const std::int64_t receipts{basket_totals(connection).receipts};
    const std::int64_t together_min{
        std::max(limits.together_min, (receipts * limits.support_ppm_min + million - 1) / million)};
    database::Statement find{connection,
                             "SELECT p.left_style, p.right_style, l.receipts, r.receipts, p.receipts"
                             " FROM basket_pairs p JOIN basket_styles l ON l.style = p.left_style"
                             " JOIN basket_styles r ON r.style = p.right_style WHERE p.receipts >= ?1"
                             " ORDER BY p.receipts DESC, p.left_style, p.right_style"};
    find.bind(1, together_min);
    while (find.step() && found.size() < limits.pairings_max) {
        const Pairing there{{find.text(0)}, {find.text(1)}, find.integer(2), find.integer(3), find.integer(4)};
        if (!above_chance(there, receipts)) continue;
        const Pairing back{there.right, there.left, there.right_receipts, there.left_receipts, there.together};
        for (const Pairing& pair : {there, back}) {
            if (pair.together * hundred_thousand < pair.left_receipts * limits.confidence_100k_min) continue;
            found.push_back(pair);
        }
    }
    return found;
}

} // namespace guitai::office
