// What does it cost: the last code that was scanned or typed, large enough for the customer to read.
#pragma once

#include "terminal/ui/screens/scene.hpp"

namespace guitai::ui {

struct PriceCheckMemory {
    TextEntry typed;      // The code on a tag that no scanner reads.
    bool on_glass{false}; // Our keyboard is open for it.
};

// Draws while the view says that prices are being checked.
void draw_price_check(Scene& scene, PriceCheckMemory& memory);

} // namespace guitai::ui
