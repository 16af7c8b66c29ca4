// What the pieces of a ticket cost, worked out by hand from the rules of trade and
// the one promotion of the simulated chain; knows nothing of the pricing engine, so
// that it can disagree with it.
#pragma once

#include "tests/sim/goods.hpp"

#include <cstdint>
#include <vector>

namespace guitai::sim {

// One line that a customer asked for.
struct Wish {
    Sku sku;
    std::int64_t pieces{1};
    std::int64_t off_rate{0};    // Taken off by hand, in hundredths of a percent …
    std::int64_t off_minor{0};   // … or as an amount.
    bool ordered{false};
    Delivery delivery{Delivery::ship};
};

// Of each line, what its pieces cost, the dearest first; without fee and tax on top.
using Nets = std::vector<std::vector<std::int64_t>>;

// a × b ÷ c, half away from zero; all above or at zero.
[[nodiscard]] std::int64_t rounded(std::int64_t a, std::int64_t b, std::int64_t c);

struct Reckoned {
    Nets nets;
    std::int64_t coupon_off{0}; // Of what is taken off, by a coupon; 0: it is not used.
};

// `pieces` of each wish are bought (its own number, or less where some came back): member
// price, then the discount by hand, then so much off the whole once its threshold is reached,
// and then a coupon's part of what is left.
[[nodiscard]] Reckoned reckon(const Chain& chain, const std::vector<Wish>& wishes, bool is_member,
                              const std::vector<std::int64_t>& pieces, bool coupon);

// Coupons for the next visit that goods of `sum` bring.
[[nodiscard]] std::int64_t coupons_for(const Chain& chain, std::int64_t sum);

// Takes `amount` off the pieces, each by what it costs.
void take_off(const std::vector<Wish>& wishes, Nets& nets, std::int64_t amount);

[[nodiscard]] std::int64_t sum_of(const std::vector<std::int64_t>& nets);
[[nodiscard]] std::int64_t sum_of(const Nets& nets);

[[nodiscard]] std::int64_t tax_of(const Chain& chain, const Wish& wish, std::int64_t net);

} // namespace guitai::sim
