// The other page of a report: how the customers were served.
#pragma once

#include "terminal/ui/screens/scene.hpp"

namespace guitai::ui {

// The five steps as bars on the left; feelings and what it cost the customer beside them.
void draw_service(Scene& scene, const ServiceView& service, Rect page);

} // namespace guitai::ui
