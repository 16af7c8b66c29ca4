#include "terminal/ui/screens/swap_choice.hpp"

#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/grid_screen.hpp"

#include <algorithm>
#include <utility>

namespace guitai::ui {
namespace {

constexpr float row_tall{84.0F};
constexpr float name_wide{104.0F};

// The sizes of one colour. True: one of them was chosen.
bool draw_colour_row(Scene& scene, const SwapMemory& memory, std::size_t row, Rect box)
{
    const GridView& grid{scene.view.grid};
    const auto sizes = static_cast<int>(grid.sizes.size());
    const Rect name{box.cut_left(name_wide, gap_s)};
    scene.canvas().text(name, Type::strong, scene.colour().ink, colour_in(scene.ui.words, grid.colours[row]));
    for (int column{0}; column < sizes; ++column) {
        const std::size_t at{row * grid.sizes.size() + static_cast<std::size_t>(column)};
        if (at >= grid.cells.size()) break;
        const guitai::CellView& cell{grid.cells[at]};
        const std::string label{cell_words(scene, cell.sku)};
        const CellLook look{.label = label,
                            .made = !cell.sku.empty() && cell.sku != memory.held,
                            .here = static_cast<int>(cell.here),
                            .shops = static_cast<int>(cell.shops),
                            .warehouse = static_cast<int>(cell.warehouse),
                            .last_word = scene.ui.word("stock.last_short")};
        if (!grid_cell(scene.ui, "swap.cell/" + cell.sku.text, box.cell(column, sizes, 0, 1, gap_s), look)) continue;
        if (cell.here <= 0 || cell.sku == memory.held) continue; // Only what lies here can be handed over.
        scene.push(SwapLine{memory.receipt, memory.line, cell.sku, Quantity::pieces(1), memory.reason});
        return true;
    }
    return false;
}

} // namespace

void begin_swap(const Scene& scene, SwapMemory& memory, const SoldView& sale, const SoldLineView& line,
                std::string reason)
{
    memory = {};
    memory.receipt = sale.receipt;
    memory.line = line.line;
    memory.held = line.sku;
    memory.reason = std::move(reason);
    scene.push(OpenGrid{line.style});
}

bool draw_swap_choice(Scene& scene, SwapMemory& memory, Rect box)
{
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    const GridView& grid{scene.view.grid};
    const Rect back{box.cut_bottom(touch_main, gap_m)};
    c.text(box.cut_top(28.0F, gap_s), Type::strong, scene.colour().ink, ui.word("swap.title"));
    c.text(box.cut_top(24.0F, gap_s), Type::caption, scene.colour().ink_soft, ui.word("swap.hint"));
    Rect head{box.cut_top(30.0F, gap_xs)};
    head.cut_left(name_wide, gap_s);
    for (int column{0}; column < static_cast<int>(grid.sizes.size()); ++column) {
        c.text(head.cell(column, static_cast<int>(grid.sizes.size()), 0, 1, gap_s), Type::strong,
               scene.colour().ink_soft, grid.sizes[static_cast<std::size_t>(column)], Align::centre);
    }
    bool open{true};
    const float content{(row_tall + gap_s) * static_cast<float>(grid.colours.size())};
    const float offset{memory.scroll.update(ui, box, content)};
    {
        const Clip clip{box};
        for (std::size_t row{0}; row < grid.colours.size(); ++row) {
            const float y{box.y + (row_tall + gap_s) * static_cast<float>(row) - offset};
            if (draw_colour_row(scene, memory, row, {box.x, y, box.w, row_tall})) open = false;
        }
    }
    scroll_mark(c, box, offset, content);
    if (button(ui, "swap.back", back, {.icon = icon::undo, .label = ui.word("swap.back")})) open = false;
    if (!open) {
        scene.push(CloseGrid{});
        memory = {};
    }
    return open;
}

} // namespace guitai::ui
