// What the head office learns from receipts and returns, for the counter to advise with.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// A longer list travels in several parts.
inline constexpr std::size_t pairings_per_event_max{1'000};

// Who buys the left style buys the right one too. Counts of receipts, from which
// support, confidence and lift follow exactly.
struct Pairing {
    StyleId left;
    StyleId right;
    std::int64_t left_receipts{0};
    std::int64_t right_receipts{0};
    std::int64_t together{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("left", &Pairing::left),
                     field("right", &Pairing::right),
                     field("left_receipts", &Pairing::left_receipts),
                     field("right_receipts", &Pairing::right_receipts),
                     field("together", &Pairing::together));
    }

    bool operator==(const Pairing&) const = default;
};

// Down: what goes with what, learnt from all receipts; its first part replaces what was known.
struct PairingsFound {
    static constexpr std::string_view kind{"pairings_found"};

    std::string found_on; // ISO date.
    std::int64_t receipts{0}; // That were looked at.
    std::int64_t part{1};
    std::int64_t parts{1};
    std::vector<Pairing> pairings;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("found_on", &PairingsFound::found_on),
                     field("receipts", &PairingsFound::receipts),
                     field("part", &PairingsFound::part),
                     field("parts", &PairingsFound::parts),
                     field("pairings", &PairingsFound::pairings));
    }

    bool operator==(const PairingsFound&) const = default;
};

// The head office's own: the photographs of a style were looked at, after customers
// said that the goods differ from them (实物与图片不符).
struct PhotoReviewed {
    static constexpr std::string_view kind{"photo_reviewed"};

    StyleId style;
    std::string business_date; // ISO date; returns up to it are dealt with.
    std::string by; // Who did it, as signed in at the console.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("style", &PhotoReviewed::style),
                     field("business_date", &PhotoReviewed::business_date),
                     field("by", &PhotoReviewed::by));
    }

    bool operator==(const PhotoReviewed&) const = default;
};

} // namespace guitai
