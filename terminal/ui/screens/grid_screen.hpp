// One style, all its colours and sizes: what is here, what others have, and the
// four ways when the cell a customer wants is empty.
#pragma once

#include "terminal/ui/screens/scene.hpp"

#include <string>

namespace guitai::ui {

struct GridMemory {
    WayView way;             // The way chosen, for whoever writes the order down.
    bool asking_why{false};  // The lost sale is being noted.
    KineticScroll down;
    KineticScroll ways;
    float shifted{0.0F};     // Sizes to the right of the window are reached by two keys.
    int first_size{0};
};

void draw_grid(Scene& scene, GridMemory& memory, Rect pane);
// The four ways beside it, in the ticket's place. True: `memory.way` was chosen and an order is to be written down.
[[nodiscard]] bool draw_ways(Scene& scene, GridMemory& memory, const Rect& panel);

// "枫红 165/88A" of an item in the grid; empty for one that is not in it.
[[nodiscard]] std::string cell_words(const Scene& scene, const Sku& sku);
// The same; of goods that have neither, their name.
[[nodiscard]] std::string goods_words(const Scene& scene, const Sku& sku);
// The colour and size of `sku`, as the grid has them.
struct CellPlace {
    std::string colour, size;
    Money price, member_price; // Zero: none.
    bool found{false};
};
[[nodiscard]] CellPlace cell_place(const GridView& grid, const Sku& sku);
// "今天", "11月24日前": when it is in the customer's hands.
[[nodiscard]] std::string ready_words(const Scene& scene, const WayView& way);
// "总仓 36 件": what there is of it where it comes from.
[[nodiscard]] std::string where_words(const Scene& scene, const WayView& way);

} // namespace guitai::ui
