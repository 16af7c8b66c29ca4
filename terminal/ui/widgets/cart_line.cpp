#include "terminal/ui/widgets/cart_line.hpp"

#include "terminal/ui/widgets/buttons.hpp"
#include "terminal/ui/widgets/notes.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

constexpr float head_height{64.0F};
constexpr float reason_height{24.0F};
constexpr float tools_height{56.0F};

Tone tone_of(LineKind kind)
{
    switch (kind) {
    case LineKind::return_: return Tone::danger;
    case LineKind::gift: return Tone::gold;
    case LineKind::order: return Tone::info;
    case LineKind::sale: break;
    }
    return Tone::plain;
}

void draw_head(Ui& ui, Rect head, const LineLook& view)
{
    Canvas& c{ui.canvas};
    const Palette& p{c.colour()};
    goods_picture(ui, {head.x, head.y + 8.0F, 48.0F, 48.0F}, view.goods, radius_s, ImDrawFlags_RoundCornersAll);
    head.cut_left(60.0F);
    const float money_width{std::max(88.0F, c.width(Type::strong, view.total) + 2.0F)};
    const Rect money{head.cut_right(money_width, 8.0F)};
    Rect top{head.x, head.y + 8.0F, head.w, 26.0F};
    if (!view.kind_word.empty())
        top.cut_left(tag(c, {top.x, top.mid_y()}, tone_of(view.kind), nullptr, view.kind_word, 22.0F), 8.0F);
    c.text(top, Type::strong, p.ink, view.name);
    const Rect below{head.x, head.y + 34.0F, head.w + 8.0F + money.w, 22.0F};
    const float unit_width{c.width(Type::caption, view.unit_price)};
    c.text({below.x, below.y, below.w - unit_width - 8.0F, below.h}, Type::caption, p.ink_soft, view.variant);
    c.text({money.x, head.y + 8.0F, money.w, 26.0F}, Type::strong, view.kind == LineKind::return_ ? p.danger : p.ink,
           view.total, Align::right);
    c.text(below, Type::caption, p.ink_faint, view.unit_price, Align::right);
}

void draw_reason(Canvas& c, Rect row, const ReasonLook& reason)
{
    row.cut_left(60.0F);
    const ImU32 ink{tone_colours(c.colour(), reason.tone).ink};
    c.icon({row.x + 8.0F, row.mid_y()}, reason.icon == nullptr ? icon::local_offer : reason.icon, ink, 18.0F);
    row.cut_left(22.0F);
    c.text(row, Type::caption, ink, reason.amount, Align::right);
    row.cut_right(c.width(Type::caption, reason.amount), 8.0F);
    c.text(row, Type::caption, ink, reason.text);
}

LineTap draw_tools(Ui& ui, std::string_view id, Rect tools, const LineLook& view)
{
    LineTap tap{LineTap::none};
    const Rect count{tools.cut_left(156.0F, 8.0F)};
    if (view.can_change) {
        const int step{stepper(ui, std::string{id} + "/quantity", count, view.quantity)};
        if (step != 0) tap = step > 0 ? LineTap::more : LineTap::less;
    }
    const Rect bin{tools.cut_right(48.0F, 8.0F)};
    if (button(ui, std::string{id} + "/remove", bin, {.kind = Kind::danger, .icon = icon::delete_icon}))
        tap = LineTap::remove;
    return tap;
}

} // namespace

float cart_line_height(std::size_t reasons, bool chosen)
{
    return head_height + reason_height * static_cast<float>(reasons) + (reasons == 0 ? 0.0F : 6.0F) +
           (chosen ? tools_height : 0.0F);
}

LineTap cart_line(Ui& ui, std::string_view id, const Rect& box, const LineLook& view)
{
    Canvas& c{ui.canvas};
    const Palette& p{c.colour()};
    const Rect tappable{box.x, box.y, box.w, box.h - (view.chosen ? tools_height : 0.0F)};
    const Touch touch{touch_area(ui, id, tappable, {.label = view.name})};
    LineTap tap{touch.tapped ? LineTap::line : LineTap::none};
    c.fill(box, view.chosen ? p.primary_soft : faded(p.sunken, touch.down), view.chosen ? radius_m : 0.0F);

    Rect in{box.inset(12.0F, 0.0F)};
    draw_head(ui, in.cut_top(head_height), view);
    for (const ReasonLook& reason : view.reasons) draw_reason(c, in.cut_top(reason_height), reason);
    if (view.chosen) {
        const Rect tools{box.x + 12.0F, box.bottom() - tools_height, box.w - 24.0F, 48.0F};
        const LineTap tool{draw_tools(ui, id, tools, view)};
        if (tool != LineTap::none) tap = tool;
    } else {
        c.rule(box.x + 72.0F, box.right() - 12.0F, box.bottom() - 1.0F, p.line);
    }
    if (touch.focused) focus_ring(c, tappable.inset(5.0F), radius_s);
    return tap;
}

} // namespace guitai::ui
