// Orders: those of the shop, one of them, and what this shop sends for the head office.
#pragma once

#include "tests/ui/states.hpp"

namespace guitai::test {

[[nodiscard]] std::vector<ScreenState> order_states();

// One of each of the common states.
[[nodiscard]] std::vector<OrderBrief> some_orders();

} // namespace guitai::test
