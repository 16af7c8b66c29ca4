// Small parts of the payment page: the note above its main button, the change,
// and the card that the payment terminal is busy with.
#pragma once

#include "terminal/ui/screens/scene.hpp"

#include <string_view>

namespace guitai::ui {

// One or two small lines in the middle of their box.
void draw_hint(Canvas& c, const Rect& box, std::string_view text);

// What the customer gets back, in large figures.
void draw_change(Scene& scene, const Rect& box, Money change);

// How long the terminal has been asked, and in the main button's place the way out of waiting.
void draw_card_waiting(Scene& scene, const CardView& card, const Rect& box, const Rect& go);

} // namespace guitai::ui
