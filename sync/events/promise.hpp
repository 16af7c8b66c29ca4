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

// After which minute, "2026-11-27 18:00", goods are late that were promised for that day or that delivery slot,
// "2026-11-27 14:00-18:00": whichever is over first. Either may be empty; a slot that is written otherwise is none.
// Empty: never.
[[nodiscard]] std::string late_after(std::string_view promise_date, std::string_view slot);
// Whether a delivery slot had ended before that minute of the same clock.
[[nodiscard]] bool is_slot_over(std::string_view slot, std::string_view minute);

} // namespace guitai
