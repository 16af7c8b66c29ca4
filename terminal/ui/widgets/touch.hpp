// The finger. A place that can be tapped is drawn by hand over an invisible
// button: ImGui decides who was tapped, the kit how it looks. It knows nothing
// of what a tap means.
#pragma once

#include "terminal/ui/widgets/ui.hpp"

namespace guitai::ui {

struct Touch {
    bool tapped{false};  // By a finger, by Enter or Space on the ring, or by its shortcut.
    bool focused{false}; // The keyboard's ring is here.
    float down{0.0F};    // 0 up, 1 pressed, in between while it moves.
};

struct Area {
    bool enabled{true};
    float reach{0.0F};          // Widens what the finger can hit beyond what the eye sees.
    std::string_view label{};   // What a person would call it; read by tests.
    Key shortcut{Key::none};
};

// `id` is unique on the screen and the same in every language: "sale.pay", "sale.line/3/more".
[[nodiscard]] Touch touch_area(Ui& ui, std::string_view id, const Rect& box, const Area& area = {});
// The key that presses what stands at `box`, on its upper corner; only while a keyboard is in use.
void shortcut_cap(Ui& ui, const Rect& box, Key shortcut);
void focus_ring(Canvas& canvas, const Rect& box, float radius);

enum class Tone { plain, primary, gold, save, danger, info };

struct ToneColours {
    ImU32 ink{0}, soft{0};
};
[[nodiscard]] ToneColours tone_colours(const Palette& palette, Tone tone);

} // namespace guitai::ui
