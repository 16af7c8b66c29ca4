// A rectangle in logical px, and laying out by cutting: take the bar off the
// top, the ticket off the right, and what is left is the catalogue. It knows
// which hand the clerk uses and nothing that is drawn.
#pragma once

#include <imgui/imgui.h>

namespace guitai::ui {

// Which side the ticket and the main action stand on. Text never mirrors.
enum class Hand { right, left };

struct Rect {
    float x{0.0F}, y{0.0F}, w{0.0F}, h{0.0F};

    [[nodiscard]] ImVec2 low() const { return {x, y}; }
    [[nodiscard]] ImVec2 high() const { return {x + w, y + h}; }
    [[nodiscard]] ImVec2 middle() const { return {mid_x(), mid_y()}; }
    [[nodiscard]] float right() const { return x + w; }
    [[nodiscard]] float bottom() const { return y + h; }
    [[nodiscard]] float mid_x() const { return x + w / 2.0F; }
    [[nodiscard]] float mid_y() const { return y + h / 2.0F; }
    [[nodiscard]] Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2.0F * dx, h - 2.0F * dy}; }
    [[nodiscard]] Rect inset(float d) const { return inset(d, d); }
    // A box of this size in the middle.
    [[nodiscard]] Rect centred(float width, float height) const;
    [[nodiscard]] Rect cell(int column, int columns, int row, int rows, float gap) const;
    [[nodiscard]] Rect overlap(const Rect& other) const;
    [[nodiscard]] bool empty() const { return w <= 0.0F || h <= 0.0F; }

    // Each takes a piece off one side, leaves `gap` between, and keeps the rest.
    Rect cut_left(float width, float gap = 0.0F);
    Rect cut_right(float width, float gap = 0.0F);
    Rect cut_top(float height, float gap = 0.0F);
    Rect cut_bottom(float height, float gap = 0.0F);
    // Off the side of the clerk's hand (the ticket), or off the other (the rail).
    Rect cut_near(Hand hand, float width, float gap = 0.0F);
    Rect cut_far(Hand hand, float width, float gap = 0.0F);
};

} // namespace guitai::ui
