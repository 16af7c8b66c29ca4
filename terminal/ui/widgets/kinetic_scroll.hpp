// Scrolling with a finger: ImGui scrolls with a wheel only. A drag of more than
// eight pixels takes the press away from the button under it and moves the list.
#pragma once

#include "terminal/ui/widgets/ui.hpp"

namespace guitai::ui {

class KineticScroll {
public:
    // Call before drawing the list; returns how far the content is shifted up, in whole px.
    // Page Up, Page Down and the keyboard's ring move it too. While it glides it asks for frames through ui.motion.
    float update(Ui& ui, const Rect& view, float content_height);
    // Brings the stretch from `top` to `top + height` of the content into view at the next update.
    void show(float top, float height);
    [[nodiscard]] bool moving() const { return m_dragging || m_velocity != 0.0F; }
    void reset() { *this = {}; }

private:
    void follow_finger(const Rect& view, float most);
    void follow_keys(Ui& ui, const Rect& view);

    float m_offset{0.0F};
    float m_velocity{0.0F}; // px per second
    float m_show_top{0.0F}, m_show_height{0.0F};
    bool m_dragging{false};
};

void scroll_mark(Canvas& canvas, const Rect& view, float offset, float content_height);
// The foot of a list that goes on: a fade above `foot`, and how many lines are still below it.
// True when it is tapped; drawn 32 high, it catches 48.
[[nodiscard]] bool more_below(Ui& ui, std::string_view id, const Rect& foot, std::string_view text, ImU32 behind);

} // namespace guitai::ui
