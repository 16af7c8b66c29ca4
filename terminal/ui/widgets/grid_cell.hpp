// One cell of the colour × size grid: what is here, what other shops and the
// warehouse have, and how old that news is. It knows no style and no stock rule.
#pragma once

#include "terminal/ui/widgets/touch.hpp"

namespace guitai::ui {

struct CellLook {
    std::string_view label{}; // "枫红 165/88A": read by tests, not drawn.
    bool made{true}; // False: this colour was never made in this size.
    int here{0}, shops{0}, warehouse{0};
    bool stale{false};            // The far figures are older than the shop allows.
    std::string_view last_word{}; // "末件": said beside the 1.
    int wanted{0};                // Already in the cart from this grid.
    bool chosen{false};
};

[[nodiscard]] bool grid_cell(Ui& ui, std::string_view id, const Rect& box, const CellLook& view);

} // namespace guitai::ui
