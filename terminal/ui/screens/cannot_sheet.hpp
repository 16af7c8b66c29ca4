// The ticket holds what the member can not have: she is asked once more before she pays.
#pragma once

#include "terminal/ui/screens/scene.hpp"

namespace guitai::ui {

// False once there is nothing more to ask, or it was put away.
[[nodiscard]] bool draw_cannot(Scene& scene);

} // namespace guitai::ui
