// What a ticket costs and why, to the fen. Pure: amounts in, amounts out. It
// knows no cart, no member and no clock; who calls says which list price, which
// member price and which discount a line brings.
#pragma once

#include "sync/events/money.hpp"
#include "sync/events/quantity.hpp"
#include "sync/events/sale_events.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace guitai {

enum class Buyer { stranger, member };

// Whether list prices hold the tax already or it comes on top.
enum class TaxMode { included, excluded };

// Taken off one line by hand: a rate or an amount, never both; neither means none.
struct LineDiscount {
    BasisPoints percent{};
    Money amount{};
    std::string reason{}; // What the person said.

    [[nodiscard]] bool none() const { return percent.value == 0 && amount.is_zero(); }
    bool operator==(const LineDiscount&) const = default;
};

struct LineToPrice {
    std::int64_t line{0}; // Handed back with the result.
    LineKind kind{LineKind::sale};
    Quantity quantity{};
    Money list{};           // Of one, ≥ 0.
    Money member_price{};   // Of one; zero, or not below `list`: members pay the same.
    BasisPoints tax_rate{}; // 0 … 10'000.
    LineDiscount discount{};
    Money fee{};            // Delivery, added to the line; ≥ 0.
};

struct PriceInput {
    std::vector<LineToPrice> lines{};
    Buyer buyer{Buyer::stranger};
    TaxMode tax_mode{TaxMode::included};
};

// quantity × unit − discount + fee (+ tax, where it comes on top) = total, and
// the amounts of `why` add up to discount − fee.
struct PricedLine {
    std::int64_t line{0};
    LineKind kind{LineKind::sale};
    Money unit{}; // List price of one.
    Money fee{};
    Money discount{};
    Money total{}; // Tax included, whatever the mode.
    Money tax{};
    std::vector<PriceReason> why{};

    bool operator==(const PricedLine&) const = default;
};

// subtotal − discount (+ tax, where it comes on top) = total; fees are in the subtotal.
struct PricedCart {
    std::vector<PricedLine> lines{}; // In the order they came.
    Money subtotal{};
    Money discount{};
    Money tax{};
    Money total{};
    Money order_total{}; // The part of `total` that order lines cost.
};

// The member price comes first, then the discount by hand off what is left; a
// discount takes no line below zero. Every amount is rounded by Money::scaled,
// once, on the line it belongs to, so that lines sum to the ticket.
[[nodiscard]] PricedCart price_cart(const PriceInput& input);

} // namespace guitai
