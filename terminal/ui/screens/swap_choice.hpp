// Which size or colour takes the place of a piece that was sold (换尺码、换颜色).
#pragma once

#include "terminal/ui/screens/scene.hpp"

#include <cstdint>
#include <string>

namespace guitai::ui {

struct SwapMemory {
    ReceiptNumber receipt; // Empty: nothing is being swapped.
    std::int64_t line{0};
    Sku held;              // As what the customer has it.
    std::string reason;
    KineticScroll scroll;

    [[nodiscard]] bool on() const { return !receipt.empty(); }
};

// Opens the style's grid for `line` of `sale`.
void begin_swap(const Scene& scene, SwapMemory& memory, const SoldView& sale, const SoldLineView& line,
                std::string reason);
// Into `box`. False once a cell was chosen or it was given up.
[[nodiscard]] bool draw_swap_choice(Scene& scene, SwapMemory& memory, Rect box);

} // namespace guitai::ui
