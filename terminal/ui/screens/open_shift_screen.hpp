// Opening the shift: the float in the drawer, counted before the first sale.
#pragma once

#include "terminal/ui/screens/scene.hpp"

#include <string>

namespace guitai::ui {

struct OpenShiftMemory {
    std::string digits; // Whole yuan.
};

// Inside a page that has its rail already.
void draw_open_shift(Scene& scene, OpenShiftMemory& memory, Rect page);

// Puts a pad's key into an amount being typed: digits, "00", a point and at most two decimals.
void type_amount(std::string& amount, char key);
// What stands in it, or nothing where it is empty.
[[nodiscard]] Money typed_amount(std::string_view amount);
// The box above a pad: a name at the left, the amount in large figures.
void draw_amount_box(Scene& scene, const Rect& box, std::string_view name, std::string_view amount, bool typed);

} // namespace guitai::ui
