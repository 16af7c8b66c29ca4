// What does it cost: the last code that was scanned, large enough for the customer to read.
#pragma once

#include "terminal/ui/screens/scene.hpp"

namespace guitai::ui {

// Draws while the view says that prices are being checked.
void draw_price_check(Scene& scene);

} // namespace guitai::ui
