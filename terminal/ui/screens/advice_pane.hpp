// Beside the ticket: how far the talk has come, and two things to offer with the
// reason for each. It costs no tap of whoever looks past it.
#pragma once

#include "terminal/ui/screens/scene.hpp"

namespace guitai::ui {

struct AdviceMemory {
    bool asking{false}; // The budgets are to be seen, though there are suggestions.
};

// Cuts what it needs off the bottom of `pane`; nothing while nobody is being served.
void draw_advice(Scene& scene, AdviceMemory& memory, Rect& pane);

} // namespace guitai::ui
