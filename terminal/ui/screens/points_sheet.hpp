// 积分抵现: how many of the member's points pay how much of the ticket.
#pragma once

#include "terminal/ui/screens/scene.hpp"
#include "terminal/ui/widgets/square_code.hpp"

#include <string>

namespace guitai::ui {

struct PointsMemory {
    std::string digits; // Typed.
    bool sent{false};   // The till was asked; its answer closes the sheet, or says why not.
    SquareCode code;    // For her phone.
};

// False once it is closed.
[[nodiscard]] bool draw_points_sheet(Scene& scene, PointsMemory& memory);

// A row of the ticket, taller than a line of text, with a cross that takes the points off again.
inline constexpr float points_row{48.0F};
void draw_points_row(Scene& scene, Rect row);

} // namespace guitai::ui
