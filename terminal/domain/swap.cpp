#include "terminal/domain/swap.hpp"

#include <algorithm>

namespace guitai {
namespace {

// Of one SKU of a line, in thousandths of a piece: sold as it or given out elsewhere, less taken there; and moved here.
struct PiecesOut {
    std::int64_t elsewhere{0}, here{0};
};

PiecesOut pieces_out(const SaleCompleted& sale, std::span<const PiecesMoved> moved, std::int64_t line, const Sku& sku)
{
    const SaleLine& sold{sale.lines[static_cast<std::size_t>(line - 1)]};
    PiecesOut out{sold.sku == sku ? sold.quantity.milli() : 0, 0};
    for (const PiecesMoved& one : moved) {
        if (one.line != line || one.sku != sku) continue;
        out.elsewhere += one.elsewhere;
        out.here += one.milli;
    }
    return out;
}

Quantity within(std::int64_t milli, Quantity most)
{
    return Quantity::from_milli(std::clamp<std::int64_t>(milli, 0, most.milli()));
}

} // namespace

Quantity still_out_as(const SaleCompleted& sale, std::span<const Visit> visits, std::span<const PiecesMoved> moved,
                      std::int64_t line, const Sku& sku)
{
    const Quantity out{still_out(sale, visits, line)};
    if (out.is_zero()) return {};
    const PiecesOut as_sku{pieces_out(sale, moved, line, sku)};
    return within(as_sku.elsewhere + as_sku.here, out);
}

Quantity may_be_out_as(const SaleCompleted& sale, std::span<const Visit> visits, std::span<const PiecesMoved> moved,
                       std::int64_t line, const Sku& sku)
{
    const Quantity out{still_out(sale, visits, line)};
    if (out.is_zero()) return {};
    const PiecesOut as_sku{pieces_out(sale, moved, line, sku)};
    return within(std::max<std::int64_t>(0, as_sku.elsewhere) + as_sku.here, out);
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
