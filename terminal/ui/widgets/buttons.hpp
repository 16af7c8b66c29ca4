// Everything that is pressed: buttons, chips, segments, steppers. They answer
// what was tapped in this frame and remember nothing.
#pragma once

#include "terminal/ui/widgets/touch.hpp"

#include <span>

namespace guitai::ui {

// main: the one green button of a screen; Enter presses it too, unless the ring stands elsewhere.
enum class Kind { main, plain, quiet, danger, tinted };

struct ButtonLook {
    Kind kind{Kind::plain};
    const char* icon{nullptr};
    std::string_view label{};
    std::string_view note{}; // A second, smaller line: a shortcut key, an amount.
    bool enabled{true};
    Type type{Type::strong};
    Key shortcut{Key::none};
};

[[nodiscard]] bool button(Ui& ui, std::string_view id, const Rect& box, const ButtonLook& look);
// The square with the arrow at a page's top corner; Escape presses it too.
[[nodiscard]] bool back_button(Ui& ui, std::string_view id, const Rect& box);

// A filter that is on or off; on = filled AND ticked. Draw it 44 high, it catches 52.
[[nodiscard]] bool chip(Ui& ui, std::string_view id, const Rect& box, std::string_view text, bool on);
// The width a chip wants for its text, ticked or not, so that a row does not shift when it is tapped.
[[nodiscard]] float chip_width(const Canvas& canvas, std::string_view text);
// Boxes for chips one after another, in as many lines of `box` as they take.
class ChipLines {
public:
    ChipLines(const Canvas& canvas, const Rect& box, float height) : m_canvas{canvas}, m_box{box}, m_height{height} {}

    [[nodiscard]] Rect next(std::string_view text);
    // Of all lines so far.
    [[nodiscard]] float tall() const { return m_y + m_height; }

private:
    const Canvas& m_canvas;
    Rect m_box;
    float m_height{0.0F};
    float m_x{0.0F}; // Where the next one begins, from the corner of the box.
    float m_y{0.0F};
};
// The segment tapped, or -1. `id` + "/0", "/1" … are the segments.
[[nodiscard]] int segmented(Ui& ui, std::string_view id, const Rect& box, std::span<const std::string_view> labels,
                            int chosen);
// − n +; returns −1, 0 or +1. `value` is text so that "0.85 m" works as well as "2".
// `id` + "/less" and "/more" are its keys.
[[nodiscard]] int stepper(Ui& ui, std::string_view id, const Rect& box, std::string_view value, bool can_lower = true);

} // namespace guitai::ui
