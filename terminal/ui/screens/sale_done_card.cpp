#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/payment_screen.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

constexpr float row_step{38.0F};

float rows_of(const SaleDone& done)
{
    return 3.0F + (done.points_earned != 0 ? 1.0F : 0.0F) + (done.orders.empty() ? 0.0F : 1.0F);
}

void draw_figures(Scene& scene, Rect& in, const SaleDone& done)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const float notice{done.printed ? 0.0F : 60.0F};
    const float step{std::min(row_step, (in.h - notice) / rows_of(done))};
    const auto row = [&](std::string_view name, std::string_view amount, ImU32 ink) {
        Rect line{in.cut_top(step)};
        const Rect right{line.cut_right(c.width(Type::strong, amount) + 2.0F, gap_s)};
        c.text(right, Type::strong, ink, amount, Align::right);
        c.text(line, Type::body, p.ink_soft, name);
    };
    row(scene.ui.word("done.receipt"), done.receipt.text, p.ink);
    const bool back{done.total.is_negative()};
    row(scene.ui.word(back ? "done.total_back" : "done.total"), money_text(back ? -done.total : done.total), p.ink);
    row(scene.ui.word(back ? "done.given_back" : "done.given"), money_text(back ? -done.given : done.given), p.ink);
    if (done.points_earned != 0)
        row(scene.ui.word("done.points"),
            "+" + count_text(done.points_earned) + " · " +
                scene.ui.word("done.balance", count_text(done.points_balance)),
            p.gold);
    if (!done.orders.empty())
        row(scene.ui.word("done.orders", done.orders.size()), done.orders.front().text, p.info);
}

float card_height(const SaleDone& done)
{
    return 458.0F + rows_of(done) * row_step + (done.printed ? 0.0F : 60.0F);
}

} // namespace

void draw_sale_done(Scene& scene, const SaleDone& done)
{
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const Rect card{ui.page.centred(560.0F, std::min(card_height(done), ui.page.h - 2.0F * page_margin))};
    c.card(card, Elevation::sheet, radius_l);
    Rect in{card.inset(40.0F, 36.0F)};
    const Rect tick{in.cut_top(80.0F, gap_m)};
    c.list()->AddCircleFilled(tick.middle(), 40.0F, p.primary_soft, 48);
    c.icon(tick.middle(), icon::check, p.primary, 40.0F);
    const bool change{!done.change.is_zero()};
    const bool back{done.total.is_negative()};
    const Money amount{change ? done.change : back ? -done.total : done.total};
    c.text(in.cut_top(30.0F), Type::body, p.ink_soft,
           ui.word(change ? "done.change" : back ? "done.back" : "done.paid"), Align::centre);
    c.text(in.cut_top(80.0F, gap_s), Type::hero, p.ink, money_text(amount), Align::centre);
    c.rule(in.x, in.right(), in.y, p.line);
    in.cut_top(gap_s);
    const Rect go{in.cut_bottom(72.0F, gap_tile)};
    const Rect again{in.cut_bottom(56.0F, gap_tile)};
    draw_figures(scene, in, done);
    if (!done.printed) {
        (void)banner(ui, "done.no_paper", in.cut_top(52.0F), Tone::gold, icon::print, ui.word("done.not_printed"));
    }
    if (button(ui, "done.reprint", again, {.icon = icon::print, .label = ui.word("done.reprint")}))
        scene.push(Reprint{done.receipt});
    if (button(ui, "done.next", go,
               {.kind = Kind::main, .icon = icon::arrow_forward, .label = ui.word("done.next"), .type = Type::title,
                .shortcut = Key::escape}))
        scene.push(NextCustomer{});
}

} // namespace guitai::ui
