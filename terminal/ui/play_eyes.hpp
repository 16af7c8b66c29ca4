// What the one who plays a day can see: widgets on the glass, and what the view
// says of goods and sizes. Decides nothing.
#pragma once

#include "terminal/app/view.hpp"
#include "terminal/ui/widgets/ui.hpp"

#include <string>
#include <string_view>

namespace guitai::ui {

// There, enabled, and under no sheet.
[[nodiscard]] bool on_glass(const Ui& ui, std::string_view widget);
// The `number`-th style that has pieces here; empty: nothing to sell.
[[nodiscard]] std::string style_in_stock(const TillView& view, std::size_t number);
// A style some of whose sizes are gone; a style at all where the shelves are full.
[[nodiscard]] std::string style_with_gaps(const TillView& view);
// A cell that is empty here and full at the warehouse; nothing where there is none.
[[nodiscard]] Sku empty_cell(const TillView& view);
// The search on the glass answers this text.
[[nodiscard]] bool found(const TillView& view, const std::string& text);

} // namespace guitai::ui
