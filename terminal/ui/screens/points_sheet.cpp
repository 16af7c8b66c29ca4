#include "terminal/ui/screens/points_sheet.hpp"

#include "terminal/domain/points_pay.hpp"
#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/open_shift_screen.hpp"

#include <algorithm>
#include <charconv>

namespace guitai::ui {
namespace {

constexpr std::size_t digits_max{9};

std::int64_t typed(const PointsMemory& memory)
{
    std::int64_t points{0};
    std::from_chars(memory.digits.data(), memory.digits.data() + memory.digits.size(), points);
    return points;
}

// What she has, and what of it can be used now.
void draw_purse(Scene& scene, Rect& in)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const RedeemView& redeem{scene.view.cart.redeem};
    const PointsView points{scene.view.cart.member ? scene.view.cart.member->points : PointsView{}};
    const auto row = [&](std::string_view key, std::int64_t count, ImU32 ink) {
        figure_row(c, in.cut_top(28.0F), scene.ui.word(key), count_text(count), ink);
    };
    row("points.have", points.balance, p.gold);
    if (!scene.online() && scene.view.shop.has_office) row("points.here", redeem.in_hand, p.ink_soft);
    if (points.pending > 0) row("points.pending", points.pending, p.ink_soft);
    if (points.debt > 0) row("points.owed", points.debt, p.danger);
    in.cut_top(gap_s);
}

void take_key(PointsMemory& memory, char key)
{
    if (key == '<' && !memory.digits.empty()) memory.digits.pop_back();
    const bool leading_zero{key == '0' && memory.digits.empty()};
    if (key >= '0' && key <= '9' && memory.digits.size() < digits_max && !leading_zero) memory.digits += key;
}

// The till has answered: points are on the ticket, or it said why not.
bool was_answered(const Scene& scene, const PointsMemory& memory)
{
    return memory.sent && !scene.view.cart.redeem.asking && scene.view.cart.redeem.points > 0;
}

// Turned to her: she scans it, and the till's scanner reads what her phone shows then.
bool draw_phone_code(Scene& scene, PointsMemory& memory, Rect in)
{
    Ui& ui{scene.ui};
    const Rect off{in.cut_bottom(touch_main, gap_m)};
    scene.canvas().text(in.cut_top(52.0F, gap_s), Type::body, scene.colour().ink, ui.word("points.phone_line"));
    const float side{std::min(in.w, in.h)};
    draw_square_code(ui, in.centred(side, side), memory.code, scene.view.cart.redeem.phone_link);
    const bool given_up{button(ui, "points.phone_off", off, {.label = ui.word("points.phone_off")})};
    if (given_up) scene.push(RedeemPoints{});
    return !given_up;
}

// More than this till has in hand, and no line to ask for it.
bool wants_phone(const RedeemView& redeem, std::int64_t points)
{
    return redeem.may_ask_by_phone && points > redeem.in_hand;
}

} // namespace

bool draw_points_sheet(Scene& scene, PointsMemory& memory)
{
    Ui& ui{scene.ui};
    const RedeemView& redeem{scene.view.cart.redeem};
    if (!redeem.possible || was_answered(scene, memory)) return false;
    Sheet sheet{ui, "points", {460.0F, 760.0F}};
    Rect in{sheet.inside()};
    bool open{!(sheet.head(in, ui.word("points.title")) || sheet.dismissed())};
    draw_banner(scene, in);
    if (!redeem.phone_link.empty()) return draw_phone_code(scene, memory, in) && open;
    draw_purse(scene, in);
    const Rect go{in.cut_bottom(touch_main, gap_m)};
    const std::int64_t points{memory.digits.empty() ? redeem.most : typed(memory)};
    const Money worth{worth_of({.per_yuan = redeem.per_yuan, .unit = redeem.unit}, points)};
    draw_amount_box(scene, in.cut_top(64.0F, gap_s), ui.word("points.use"), count_text(points),
                    !memory.digits.empty());
    scene.canvas().text(in.cut_top(24.0F, gap_s), Type::caption, scene.colour().ink_soft,
                        ui.word("points.rate", count_text(redeem.per_yuan)));
    const Rect quick{in.cut_top(touch_min, gap_s)};
    if (button(ui, "points.all", quick.cell(0, 2, 0, 1, gap_s),
               {.label = ui.word("points.all", count_text(redeem.most)), .enabled = redeem.most > 0}))
        memory.digits = std::to_string(redeem.most);
    if (button(ui, "points.off", quick.cell(1, 2, 0, 1, gap_s),
               {.label = ui.word("points.off"), .enabled = redeem.wanted > 0})) {
        scene.push(RedeemPoints{});
        open = false;
    }
    take_key(memory, number_pad(ui, "points.pad", in));
    const bool by_phone{wants_phone(redeem, points)};
    const std::string label{redeem.asking ? std::string{ui.word("points.asking")}
                            : by_phone   ? std::string{ui.word("points.by_phone")}
                                         : ui.word("points.go", money_short(worth))};
    if (button(ui, "points.go", go,
               {.kind = Kind::main, .icon = by_phone ? icon::phone : icon::stars, .label = label,
                .enabled = !redeem.asking && !worth.is_zero(), .type = Type::title})) {
        if (by_phone) scene.push(AskByPhone{points});
        else scene.push(RedeemPoints{points});
        memory.sent = true;
    }
    return open;
}

void draw_points_row(Scene& scene, Rect row)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const RedeemView& redeem{scene.view.cart.redeem};
    const std::string text{redeem.asking ? std::string{scene.ui.word("points.asking")}
                                         : scene.ui.word("points.on_ticket", count_text(redeem.points))};
    const Rect away{row.cut_right(points_row, gap_s)};
    c.icon(row.cut_left(20.0F, gap_s).middle(), icon::stars, p.gold, 18.0F);
    figure_row(c, row, text, redeem.asking ? std::string{} : money_text(-redeem.worth), p.gold);
    const Touch touch{touch_area(scene.ui, "ticket.points", away,
                                 {.enabled = scene.view.payment.tenders.empty(), .label = text})};
    c.icon(away.middle(), icon::close, p.ink_soft, 18.0F);
    if (touch.tapped) scene.push(RedeemPoints{});
}

} // namespace guitai::ui
