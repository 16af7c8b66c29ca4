// Membership fees (入会费) and services that points pay (积分换服务), over the ticket.
#pragma once

#include "terminal/ui/screens/scene.hpp"

#include <cstddef>

namespace guitai::ui {

struct FeeMemory {
    TenderKind tender{TenderKind::cash};
    bool giving_back{false};
    int reason{-1};
    bool sent{false};
};

struct ServicesMemory {
    KineticScroll scroll;
    bool sent{false};
    std::size_t before{0}; // On the ticket when one was tapped.
};

// Each is false once it is closed.
[[nodiscard]] bool draw_fee(Scene& scene, FeeMemory& memory);
[[nodiscard]] bool draw_services(Scene& scene, ServicesMemory& memory);

inline constexpr float service_row{48.0F};
// The services of the ticket in hand, each with a cross that takes it off.
[[nodiscard]] float services_height(const CartView& cart);
void draw_service_rows(Scene& scene, Rect box);

} // namespace guitai::ui
