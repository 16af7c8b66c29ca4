// What goes back to the customer when goods of a finished sale come back: money,
// tax and points, so that all visits together bring exactly what was paid. Knows
// no drawer, no catalogue and no window of return.
#pragma once

#include "sync/events/sale_events.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace guitai {

struct HandedIn {
    std::int64_t line{0}; // Of the receipt, from 1.
    Quantity quantity{};
};

// What one customer brought back at one time.
using Visit = std::vector<HandedIn>;

struct LineBack {
    std::int64_t line{0};
    Money refund{}; // ≥ 0, tax included.
    Money tax{};    // The part of it that is tax.
};

struct Unwound {
    std::vector<LineBack> lines{}; // In the order of `now`.
    std::int64_t points{0};        // To take out of the receipt's lot; ≥ 0.
};

// How much of `sale`'s line (from 1) was sold and is not among `visits`; zero where there is no such line.
[[nodiscard]] Quantity still_out(const SaleCompleted& sale, std::span<const Visit> visits, std::int64_t line);

// `now` on top of `before`, in the order in which they happened. The dearest piece of
// a line comes back first. Asserts that no line brings back more than is out.
[[nodiscard]] Unwound unwind(const SaleCompleted& sale, std::span<const Visit> before, const Visit& now);

} // namespace guitai
