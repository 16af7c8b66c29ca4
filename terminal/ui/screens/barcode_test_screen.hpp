// A page of the settings on which codes are tried out: what was scanned, what the
// till understood, which rule read it and what would be sold. Sells nothing.
#pragma once

#include "terminal/ui/screens/scene.hpp"

namespace guitai::ui {

void draw_barcode_test(Scene& scene, Rect page);

} // namespace guitai::ui
