// How many points a sale earns, how long they are good and how many are left:
// the same arithmetic at the till and at the head office. Pure; it keeps no
// ledger and knows neither members nor events.
#pragma once

#include "sync/events/money.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace guitai {

// Points of one date of expiry. A negative lot is points taken back.
struct Lot {
    std::int64_t points{0};
    std::string expires_on; // ISO date of the last day they are good; empty: they stay.

    bool operator==(const Lot&) const = default;
};

// One for every whole yuan; a refund's negative total gives as many back.
[[nodiscard]] std::int64_t points_for(Money total);

// The last day that points earned on `iso_date` are good: 31 December of the
// year after. `iso_date` must be an ISO date.
[[nodiscard]] std::string expiry_of(std::string_view iso_date);

// What is still good on `today` (ISO date). Lots may stand in any order. Negative
// where more was taken back than is left: a debt that the next points pay first.
[[nodiscard]] std::int64_t balance(std::span<const Lot> lots, std::string_view today);

struct NextExpiry {
    std::int64_t points{0}; // 0: nothing is going to expire.
    std::string date;       // ISO date, or empty.

    bool operator==(const NextExpiry&) const = default;
};

// The points that are lost first, unless they are spent by then, and the last
// day they are good. What was taken back is taken from the oldest lots first.
[[nodiscard]] NextExpiry next_expiry(std::span<const Lot> lots, std::string_view today);

} // namespace guitai
