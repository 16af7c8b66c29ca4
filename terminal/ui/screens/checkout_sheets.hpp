// What is said of a line before it is paid, and money that is no sale: how it is
// delivered, which piece it is, and what a member pays back.
#pragma once

#include "terminal/ui/screens/scene.hpp"

#include <optional>
#include <string>

namespace guitai::ui {

struct DeliverySheetMemory {
    int way{-1};        // 0 taken along, 1 to a home, 2 to this shop; −1: as the line is.
    std::string digits; // Of the fee; empty: what the shop asks.
};

// How the open line is to be delivered, where somebody has still to write down to whom.
struct DeliveryWish {
    LineNumber line{0};
    Delivery delivery{Delivery::ship};
    std::optional<Money> fee;
};

struct MarkMemory {
    TextEntry serial{Accepts::text, 40};
    TextEntry lot{Accepts::text, 40};
    bool at_lot{false};
    bool began{false};
};

struct RepayMemory {
    std::string digits;
    TenderKind tender{TenderKind::cash};
    bool sent{false};
};

// `line` of the ticket. False once it is closed; then `wish` holds what needs an address.
[[nodiscard]] bool draw_delivery(Scene& scene, DeliverySheetMemory& memory, LineNumber line,
                                 std::optional<DeliveryWish>& wish);
[[nodiscard]] bool draw_mark(Scene& scene, MarkMemory& memory, LineNumber line);
[[nodiscard]] bool draw_repay(Scene& scene, RepayMemory& memory);

// The first line that can not be paid before it says which piece it is; 0: none.
[[nodiscard]] LineNumber line_to_mark(const CartView& cart);

} // namespace guitai::ui
