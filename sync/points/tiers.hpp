// Which tier a member has: worked out from what she earned and when, at the till and at the head office alike.
// Nothing is stored but what was earned, so a refund takes a tier back with the points that had reached it.
#pragma once

#include "sync/events/tier_events.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace guitai {

// Points of one receipt, less what came back of it, on the day of the receipt.
struct TierEarning {
    std::string on; // ISO date.
    std::int64_t points{0};

    bool operator==(const TierEarning&) const = default;
};

// A tier that the head office gave, with its last day; no day: for as long as it says so.
struct TierGiven {
    std::string tier; // Empty, or one that the chain does not have: none. 金卡 is gold, 银卡 silver.
    std::string until;

    bool operator==(const TierGiven&) const = default;
};

struct TierStanding {
    std::string tier;     // Empty: none yet.
    std::string until;    // The last day that she has it; empty: it has none.
    std::int64_t earned{0}; // In the period that ends today …
    std::string next;     // … and the tier above hers, empty at the top,
    std::int64_t missing{0}; // with what she has to earn for it, from today on.
    std::int64_t to_keep{0}; // What she has to earn until `until` to have her tier longer; 0: nothing.

    bool operator==(const TierStanding&) const = default;
};

// A tier is hers from the day on which what she earned in the `months` up to it reaches the tier's `from`, and for
// `months` after it. Then it is judged again by those months: what they reach, but never more than one step below
// what she had. `rules.steps` must rise, `earnings` may stand in any order; those after `today` do not count yet.
[[nodiscard]] TierStanding tier_standing(const TiersSet& rules, std::span<const TierEarning> earnings,
                                         const TierGiven& given, std::string_view today);

} // namespace guitai
