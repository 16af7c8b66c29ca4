// Is all well, and how should it look: what is wrong in one line, the feeds and
// devices with their age, and the choices of whoever stands here.
#pragma once

#include "terminal/ui/look_settings.hpp"
#include "terminal/ui/screens/scene.hpp"

namespace guitai::ui {

// `back`: the person signs out; else stay. Changes `look` at once; whoever owns it keeps it.
[[nodiscard]] Go draw_settings(Scene& scene, LookSettings& look, Rect page);

} // namespace guitai::ui
