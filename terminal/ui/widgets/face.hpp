// Three faces, drawn by hand: a font's would look like somebody else's.
#pragma once

#include "sync/events/talk_events.hpp"
#include "terminal/ui/widgets/canvas.hpp"

namespace guitai::ui {

// Eyes and mouth in `ink` on a disc of `skin`.
void draw_face(Canvas& canvas, ImVec2 middle, float radius, Feeling feeling, ImU32 ink, ImU32 skin);

} // namespace guitai::ui
