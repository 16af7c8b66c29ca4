#include "terminal/ui/screens/price_check_sheet.hpp"

#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"

namespace guitai::ui {
namespace {

void draw_product(Scene& scene, const PriceCheckView& check, Rect in)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const CatalogueItem& item{check.product};
    c.text(in.cut_top(34.0F), Type::title, p.ink, name_in(scene.ui.words, item.name, item.name_en));
    const std::string variant{variant_in(scene.ui.words, item.colour, item.size)};
    c.text(in.cut_top(26.0F, gap_m), Type::body, p.ink_soft, dotted({item.style.text, variant}));
    c.text(in.cut_top(76.0F, gap_s), Type::hero, p.ink, money_text(item.price));
    const bool favoured{!item.member_price.is_zero() && item.member_price < item.price};
    if (favoured) {
        const std::string member{scene.ui.word("check.member", money_text(item.member_price))};
        c.text(in.cut_top(32.0F, gap_m), Type::title, p.save, member);
    }
    c.rule(in.x, in.right(), in.y, p.line);
    in.cut_top(gap_m);
    figure_row(c, in.cut_top(30.0F), std::string{scene.ui.word("check.here")}, count_text(check.here),
               check.here > 0 ? p.ink : p.danger);
    for (const PriceCheckView::Place& place : check.elsewhere) {
        if (in.h < 30.0F) break;
        figure_row(c, in.cut_top(30.0F), place.name, count_text(place.pieces), p.ink_soft);
    }
}

} // namespace

void draw_price_check(Scene& scene)
{
    const PriceCheckView& check{scene.view.price_check};
    if (!check.on) return;
    Ui& ui{scene.ui};
    Sheet sheet{ui, "check", {520.0F, 560.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, ui.word("check.title")) || sheet.dismissed()) scene.push(EndPriceCheck{});
    draw_banner(scene, in);
    if (!check.product.sku.empty()) return draw_product(scene, check, in);
    empty_state(scene.canvas(), in, icon::qr_code_scanner, ui.word("check.scan"), ui.word("check.hint"));
}

} // namespace guitai::ui
