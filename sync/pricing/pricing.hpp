// What a ticket costs and why, to the fen: the till's way into this folder. Pure:
// amounts in, amounts out. It knows no cart, no member book and no clock; who calls
// says which list price, which member price and which discount a line brings.
#pragma once

#include "sync/events/catalogue_events.hpp"
#include "sync/events/money.hpp"
#include "sync/events/quantity.hpp"
#include "sync/events/sale_events.hpp"
#include "sync/pricing/offers.hpp"
#include "sync/pricing/priced_basket.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guitai {

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
    const CatalogueItem* goods{nullptr}; // What offers ask about; null: only those for everything take it.
};

// What is known beside the goods.
struct PriceFacts {
    TaxMode tax_mode{TaxMode::included};
    std::optional<pricing::MemberFacts> member{}; // Nothing: a stranger.
    PlaceCode store{};
    pricing::LocalMoment now{};
    std::optional<pricing::LocalMoment> opened{}; // When the ticket got its first line; nothing: now.
    std::int64_t hold_minutes{30};
    std::vector<pricing::HeldCoupon> coupons{};
    std::shared_ptr<const pricing::Offers> offers{}; // Null: no promotions.
    Money redeem{};          // What points are to pay; cut to what offers let them.
    std::int64_t minor_per_point{guitai::minor_per_point}; // ≥ 1: so many fen earn one point.
};

struct PriceInput {
    std::vector<LineToPrice> lines{};
    PriceFacts facts{};
};

// quantity × unit − discount + fee (+ tax, where it comes on top) = total, and
// the amounts of `why` add up to discount − fee.
struct PricedLine {
    std::int64_t line{0};
    LineKind kind{LineKind::sale};
    Money unit{}; // List price of one.
    Money fee{};  // As it is charged: an offer may have lowered it.
    Money discount{};
    Money total{}; // Tax included, whatever the mode.
    Money tax{};
    // Each one's price without fee and tax on top, the dearest first; of measured goods, one.
    std::vector<Money> pieces{};
    std::int64_t points{0};      // A member earns for this line by itself.
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
    Money delivery{};    // The fees in it, as they are charged.
    Money order_total{}; // The part of `total` that order lines cost.
    Money redeemed{};    // What points pay of `total`: nothing is earned on it.
    std::int64_t points{0}; // A member earns now; orders earn when they are delivered.
    bool approximate{false}; // Too large a ticket to prove that no cheaper way exists.
    std::vector<pricing::Hint> unlock{};
    std::vector<pricing::NotApplied> not_applied{};
    std::vector<std::string> coupons_used{}; // Promotions.
    std::vector<pricing::CouponsToCome> coupons_issued{};
    std::map<std::string, std::int64_t> uses{}; // Of offers with a limit per member.
};

// The cheapest legal way through all offers, the price for members among them; a
// discount by hand comes off what the member price left and takes no line below zero.
[[nodiscard]] PricedCart price_cart(const PriceInput& input);

// As the offers ask about it. `unit` is its list price.
[[nodiscard]] pricing::Article article_of(const CatalogueItem& goods, Money unit, bool weighed);

} // namespace guitai
