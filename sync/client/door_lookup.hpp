// Asking the head office to whose door an order goes that this shop sends for another: no till keeps addresses of
// customers who are not its own.
#pragma once

#include "sync/client/link.hpp"
#include "sync/events/order_events.hpp"

namespace guitai {

// Waits for the answer, a few seconds at most. Refuses order.unknown where this shop does not send it now, and wire.*
// where the office is away.
[[nodiscard]] Result<Recipient> look_up_door(const LinkEnd& end, const OrderId& order);

} // namespace guitai
