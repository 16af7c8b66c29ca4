#include "terminal/ui/widgets/rect.hpp"

#include <algorithm>
#include <cmath>

namespace guitai::ui {

Rect Rect::centred(float width, float height) const
{
    return {std::round(mid_x() - width / 2.0F), std::round(mid_y() - height / 2.0F), width, height};
}

Rect Rect::cell(int column, int columns, int row, int rows, float gap) const
{
    const float cw{(w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns)};
    const float ch{(h - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows)};
    return {std::round(x + static_cast<float>(column) * (cw + gap)),
            std::round(y + static_cast<float>(row) * (ch + gap)), std::floor(cw), std::floor(ch)};
}

Rect Rect::overlap(const Rect& other) const
{
    const float left{std::max(x, other.x)};
    const float top{std::max(y, other.y)};
    return {left, top, std::min(right(), other.right()) - left, std::min(bottom(), other.bottom()) - top};
}

Rect Rect::cut_left(float width, float gap)
{
    const Rect piece{x, y, width, h};
    x += width + gap;
    w -= width + gap;
    return piece;
}

Rect Rect::cut_right(float width, float gap)
{
    w -= width + gap;
    return {x + w + gap, y, width, h};
}

Rect Rect::cut_top(float height, float gap)
{
    const Rect piece{x, y, w, height};
    y += height + gap;
    h -= height + gap;
    return piece;
}

Rect Rect::cut_bottom(float height, float gap)
{
    h -= height + gap;
    return {x, y + h + gap, w, height};
}

Rect Rect::cut_near(Hand hand, float width, float gap)
{
    return hand == Hand::right ? cut_right(width, gap) : cut_left(width, gap);
}

Rect Rect::cut_far(Hand hand, float width, float gap)
{
    return hand == Hand::right ? cut_left(width, gap) : cut_right(width, gap);
}

} // namespace guitai::ui
