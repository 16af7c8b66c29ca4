// The cheapest legal plan for the customer, found exactly up to a named size of
// cart and never dearer than a simple plan beyond it. Counts nodes, never time:
// the same cart gives the same answer on every machine.
#pragma once

#include "sync/pricing/plan.hpp"

#include <cstdint>

namespace guitai::pricing {

// Up to so many a-priori choices the plan is the best one, on tickets of up to fifty pieces; on longer
// ones up to as many fewer. Worked out from the cart alone.
constexpr std::int64_t choice_limit{1'000'000};

struct BestPlan {
    Outcome outcome{};
    bool approximate{false}; // Beyond choice_limit, and not proven to be the cheapest.
};

[[nodiscard]] BestPlan best_plan(const Problem& problem);

// 2^(order and coupon candidates) × the ways to give each group of identical units
// its choices; stops counting above choice_limit.
[[nodiscard]] std::int64_t choice_count(const Problem& problem);

// Whether the unit is under no offer that looks at more than this unit.
[[nodiscard]] bool stands_alone(const Problem& problem, std::size_t unit);

// The simple plan: each unit's own cheapest choice, then set by set, then order and coupon offers in turn.
[[nodiscard]] Outcome simple_plan(const Problem& problem, Evaluator& evaluator);

// A lower level may pay where something is measured behind it, or where the steps' rewards do not rise.
[[nodiscard]] std::int64_t lower_levels(const Problem& problem, std::size_t late_place);

} // namespace guitai::pricing
