// The runner is back from the customer's door: what was due is taken, and on the first trip what was learnt there is
// written down.
#pragma once

#include "terminal/ui/screens/orders_screen.hpp"

namespace guitai::ui {

// Whether anything is asked before the order counts as brought.
[[nodiscard]] bool asks_at_the_door(const OrderBrief& order);

void draw_brought_sheet(Scene& scene, OrdersMemory& memory, const OrderDetail& detail);

} // namespace guitai::ui
