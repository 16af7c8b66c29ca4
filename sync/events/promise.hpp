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

// Whether a delivery slot, "2026-11-27 14:00-18:00", had ended before that minute, "2026-11-27 18:05", of the same clock.
// False for a slot that is written otherwise: at any time.
[[nodiscard]] bool is_slot_over(std::string_view slot, std::string_view minute);

} // namespace guitai
