// The card at the side of the member's page: her private half behind its keys, and what is done with her now.
#pragma once

#include "terminal/ui/screens/scene.hpp"

namespace guitai::ui {

struct MemberMemory;

// `sell` once she is on the ticket, else stay.
[[nodiscard]] Go draw_her_side(Scene& scene, MemberMemory& memory, const MemberView& member, const Rect& card);

} // namespace guitai::ui
