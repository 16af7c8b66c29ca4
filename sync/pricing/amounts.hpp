// The arithmetic of promotions: fen as plain whole numbers, because the form
// allows amounts that no till total reaches; one rounding, one way to share.
#pragma once

#include <cstdint>
#include <vector>

namespace guitai::pricing {

using Minor = std::int64_t; // Fen, ≥ 0 unless said otherwise.

constexpr Minor form_amount_max{1'000'000'000'000};
constexpr std::int64_t whole_rate{10'000}; // 100 % in basis points.

// n ÷ d to the nearest whole, a half upwards; n ≥ 0, d > 0. The product n = a × b may pass 64 bits.
[[nodiscard]] constexpr Minor half_up(Minor a, std::int64_t b, std::int64_t d)
{
    __extension__ using Wide = __int128;
    return static_cast<Minor>((2 * (static_cast<Wide>(a) * b) + d) / (2 * static_cast<Wide>(d)));
}

[[nodiscard]] constexpr Minor at_rate(Minor amount, std::int64_t basis_points)
{
    return half_up(amount, basis_points, whole_rate);
}

// Parts in proportion to `weights` that sum to `total`: each gets the whole fen of
// its part, what is left goes one fen each to the largest remainders; of equal
// ones the larger weight is first, then the earlier place. All zero where no weight is.
// `total` ≤ the sum of the weights keeps every part ≤ its weight.
void share(Minor total, const std::vector<Minor>& weights, std::vector<Minor>& parts);

enum class CashRounding { down, half_up, up };

// A due amount as it can be paid in coins: a multiple of `unit` ≥ 1.
[[nodiscard]] Minor cash_rounded(Minor amount, Minor unit, CashRounding mode);

// What a sale was rounded to, and what has come back of it so far, this visit included.
struct CashHistory {
    Minor sold_exact{0};
    Minor sold_cash{0};
    Minor back_exact{0};
    Minor handed_before{0}; // In earlier visits.
};

// Cash to hand over now. The last visit brings exactly what was paid.
[[nodiscard]] Minor cash_back(const CashHistory& history, Minor unit, CashRounding mode);

} // namespace guitai::pricing
