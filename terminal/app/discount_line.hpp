// How much a person may take off a line by hand, and when somebody else must agree.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/till_state.hpp"

namespace guitai {

// An amount off ten pieces is a larger part of one: asks again where the new
// quantity lifts a line's discount above what its person may give.
[[nodiscard]] Result<void> check_discount_at(Desk& desk, const SetQuantity& command);

} // namespace guitai
