#include "terminal/ui/widgets/product_tile.hpp"

#include "terminal/ui/widgets/notes.hpp"

#include <algorithm>
#include <string>

namespace guitai::ui {
namespace {

void draw_picture(Ui& ui, const Rect& picture, const TileLook& view)
{
    Canvas& c{ui.canvas};
    goods_picture(ui, picture, view.goods, radius_m, ImDrawFlags_RoundCornersTop);
    if (!view.promotion.empty())
        tag(c, {picture.x + 8.0F, picture.y + 20.0F}, Tone::save, icon::local_offer, view.promotion, 24.0F);
    if (view.broken_sizes)
        tag(c, {picture.x + 8.0F, picture.bottom() - 18.0F}, Tone::danger, icon::error_outline, view.broken_label,
            24.0F);
    if (view.in_cart == 0) return;
    const ImVec2 at{picture.right() - 20.0F, picture.y + 20.0F};
    c.list()->AddCircleFilled(at, 14.0F, c.colour().primary, 24);
    c.text({at.x - 14.0F, at.y - 14.0F, 28.0F, 28.0F}, Type::strong, c.colour().on_primary,
           std::to_string(view.in_cart), Align::centre);
}

void draw_words(Canvas& c, Rect in, const TileLook& view)
{
    const Palette& p{c.colour()};
    // A long name (English, mostly) takes the style number's line rather than lose its end.
    if (c.width(Type::strong, view.name) <= in.w) {
        c.text(in.cut_top(24.0F), Type::strong, p.ink, view.name);
        c.text(in.cut_top(20.0F), Type::caption, p.ink_faint, view.style_number);
    } else {
        c.paragraph({in.x, in.y, in.w, 46.0F}, Type::strong, p.ink, view.name, 2);
        in.cut_top(44.0F);
    }
    Rect foot{in.cut_bottom(26.0F)};
    // The price is never cut: the stock's words give way.
    const float price_width{c.width(Type::strong, view.price)};
    const float stock_width{std::min(c.width(Type::caption, view.stock), foot.w - price_width - 8.0F)};
    const ImU32 stock_ink{view.stock_tone == Tone::plain ? p.ink_faint : tone_colours(p, view.stock_tone).ink};
    c.text(foot.cut_right(stock_width, 4.0F), Type::caption, stock_ink, view.stock, Align::right);
    c.text(foot, Type::strong, view.old_price.empty() ? p.ink : p.save, view.price);
    const float old_width{c.width(Type::caption, view.old_price)};
    if (view.old_price.empty() || foot.w - price_width - 8.0F <= old_width) return;
    const Rect old{foot.x + price_width + 6.0F, foot.y + 1.0F, old_width, foot.h};
    c.text(old, Type::caption, p.ink_faint, view.old_price);
    c.rule(old.x, old.right(), old.mid_y() + 1.0F, p.ink_faint);
}

} // namespace

bool product_tile(Ui& ui, std::string_view id, const Rect& box, const TileLook& view)
{
    Canvas& c{ui.canvas};
    const Palette& p{c.colour()};
    const Touch touch{touch_area(ui, id, box, {.label = view.name})};
    const Rect face{box.inset(touch.down * 2.0F)};
    if (touch.down < 0.5F) c.shadow(face, radius_m, Elevation::card);
    c.fill(face, p.surface, radius_m);
    Rect in{face};
    draw_picture(ui, in.cut_top(face.h - 86.0F), view);
    draw_words(c, in.inset(12.0F, 8.0F), view);
    c.stroke(face, view.in_cart > 0 ? p.primary : p.line, radius_m, view.in_cart > 0 ? 2.0F : 1.0F);
    if (touch.focused) focus_ring(c, face, radius_m);
    return touch.tapped;
}

} // namespace guitai::ui
