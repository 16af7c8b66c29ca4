// Goods that come back (退换): the receipt is scanned, typed by its last digits or
// found with its member; its lines go onto the ticket piece by piece.
#pragma once

#include "terminal/ui/screens/freight_choice.hpp"
#include "terminal/ui/screens/scene.hpp"
#include "terminal/ui/screens/swap_choice.hpp"

#include <string>

namespace guitai::ui {

struct ReturnsMemory {
    std::string digits; // Of the receipt's number at this till.
    int reason{-1};
    FreightMemory freight;
    int sale{-1}; // Which of several receipts; −1: none chosen yet.
    KineticScroll scroll;
    SwapMemory swap;
};

// False once it is closed.
[[nodiscard]] bool draw_returns(Scene& scene, ReturnsMemory& memory);

} // namespace guitai::ui
