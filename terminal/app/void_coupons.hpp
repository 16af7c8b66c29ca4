// Coupons that a receipt gave out and that what is kept of it no longer earns.
#pragma once

#include "sync/events/sale_events.hpp"
#include "terminal/app/till_state.hpp"

#include <vector>

namespace guitai {

struct VoidCoupons {
    std::vector<CouponMoved> coupons{};
    // What those of them that were spent already took off other tickets, as far as this till knows those: it
    // is kept back from the refund (promotions, section 8).
    Money spent{};
};

// Of what comes back of `known` on the ticket in hand. Those that nobody has spent go first.
[[nodiscard]] VoidCoupons void_coupons(const Desk& desk, const KnownSale& known);

} // namespace guitai
