// The pages of a member's own screen, once her password was right.
#pragma once

#include "terminal/ui/screens/own_screen.hpp"

namespace guitai::ui {

// Reads `own`, asks for what she taps in `commands`.
void draw_own_page(const TillView& view, const OwnFileView& own, OwnMemory& memory, Ui& ui, Commands& commands);

} // namespace guitai::ui
