// One product in the catalogue: picture, name, price, stock.
#pragma once

#include "terminal/ui/widgets/garment.hpp"
#include "terminal/ui/widgets/touch.hpp"

namespace guitai::ui {

struct TileLook {
    std::string_view name{}, style_number{}, price{};
    std::string_view old_price{}; // Not empty: struck through beside the price.
    std::string_view promotion{}; // Not empty: a tag on the picture.
    std::string_view stock{};     // "余 12" / "12 left": words, not only colour.
    Tone stock_tone{Tone::plain};
    GoodsLook goods{};
    int in_cart{0};
    bool broken_sizes{false};
    std::string_view broken_label{};
};

[[nodiscard]] bool product_tile(Ui& ui, std::string_view id, const Rect& box, const TileLook& view);

} // namespace guitai::ui
