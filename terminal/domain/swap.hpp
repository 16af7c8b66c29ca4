// Another size or colour in the place of a piece that was sold (换尺码、换颜色): no
// money moves and the receipt's promotions stay. What is out of a line is therefore
// known by its SKU. Knows no stock and no window of return.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/domain/unwinding.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace guitai {

// What swaps and returns did to the pieces of one receipt: above zero, a piece of that SKU took the place of another.
struct PiecesMoved {
    std::int64_t line{0}; // Of the receipt, from 1.
    Sku sku{};
    std::int64_t milli{0};     // At this till …
    std::int64_t elsewhere{0}; // … and by those swaps of other tills that this one has read the receipts of.
};

// How much of `line` is out as `sku`. What came back elsewhere is known without its SKU, so it may be less.
[[nodiscard]] Quantity still_out_as(const SaleCompleted& sale, std::span<const Visit> visits,
                                    std::span<const PiecesMoved> moved, std::int64_t line, const Sku& sku);

// How much of it may be out as that for all that is known here. Another till may have swapped twice, and this one have
// read of the second time alone: that took a piece which nothing known here gave out, and none that was given out here.
[[nodiscard]] Quantity may_be_out_as(const SaleCompleted& sale, std::span<const Visit> visits,
                                     std::span<const PiecesMoved> moved, std::int64_t line, const Sku& sku);

// As what the customer holds the pieces of `line`: the SKU it was sold as while any of it is out, else another.
[[nodiscard]] Sku held_as(const SaleCompleted& sale, std::span<const Visit> visits,
                          std::span<const PiecesMoved> moved, std::int64_t line);

// Whether `other` may take the place of a piece of `line`. Refuses swap.not_alike (another style or another
// list price than it was sold at, or sold by measure) and return.more_than_sold.
[[nodiscard]] Result<void> check_swap(const SaleCompleted& sale, const ReceiptTerms& terms,
                                      std::span<const Visit> visits, std::int64_t line, const CatalogueItem& other);

} // namespace guitai
