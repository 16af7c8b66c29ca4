// Tiers (会员等级): what a chain asks of its members for each of them.
#pragma once

#include "sync/events/field.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// A tier is reached by what was earned in a period, never by what is left of it.
struct TierStep {
    std::string tier; // "silver", "gold" …, or a name of the chain's own.
    std::int64_t from{0}; // Points earned within the period; above zero.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("tier", &TierStep::tier),
                     field("from", &TierStep::from));
    }

    bool operator==(const TierStep&) const = default;
};

// Down: the tiers of the chain, replacing those before; no steps: what a profile says is her tier.
struct TiersSet {
    static constexpr std::string_view kind{"tiers_set"};

    std::int64_t months{12}; // How long the period is, and how long a tier is kept.
    std::vector<TierStep> steps; // The lowest first.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("months", &TiersSet::months),
                     field("steps", &TiersSet::steps));
    }

    bool operator==(const TiersSet&) const = default;
};

} // namespace guitai
