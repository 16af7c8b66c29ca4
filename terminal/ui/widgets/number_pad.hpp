// The number pad: PIN, cash, quantity, counting. Keys never move between uses.
// It gives back keys, from the glass or from the hardware; what they mean
// belongs to whoever asked.
#pragma once

#include "terminal/ui/widgets/touch.hpp"

namespace guitai::ui {

enum class PadCorner { none, double_zero, decimal, next };

struct PadLook {
    PadCorner corner{PadCorner::none};
    bool enabled{true};    // False: hollow, as after too many wrong PINs.
    bool takes_keys{true}; // Digits and Backspace of the hardware come here.
};

// The key tapped: '0'–'9', '.', '<' (backspace), 'd' (00), 'n' (next row), or 0 for none.
// Keys are at least touch_main high when `box` is at least 280 px high.
// `id` + "/1" … "/9", "/0", "/<", "/d", "/.", "/n" are its keys.
[[nodiscard]] char number_pad(Ui& ui, std::string_view id, const Rect& box, const PadLook& look = {});

enum class PinState { typing, wrong };
// PIN dots; a wrong one is drawn as crosses, so that colour is not the only sign.
void pin_dots(Canvas& canvas, const Rect& box, int filled, int count, PinState state = PinState::typing);

} // namespace guitai::ui
