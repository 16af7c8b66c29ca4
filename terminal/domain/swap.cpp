#include "terminal/domain/swap.hpp"

#include <algorithm>

namespace guitai {

Quantity still_out_as(const SaleCompleted& sale, std::span<const Visit> visits, std::span<const PiecesMoved> moved,
                      std::int64_t line, const Sku& sku)
{
    const Quantity out{still_out(sale, visits, line)};
    if (out.is_zero()) return {};
    const SaleLine& sold{sale.lines[static_cast<std::size_t>(line - 1)]};
    std::int64_t milli{sold.sku == sku ? sold.quantity.milli() : 0};
    for (const PiecesMoved& one : moved) {
        if (one.line == line && one.sku == sku) milli += one.milli;
    }
    return Quantity::from_milli(std::clamp<std::int64_t>(milli, 0, out.milli()));
}

Sku held_as(const SaleCompleted& sale, std::span<const Visit> visits, std::span<const PiecesMoved> moved,
            std::int64_t line)
{
    const Sku& sold{sale.lines[static_cast<std::size_t>(line - 1)].sku};
    if (!still_out_as(sale, visits, moved, line, sold).is_zero()) return sold;
    for (const PiecesMoved& one : moved) {
        if (one.line == line && !still_out_as(sale, visits, moved, line, one.sku).is_zero()) return one.sku;
    }
    return sold;
}

} // namespace guitai
