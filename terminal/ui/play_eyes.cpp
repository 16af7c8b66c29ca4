#include "terminal/ui/play_eyes.hpp"

#include <vector>

namespace guitai::ui {

bool on_glass(const Ui& ui, std::string_view widget)
{
    const auto seen = ui.seen.find(widget);
    return seen != ui.seen.end() && seen->second.enabled && seen->second.layer >= ui.top_layer;
}

std::string style_in_stock(const TillView& view, std::size_t number)
{
    std::vector<std::string> styles;
    for (const StyleTile& tile : view.catalogue.tiles) {
        if (tile.here > 0) styles.push_back(tile.style.text);
    }
    return styles.empty() ? std::string{} : styles[number % styles.size()];
}

std::string style_with_gaps(const TillView& view)
{
    std::string any;
    for (const StyleTile& tile : view.catalogue.tiles) {
        if (!tile.only_sku.empty()) continue;
        if (tile.broken_sizes) return tile.style.text;
        any = tile.style.text;
    }
    return any;
}

Sku empty_cell(const TillView& view)
{
    for (const guitai::CellView& cell : view.grid.cells) {
        if (!cell.sku.empty() && cell.here <= 0 && cell.warehouse > 0) return cell.sku;
    }
    return {};
}

bool found(const TillView& view, const std::string& text)
{
    return view.catalogue.searched == text;
}

} // namespace guitai::ui
