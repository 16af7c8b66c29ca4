// An order for what the shop does not have.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/till_state.hpp"

namespace guitai {

// Refuses order.incomplete (detail: name, phone or address), order.needs_phone
// and member.bad_phone. Only what goes to a home needs an address.
[[nodiscard]] Result<void> check_recipient(const Recipient& recipient, Delivery delivery);

} // namespace guitai
