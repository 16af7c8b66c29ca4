// Which coupon a code stands for.
#pragma once

#include "terminal/app/till_state.hpp"

#include <string>

namespace guitai {

// One that was given out, or the id of an offer whose coupon everybody holds. Refuses
// coupon.unknown and coupon.used.
[[nodiscard]] Result<pricing::HeldCoupon> known_coupon(const Desk& desk, const std::string& code);

// Those in hand that another till has used up meanwhile are put away, as long as nothing of the ticket is paid;
// the code of one of them, or empty.
[[nodiscard]] std::string put_used_coupons_away(Desk& desk);

} // namespace guitai
