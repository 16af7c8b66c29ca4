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

// Enter asks for what was typed, by keys or on the glass.
void draw_typed(Scene& scene, PriceCheckMemory& memory, Rect& in)
{
    Ui& ui{scene.ui};
    bool said{false};
    if (memory.on_glass) {
        const Rect keys{in.cut_bottom(keyboard_height - 2.0F * gap_l, gap_m)};
        said = write_on_glass(ui, scene.writing, keys, memory.typed) == Wrote::done;
    }
    const EntryResult entry{entry_field(ui, "check.code", in.cut_bottom(52.0F, gap_m), memory.typed,
                                        {.icon = icon::search,
                                         .hint = ui.word("check.type"),
                                         .spelling = memory.on_glass ? std::string_view{scene.writing.spelling} : "",
                                         .active = true})};
    if (entry.tapped && !memory.on_glass) {
        memory.on_glass = true;
        scene.writing.open(KeyLayout::symbols);
    }
    if (memory.typed.empty()) return;
    if (!said && !(ui.reachable() && ui.keys.take(Key::enter))) return;
    scene.push(CheckPrice{memory.typed.text()});
    memory = {};
}

} // namespace

void draw_price_check(Scene& scene, PriceCheckMemory& memory)
{
    const PriceCheckView& check{scene.view.price_check};
    if (!check.on) {
        memory = {};
        return;
    }
    Ui& ui{scene.ui};
    const bool writing{memory.on_glass};
    Sheet sheet{ui, "check", writing ? ImVec2{900.0F, keyboard_height + 330.0F} : ImVec2{520.0F, 620.0F},
                writing ? SheetPlace::bottom : SheetPlace::middle};
    Rect in{sheet.inside()};
    if (sheet.head(in, ui.word("check.title")) || sheet.dismissed()) scene.push(EndPriceCheck{});
    draw_banner(scene, in);
    draw_typed(scene, memory, in);
    if (writing) return;
    if (!check.product.sku.empty()) return draw_product(scene, check, in);
    empty_state(scene.canvas(), in, icon::qr_code_scanner, ui.word("check.scan"), ui.word("check.hint"));
}

} // namespace guitai::ui
