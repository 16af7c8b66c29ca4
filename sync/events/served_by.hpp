// Who served a customer, as her receipt says it.
#pragma once

#include "sync/events/sale_events.hpp"

namespace guitai {

// Whoever sold most of the lines; a ticket that names no guide was served by the one at the till.
[[nodiscard]] StaffName served_by(const SaleCompleted& sale);

} // namespace guitai
