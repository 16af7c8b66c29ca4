// The line is down, her phone is not: it asks the head office for her, and the till reads the answer from its glass.
#pragma once

#include "terminal/app/till_state.hpp"

#include <string_view>

namespace guitai {

// The till is armed, the shop has a page for members, and the head office can not be reached.
[[nodiscard]] bool may_ask_by_phone(const Desk& desk);

// What her phone shows was scanned: checked, written down and in the hand. Refuses carried.unreadable, carried.no_key,
// carried.forged, carried.other_till and carried.too_old.
[[nodiscard]] Result<void> take_carried(Desk& desk, std::string_view code);

} // namespace guitai
