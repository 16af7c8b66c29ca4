#include "terminal/domain/unwinding.hpp"

#include "sync/points/points.hpp"

#include <cassert>

namespace guitai {
namespace {

const SaleLine* line_of(const SaleCompleted& sale, std::int64_t line)
{
    if (line < 1 || line > std::ssize(sale.lines)) return nullptr;
    return &sale.lines[static_cast<std::size_t>(line - 1)];
}

// What is left of the line's price once `back` of it came back. Telescopes: the parts of all visits sum to the whole.
Money left_of(const SaleLine& line, Money whole, Quantity back)
{
    if (back >= line.quantity) return {};
    const bool by_piece{line.quantity.is_whole() && back.is_whole() && !line.unit_prices.empty() &&
                        whole == line.total};
    if (!by_piece) return whole.scaled((line.quantity - back).milli(), line.quantity.milli());
    Money gone; // The dearest pieces stand first.
    for (std::int64_t piece{0}; piece < back.whole(); ++piece)
        gone += line.unit_prices[static_cast<std::size_t>(piece)];
    return whole - gone;
}

Quantity brought_back(std::span<const Visit> visits, std::int64_t line)
{
    Quantity back;
    for (const Visit& visit : visits) {
        for (const HandedIn& one : visit) {
            if (one.line == line) back = back + one.quantity;
        }
    }
    return back;
}

// Of what earned points: goods taken along, not orders.
Money earning(const SaleCompleted& sale, std::span<const Visit> visits)
{
    Money sum;
    for (std::int64_t line{1}; line <= std::ssize(sale.lines); ++line) {
        const SaleLine& sold{*line_of(sale, line)};
        if (sold.line_kind == LineKind::sale) sum += left_of(sold, sold.total, brought_back(visits, line));
    }
    return sum;
}

} // namespace

Quantity still_out(const SaleCompleted& sale, std::span<const Visit> visits, std::int64_t line)
{
    const SaleLine* const sold{line_of(sale, line)};
    if (sold == nullptr || sold->line_kind == LineKind::return_) return {};
    const Quantity back{brought_back(visits, line)};
    return back >= sold->quantity ? Quantity{} : sold->quantity - back;
}

Unwound unwind(const SaleCompleted& sale, std::span<const Visit> before, const Visit& now)
{
    Unwound unwound;
    std::vector<Visit> visits{before.begin(), before.end()};
    const Money earned_before{earning(sale, visits)};
    for (const HandedIn& one : now) {
        const SaleLine* const sold{line_of(sale, one.line)};
        assert(sold != nullptr && one.quantity <= still_out(sale, visits, one.line));
        const Quantity back{brought_back(visits, one.line)};
        const Quantity after{back + one.quantity};
        unwound.lines.push_back({one.line, left_of(*sold, sold->total, back) - left_of(*sold, sold->total, after),
                                 left_of(*sold, sold->tax, back) - left_of(*sold, sold->tax, after)});
        visits.push_back({one});
    }
    if (sale.points_earned > 0) unwound.points = points_for(earned_before) - points_for(earning(sale, visits));
    return unwound;
}

} // namespace guitai
