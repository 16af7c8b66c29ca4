// What goes back to the customer when goods of a finished sale come back: what is
// kept is priced again on the terms of that day, and what was paid above it comes
// back, so that all visits together bring exactly what was paid. Knows no drawer
// and no window of return.
#pragma once

#include "sync/events/catalogue_events.hpp"
#include "sync/events/sale_events.hpp"
#include "sync/pricing/offers.hpp"
#include "sync/pricing/tax_mode.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace guitai {

struct HandedIn {
    std::int64_t line{0}; // Of the receipt, from 1.
    Quantity quantity{};
};

// What one customer brought back at one time.
using Visit = std::vector<HandedIn>;

// On what terms a receipt was sold, beside what it says itself.
struct ReceiptTerms {
    // The promotions of its revision; null: not known here. Then kept goods are worth their price
    // without promotions, so that no more goes back than should.
    std::shared_ptr<const pricing::Offers> offers{};
    TaxMode tax_mode{TaxMode::included};
    std::int64_t hold_minutes{30};
    std::function<std::optional<CatalogueItem>(const Sku&)> goods{}; // Style, category and tags; may be empty.
};

struct LineBack {
    std::int64_t line{0};
    Money refund{}; // ≥ 0, tax included.
    Money tax{};    // The part of it that is tax; below zero where what is kept is taxed higher.
};

struct Unwound {
    std::vector<LineBack> lines{}; // In the order of `now`.
    std::int64_t points{0};        // To take out of the receipt's lot; ≥ 0.
    Money paid_in_points{};        // The part of the refund that goes back as points …
    std::int64_t points_restored{0}; // … and how many …
    std::int64_t restored_before{0}; // … beside those of the visits before.
    Money kept_worth{};            // What is kept, on the terms of that day; without tax on top.
    std::vector<std::string> coupons_back{};                // Promotions whose coupon is good again.
    std::map<std::string, std::int64_t> coupons_void{};     // Promotion → coupons no longer earned.
    std::map<std::string, std::int64_t> uses_back{};        // Promotion → uses of its limit per member.
};

// How much of `sale`'s line (from 1) was sold and is not among `visits`; zero where there is no such line.
[[nodiscard]] Quantity still_out(const SaleCompleted& sale, std::span<const Visit> visits, std::int64_t line);

// Whether all that was sold is among `visits`.
[[nodiscard]] bool nothing_is_kept(const SaleCompleted& sale, std::span<const Visit> visits);

// What was rounded off in cash on a ticket that brought goods of `receipt` back and nothing else; else nothing.
[[nodiscard]] Money rounded_off(const SaleCompleted& refund, const ReceiptNumber& receipt);

// Whether promotions had a part in what it cost, the price for members apart.
[[nodiscard]] bool promotions_made_the_price(const SaleCompleted& sale);

// Whether it was sold by weight or length: such a line comes back whole.
[[nodiscard]] bool was_measured(const SaleLine& line);

// `now` on top of `before`, in the order in which they happened. The dearest piece of
// a line comes back first. Asserts that no line brings back more than is out.
[[nodiscard]] Unwound unwind(const SaleCompleted& sale, const ReceiptTerms& terms, std::span<const Visit> before,
                             const Visit& now);

} // namespace guitai
