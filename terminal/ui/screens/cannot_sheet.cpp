#include "terminal/ui/screens/cannot_sheet.hpp"

#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"

#include <array>

namespace guitai::ui {
namespace {

constexpr std::array<std::string_view, 3> reasons{"cannot.gift", "cannot.knows", "cannot.mistaken"};

} // namespace

bool draw_cannot(Scene& scene)
{
    const auto& cannot = scene.view.cart.cannot;
    if (cannot.empty() || !scene.view.cart.member) return false;
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const CannotView& one{cannot.front()};
    Sheet sheet{ui, "cannot", {560.0F, 560.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, ui.word("cannot.title")) || sheet.dismissed()) return false;
    const MemberProfile& who{scene.view.cart.member->profile};
    const Rect told{in.cut_top(96.0F, gap_m)};
    c.fill(told, p.danger_soft, radius_m);
    Rect text{told.inset(gap_m, gap_tile)};
    c.text(text.cut_top(32.0F, gap_s), Type::title, p.danger,
           ui.word("cannot.said", addressed(who.name, who.form_of_address), one.about));
    c.text(text, Type::body, p.ink, name_in(ui.words, one.name, one.name_en));
    const Rect off{in.cut_bottom(touch_main)};
    in.cut_bottom(gap_m);
    if (button(ui, "cannot.remove", off,
               {.kind = Kind::main, .icon = icon::remove, .label = ui.word("cannot.remove"), .type = Type::title})) {
        scene.push(RemoveLine{one.line});
        return cannot.size() > 1;
    }
    for (int i{0}; i < static_cast<int>(reasons.size()); ++i) {
        const std::string_view reason{reasons[static_cast<std::size_t>(i)]};
        if (button(ui, reason, in.cell(0, 1, i, static_cast<int>(reasons.size()), gap_tile),
                   {.label = ui.word(reason)})) {
            scene.push(AcceptCannot{one.note, one.sku, std::string{ui.word(reason)}});
        }
    }
    return true;
}

} // namespace guitai::ui
