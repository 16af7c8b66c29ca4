// Every screen and state of the counter, by name, with the view and the memory
// that show it: for pictures, and for the test that no text is cut.
#pragma once

#include "terminal/ui/app_screen.hpp"

#include <string>
#include <vector>

namespace guitai::test {

struct ScreenState {
    std::string name; // "b_sale_offline"
    TillView view;
    ui::AppScreens memory;
};

[[nodiscard]] std::vector<ScreenState> all_states();
// What is seldom seen; for pictures.
[[nodiscard]] std::vector<ScreenState> rare_states();

} // namespace guitai::test
