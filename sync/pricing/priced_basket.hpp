// What a basket costs, and why: every fen off a line names its offer, every offer
// that took no part says why, and what a little more would bring is told honestly.
// Structured; the texts are word keys, and nothing is parsed back.
#pragma once

#include "sync/pricing/best_plan.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guitai::pricing {

constexpr std::size_t hints_max{3};

struct Reason {
    Layer layer{Layer::line};
    std::string promotion{}; // Empty: keyed in by staff.
    std::string key{};
    std::int64_t quantity{0}; // Units of the line it touched.
    Minor amount{0};          // ≥ 0; 0: they completed a set.
    std::optional<Minor> measured{};     // Of an order or coupon offer.
    std::optional<std::int64_t> step{};  // 1 the lowest …
    std::optional<std::int64_t> times{}; // … or how often, where it repeats.
    std::string said{}; // What staff said who keyed it in.
};

// quantity × unit − discount = total; the reasons add up to the discount.
struct LineResult {
    std::int64_t line{0};
    Minor unit{0};
    Minor discount{0};
    Minor total{0}; // Without the tax that comes on top.
    Minor tax{0};
    std::vector<Minor> prices{}; // Of each unit, dearest first.
    std::int64_t earning{0}; // Fen that earn points, each times its multiplier in percent.
    std::vector<Reason> why{};
};

struct Hint {
    std::string key{};
    std::string promotion{};
    Minor missing{0};
    std::int64_t missing_quantity{0};
    std::int64_t part{0}; // Of a set, from 1.
    Minor gain{0};
    std::int64_t gain_quantity{0};
    std::int64_t gain_coupons{0};
    std::int64_t quantity{0}; // Gifts ready to be taken …
    Minor price{0};           // … at this each.
};

struct NotApplied {
    std::string promotion{};
    std::string key{};
};

struct CouponsToCome {
    std::string promotion{};
    std::string coupon{};
    std::int64_t count{0};
};

struct PricedBasket {
    std::vector<LineResult> lines{}; // In the order of the basket.
    Minor goods{0};
    Minor discount{0};
    Minor delivery{0};
    std::string delivery_by{}; // The offer that lowered it.
    Minor tax{0};
    Minor total{0};
    Minor points_redeemed{0};
    Minor due{0};
    std::int64_t points_earned{0};
    std::vector<std::string> coupons_used{}; // Promotions.
    std::vector<CouponsToCome> coupons_issued{};
    std::map<std::string, std::int64_t> uses{}; // Of offers with a limit per member, in what it counts.
    bool approximate{false};
    std::vector<Hint> unlock{};
    std::vector<NotApplied> not_applied{};
};

[[nodiscard]] PricedBasket price_basket(const PromotionIndex& index, const Basket& basket);

// A plan that was found, put into words.
[[nodiscard]] PricedBasket explain(const Problem& problem, const BestPlan& best);

// How often the plan uses each offer that has a limit per member, in what the limit counts.
[[nodiscard]] std::map<std::string, std::int64_t> limited_uses(const Problem& problem, const Outcome& outcome);

[[nodiscard]] std::vector<Hint> hints_of(const Problem& problem, const Outcome& outcome);
[[nodiscard]] std::vector<NotApplied> not_applied(const Problem& problem, const Outcome& outcome);

} // namespace guitai::pricing
