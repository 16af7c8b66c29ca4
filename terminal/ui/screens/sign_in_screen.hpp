// Who is at the counter: the people of the shop, a PIN on dots, a pad. It shows
// how many tries are left and when a locked pad opens again; it checks nothing.
#pragma once

#include "sync/events/pin.hpp"
#include "terminal/ui/screens/scene.hpp"

#include <string>

namespace guitai::ui {

struct SignInMemory {
    std::string name;            // Chosen; empty: the first of the list.
    std::string pin;
    std::string asked_for;       // Whose PIN was sent last; its tries tell whether it was wrong.
    std::int64_t tries_before{0};
    bool wrong{false};           // Crosses until the next digit.
    TextEntry search;
    bool searching{false};
    KineticScroll scroll;
};

void draw_sign_in(Scene& scene, SignInMemory& memory);

// Dots, the line under them and the pad, for anybody who types a PIN. `wrong` draws crosses.
// The pad is hollow while `locked_until_ms` is ahead. True if `pin` changed.
struct PinPad {
    std::string_view id;
    bool wrong{false};
    std::int64_t tries_left{0}; // Said beside the crosses.
    std::int64_t locked_until_ms{0};
};
bool draw_pin_pad(Scene& scene, Rect& box, std::string& pin, const PinPad& pad);

} // namespace guitai::ui
