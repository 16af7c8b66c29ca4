#include "terminal/ui/widgets/square_code.hpp"

#include "terminal/ui/widgets/tokens.hpp"

#include <algorithm>

namespace guitai::ui {

void draw_square_code(Ui& ui, const Rect& box, SquareCode& memory, const std::string& text)
{
    if (memory.text != text) {
        memory.text = text;
        memory.code = qr_of(text);
    }
    const QrCode& code{memory.code};
    if (code.side == 0) return;
    Canvas& c{ui.canvas};
    c.fill(box, rgb(0xFFFFFF), radius_m);
    const auto modules = static_cast<float>(code.side + 2 * qr_quiet_modules);
    const float dot{box.w / modules};
    const float left{box.x + dot * static_cast<float>(qr_quiet_modules)};
    const float top{box.y + dot * static_cast<float>(qr_quiet_modules)};
    const auto at = [dot](float from, std::size_t n) { return from + dot * static_cast<float>(n); };
    for (std::size_t y{0}; y < code.side; ++y) {
        for (std::size_t x{0}; x < code.side;) {
            std::size_t end{x};
            while (end < code.side && code.is_dark(end, y)) ++end;
            // A run is one rectangle: fewer corners, and no seams between modules.
            if (end > x) {
                c.list()->AddRectFilled({at(left, x), at(top, y)}, {at(left, end), at(top, y + 1)}, rgb(0x1B1A17));
            }
            x = std::max(end, x + 1);
        }
    }
}

} // namespace guitai::ui
