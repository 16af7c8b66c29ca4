// By when goods are in the customer's hands. The till shows it before the order
// is taken and the head office promises it afterwards: the same rule, once.
#pragma once

#include "sync/events/order_events.hpp"
#include "sync/events/staff_events.hpp"

#include <string>
#include <string_view>

namespace guitai {

// ISO date, `today` being the shop's. A warehouse takes two days to a door and
// three to a shop; another shop packs a day later. What lies ready in the shop
// where it is collected is there today.
[[nodiscard]] std::string promised_by(Delivery delivery, PlaceKind source, std::string_view today);

} // namespace guitai
