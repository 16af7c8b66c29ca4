// What it cost the customer to send goods back (寄回运费): a usual amount by one tap, any other on the pad.
#pragma once

#include "terminal/ui/screens/scene.hpp"

#include <string>

namespace guitai::ui {

struct FreightMemory {
    Money amount;
    bool asking{false};
    std::string digits{}; // Of another amount, while it is typed.
};

// Into `box`. False once an amount was chosen.
[[nodiscard]] bool draw_freight_choice(Scene& scene, FreightMemory& memory, Rect box);

} // namespace guitai::ui
