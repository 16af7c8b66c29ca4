// Money in purses: paying into a member's (储值充值), selling a gift card, and paying with one.
#pragma once

#include "terminal/ui/screens/scene.hpp"

#include <string>

namespace guitai::ui {

// One sheet for both: a gift card is sold by paying into it.
struct LoadMemory {
    std::string digits;
    TenderKind tender{TenderKind::cash};
    bool sent{false};
    TextEntry code{Accepts::text, 40}; // Of a gift card …
    bool has_code{false};              // … once it was said.
    bool began{false};
};

struct GiftPayMemory {
    TextEntry code{Accepts::text, 40};
    bool began{false};
};

// False once it is closed.
[[nodiscard]] bool draw_load(Scene& scene, LoadMemory& memory, bool gift);
// Asks for the card's code and pays `amount` with it. False once it is closed.
[[nodiscard]] bool draw_gift_pay(Scene& scene, GiftPayMemory& memory, Money amount);

} // namespace guitai::ui
