// What a chain gives its members unasked: for joining, on a birthday, for bringing somebody along.
#pragma once

#include "sync/events/field.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace guitai {

struct Benefit {
    std::int64_t points{0}; // 0: none.
    std::string promotion; // Of which she gets a coupon; empty: none.
    std::int64_t days{30}; // How long the coupon is good, the day of the gift included.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("points", &Benefit::points),
                     field("promotion", &Benefit::promotion),
                     field("days", &Benefit::days));
    }

    [[nodiscard]] bool is_nothing() const { return points == 0 && promotion.empty(); }
    bool operator==(const Benefit&) const = default;
};

// Down: the chain's benefits, replacing those before.
struct BenefitsSet {
    static constexpr std::string_view kind{"benefits_set"};

    Benefit welcome; // For joining.
    Benefit birthday; // Once a year, on the day.
    Benefit inviter; // For bringing somebody along, once the other has bought …
    Benefit invited; // … and for having been brought.
    std::int64_t points_months{12}; // How long points given so are good.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("welcome", &BenefitsSet::welcome),
                     field("birthday", &BenefitsSet::birthday),
                     field("inviter", &BenefitsSet::inviter),
                     field("invited", &BenefitsSet::invited),
                     field("points_months", &BenefitsSet::points_months));
    }

    bool operator==(const BenefitsSet&) const = default;
};

} // namespace guitai
