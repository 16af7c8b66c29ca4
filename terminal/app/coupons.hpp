// Which coupon a code stands for.
#pragma once

#include "terminal/app/till_state.hpp"

#include <string>

namespace guitai {

// One that was given out, or the id of an offer whose coupon everybody holds. Refuses
// coupon.unknown and coupon.used.
[[nodiscard]] Result<pricing::HeldCoupon> known_coupon(const Desk& desk, const std::string& code);

} // namespace guitai
