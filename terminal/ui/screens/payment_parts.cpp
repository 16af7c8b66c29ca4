#include "terminal/ui/screens/payment_parts.hpp"

#include "terminal/ui/screens/frame.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

constexpr std::int64_t second_ms{1'000};
constexpr std::int64_t patience_ms{90'000}; // What a customer has for card and PIN.

} // namespace

void draw_hint(Canvas& c, const Rect& box, std::string_view text)
{
    const Rect in{box.inset(gap_tile, 0.0F)};
    if (c.width(Type::caption, text) <= in.w)
        c.text(in, Type::caption, c.colour().info, text);
    else
        c.paragraph(in.centred(in.w, 42.0F), Type::caption, c.colour().info, text, 2);
}

void draw_change(Scene& scene, const Rect& box, Money change)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    c.fill(box, p.primary_soft, radius_m);
    Rect in{box.inset(gap_m, 0.0F)};
    const std::string text{money_text(change)};
    const Rect right{in.cut_right(c.width(Type::headline, text) + 2.0F, gap_s)};
    c.text(right, Type::headline, p.primary, text, Align::right);
    c.text(in, Type::strong, p.primary, scene.ui.word("pay.change"));
}

void draw_card_waiting(Scene& scene, const CardView& card, const Rect& box, const Rect& go)
{
    Canvas& c{scene.canvas()};
    const std::int64_t waited_ms{std::max<std::int64_t>(scene.ui.now_ms - card.since_ms, 0)};
    scene.ui.wake_after(second_ms - waited_ms % second_ms);
    c.fill(box, scene.colour().info_soft, radius_m);
    Rect in{box.inset(gap_tile, gap_xs)};
    const float part{static_cast<float>(std::min(waited_ms, patience_ms)) / static_cast<float>(patience_ms)};
    progress(c, in.cut_bottom(8.0F, gap_xs), part, card.silent ? Tone::gold : Tone::primary);
    const std::string amount{money_short(card.amount.is_negative() ? -card.amount : card.amount)};
    const std::string text{scene.ui.word(card.silent ? "card.silent" : "card.waits", amount, waited_ms / second_ms)};
    draw_hint(c, {box.x, in.y, box.w, in.h}, text);
    if (button(scene.ui, "pay.stop_waiting", go,
               {.kind = Kind::plain, .icon = icon::close, .label = scene.ui.word("card.stop"), .type = Type::title}))
        scene.push(StopWaitingForCard{});
}

} // namespace guitai::ui
