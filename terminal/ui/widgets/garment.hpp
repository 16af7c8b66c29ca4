// A drawn garment in the colour of the goods, for products that have no
// photograph, and the picture of goods, whichever of the two there is.
#pragma once

#include "terminal/ui/widgets/ui.hpp"

namespace guitai::ui {

// other: nobody knows what it is, and nothing that is worn is drawn.
enum class Cut { short_jacket, long_coat, vest, trousers, other, top, folded, bag };
enum class Make { quilted, plain };

void garment(Canvas& canvas, const Rect& box, Cut cut, ImU32 cloth, Make make = Make::quilted);

struct GoodsLook {
    std::string_view photo{}; // The catalogue's name of it; empty when it has none.
    Cut cut{Cut::short_jacket};
    ImU32 cloth{0};
    Make make{Make::quilted};
};
// Fills `box` with the photograph, cut to cover it, or with the garment on the cloth's own tint.
void goods_picture(Ui& ui, const Rect& box, const GoodsLook& look, float radius, ImDrawFlags corners);

} // namespace guitai::ui
