// A second person says yes: their name and their PIN, over whatever was asked.
#pragma once

#include "terminal/ui/screens/sign_in_screen.hpp"

namespace guitai::ui {

struct ApprovalMemory {
    std::string name, pin;
    std::string asked_for;
    std::int64_t tries_before{0};
    bool wrong{false};
    bool by_phone{false};
    std::string code; // That the head office reads out.
};

// Shows itself while the till waits for an approval, and not otherwise.
void draw_approval(Scene& scene, ApprovalMemory& memory);

} // namespace guitai::ui
