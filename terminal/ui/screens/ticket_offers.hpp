// What stands between the goods of a ticket and its totals: coupons that were handed
// over, coupons to come, what a little more would bring. Never so much that goods or totals lose their room.
#pragma once

#include "terminal/ui/screens/scene.hpp"

namespace guitai::ui {

inline constexpr float ticket_row{26.0F}; // Of its figures and of these lines.

// 0 where there is nothing to say.
[[nodiscard]] float offers_height(const CartView& cart);
void draw_offers(Scene& scene, Rect box);

} // namespace guitai::ui
