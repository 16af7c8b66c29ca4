#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/orders_screen.hpp"

#include <algorithm>
#include <array>

namespace guitai::ui {
namespace {

constexpr float step_height{84.0F};
constexpr std::array<std::string_view, 4> cancel_reasons{"cancel.changed_mind", "cancel.too_late", "cancel.bought",
                                                         "cancel.other"};

bool may(const OrderBrief& order, OrderStep step)
{
    return after(order.state, step).has_value();
}

void draw_title(Scene& scene, const OrderDetail& detail, Rect& in)
{
    Canvas& c{scene.canvas()};
    const OrderBrief& brief{detail.brief};
    const std::string who{brief.recipient_name.empty() ? brief.name : brief.recipient_name + " · " + brief.name};
    c.text(in.cut_top(34.0F), Type::title, scene.colour().ink, who);
    const std::string paid{brief.due.is_zero() ? scene.ui.word("orders.paid", money_text(brief.paid))
                                               : scene.ui.word("orders.owes", money_text(brief.due))};
    c.text(in.cut_top(24.0F), Type::caption, scene.colour().ink_soft,
           dotted({brief.order.text, variant_in(scene.ui.words, brief.variant)}));
    c.text(in.cut_top(24.0F, gap_s), Type::caption, scene.colour().ink_soft,
           std::string{scene.ui.word("delivery." + std::string{word_of(brief.delivery)})} + " · " + paid);
}

void draw_promise(Scene& scene, const OrderDetail& detail, Rect& in)
{
    const OrderBrief& brief{detail.brief};
    const std::int64_t late{days_late(scene, brief)};
    Tone tone{Tone::info};
    const char* picture{icon::schedule};
    std::string text;
    if (brief.refund_due) {
        tone = Tone::danger;
        picture = icon::monetization_on;
        text = scene.ui.word("orders.refund_due", money_text(brief.paid));
    } else if (brief.cancel_asked) {
        tone = Tone::gold;
        picture = icon::hourglass_empty;
        text = scene.ui.word("order.cancel_asked");
    } else if (late > 0) {
        tone = Tone::danger;
        text = scene.ui.word("orders.late_line", late, date_text(scene.ui.words, brief.promise_date));
    } else if (brief.state == OrderState::captured) {
        tone = Tone::gold;
        picture = icon::hourglass_empty;
        text = scene.ui.word("order.offline");
    } else if (!brief.promise_date.empty()) {
        text = scene.ui.word("order.promised", date_text(scene.ui.words, brief.promise_date));
    } else {
        return;
    }
    const Rect box{in.cut_top(banner_height(scene.canvas(), in.w, text, {}), gap_m)};
    (void)banner(scene.ui, "order.promise", box, tone, picture, text);
}

struct StepTexts {
    std::string title, note, when;
    bool done{true};
};

std::string step_title(const Scene& scene, const OrderDetail::Step& step)
{
    const std::string key{"order_event." + step.what};
    if (!step.what.empty() && scene.ui.words.has(key)) return std::string{scene.ui.word(key)};
    return state_words(scene, step.state);
}

std::vector<StepTexts> steps_of(const Scene& scene, const OrderDetail& detail)
{
    std::vector<StepTexts> steps;
    for (const OrderDetail::Step& step : detail.history) {
        std::string note{step.by};
        if (step.state == OrderState::shipped && !detail.tracking.empty())
            note = detail.carrier + " " + detail.tracking;
        if (!detail.reason.empty() && &step == &detail.history.back() &&
            (step.state == OrderState::declined || step.state == OrderState::cancelled))
            note = detail.reason;
        steps.push_back({step_title(scene, step), note, moment_words(scene, step.at_ms), true});
    }
    // What is still to come, so that the customer can be told.
    const OrderState state{detail.brief.state};
    const bool home{detail.brief.delivery == Delivery::ship};
    const auto expected = [&](OrderState next) { steps.push_back({state_words(scene, next), {}, {}, false}); };
    if (state == OrderState::captured) expected(OrderState::accepted);
    if ((state == OrderState::captured || state == OrderState::accepted) &&
        detail.brief.delivery != Delivery::collect)
        expected(OrderState::shipped);
    const bool ends{state == OrderState::delivered || state == OrderState::cancelled ||
                    state == OrderState::declined || state == OrderState::refunded};
    if (ends) return steps;
    if (!home && state != OrderState::arrived) expected(OrderState::arrived);
    expected(OrderState::delivered);
    if (!detail.brief.promise_date.empty())
        steps.back().note = scene.ui.word("orders.by", date_text(scene.ui.words, detail.brief.promise_date));
    return steps;
}

void draw_timeline(Scene& scene, OrdersMemory& memory, const OrderDetail& detail, const Rect& in)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const std::vector<StepTexts> steps{steps_of(scene, detail)};
    const float content{step_height * static_cast<float>(steps.size())};
    const float offset{memory.history.update(scene.ui, in, content)};
    const Clip clip{in};
    const auto last_done = std::count_if(steps.begin(), steps.end(), [](const StepTexts& s) { return s.done; });
    for (std::size_t i{0}; i < steps.size(); ++i) {
        const float y{in.y + gap_m - offset + step_height * static_cast<float>(i)};
        const ImVec2 middle{in.x + 14.0F, y};
        const bool now{static_cast<std::ptrdiff_t>(i) + 1 == last_done};
        if (i + 1 < steps.size())
            c.fill({middle.x - 1.5F, y + 15.0F, 3.0F, step_height - 30.0F}, steps[i + 1].done ? p.primary : p.line,
                   1.0F);
        if (!steps[i].done) {
            c.list()->AddCircle(middle, 12.0F, p.outline, 32, 2.0F);
        } else if (now) {
            c.list()->AddCircle(middle, 12.0F, p.primary, 32, 3.0F);
            c.list()->AddCircleFilled(middle, 6.0F, p.primary, 24);
        } else {
            c.list()->AddCircleFilled(middle, 13.0F, p.primary, 32);
            c.icon(middle, icon::check, p.on_primary, 18.0F);
        }
        Rect row{in.x + 44.0F, y - 14.0F, in.w - 50.0F, 28.0F};
        const float wide{c.width(Type::caption, steps[i].when)};
        c.text(row.cut_right(wide + 1.0F, gap_s), Type::caption, p.ink_soft, steps[i].when, Align::right);
        c.text(row, Type::strong, steps[i].done ? p.ink : p.ink_soft, steps[i].title);
        c.text({in.x + 44.0F, y + 12.0F, in.w - 50.0F, 24.0F}, Type::caption, p.ink_soft, steps[i].note);
    }
    scroll_mark(c, {in.x, in.y, in.w + 12.0F, in.h}, offset, content);
}

void draw_cancel_sheet(Scene& scene, OrdersMemory& memory, const OrderDetail& detail)
{
    Sheet sheet{scene.ui, "cancel", {480.0F, 424.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, scene.ui.word("cancel.title")) || sheet.dismissed()) memory.sheet = OrderSheet::none;
    for (const std::string_view reason : cancel_reasons) {
        const std::string_view word{scene.ui.word(reason)};
        if (!button(scene.ui, reason, in.cut_top(touch_main, gap_tile), {.label = word})) continue;
        scene.push(AskCancelOrder{detail.brief.order, std::string{word}});
        memory.sheet = OrderSheet::none;
    }
}

void draw_collect_sheet(Scene& scene, OrdersMemory& memory, const OrderDetail& detail)
{
    Sheet sheet{scene.ui, "collect", {480.0F, 330.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, scene.ui.word("order.collect")) || sheet.dismissed()) memory.sheet = OrderSheet::none;
    scene.canvas().text(in.cut_top(28.0F), Type::body, scene.colour().ink_soft, scene.ui.word("orders.rest"));
    scene.canvas().text(in.cut_top(60.0F, gap_m), Type::total, scene.colour().ink, money_text(detail.brief.due));
    const Rect row{in.cut_bottom(76.0F)};
    for (const TenderKind tender : {TenderKind::cash, TenderKind::card}) {
        const int i{tender == TenderKind::cash ? 0 : 1};
        const std::string word{scene.ui.word("tender." + std::string{word_of(tender)})};
        if (!button(scene.ui, "collect." + std::string{word_of(tender)}, row.cell(i, 2, 0, 1, gap_tile),
                    {.icon = i == 0 ? icon::payments : icon::credit_card, .label = word,
                     .shortcut = i == 0 ? Key::f1 : Key::f3}))
            continue;
        scene.push(CollectOrder{detail.brief.order, tender});
        memory.sheet = OrderSheet::none;
    }
}

// The one thing the shop does next with this order; false when there is none.
bool draw_next_step(Scene& scene, OrdersMemory& memory, const OrderDetail& detail, Rect& in)
{
    const OrderBrief& brief{detail.brief};
    const bool here{brief.delivery != Delivery::ship};
    const auto main_button = [&](std::string_view id, std::string_view key, const char* picture) {
        return button(scene.ui, id, in.cut_bottom(touch_main, gap_tile),
                      {.kind = Kind::main, .icon = picture, .label = scene.ui.word(key), .type = Type::title});
    };
    if (brief.refund_due) {
        if (main_button("orders.refund", "order.refund", icon::monetization_on))
            scene.push(RefundOrder{brief.order});
        return true;
    }
    if (here && may(brief, OrderStep::collect)) {
        if (main_button("orders.collect", "order.collect", icon::shopping_bag)) {
            if (brief.due.is_zero())
                scene.push(CollectOrder{brief.order, TenderKind::cash});
            else
                memory.sheet = OrderSheet::collect;
        }
        return true;
    }
    if (here && may(brief, OrderStep::arrive)) {
        if (main_button("orders.receive", "order.receive", icon::inventory_2)) scene.push(ReceiveOrder{brief.order});
        return true;
    }
    return false;
}

} // namespace

OrdersWish draw_order_detail(Scene& scene, OrdersMemory& memory, const Rect& card)
{
    Canvas& c{scene.canvas()};
    c.card(card);
    if (!scene.view.orders.chosen) {
        empty_state(c, card, icon::receipt_long, scene.ui.word("orders.choose"), scene.ui.word("orders.choose_line"));
        return OrdersWish::none;
    }
    const OrderDetail& detail{*scene.view.orders.chosen};
    Rect in{card.inset(gap_l, gap_m)};
    OrdersWish wish{OrdersWish::none};
    const bool cancel{may(detail.brief, OrderStep::ask_cancel) && !detail.brief.cancel_asked};
    const bool address{may(detail.brief, OrderStep::change_address) && detail.brief.delivery == Delivery::ship};
    if (cancel || address) {
        const Rect row{in.cut_bottom(60.0F, gap_tile)};
        const int across{cancel && address ? 2 : 1};
        if (address && button(scene.ui, "orders.address", row.cell(0, across, 0, 1, 10.0F),
                              {.icon = icon::edit, .label = scene.ui.word("order.address")}))
            wish = OrdersWish::change_address;
        if (cancel && button(scene.ui, "orders.cancel", row.cell(across - 1, across, 0, 1, 10.0F),
                             {.kind = Kind::danger, .icon = icon::cancel, .label = scene.ui.word("order.ask_cancel")}))
            memory.sheet = OrderSheet::cancel;
    }
    (void)draw_next_step(scene, memory, detail, in);
    draw_title(scene, detail, in);
    draw_promise(scene, detail, in);
    if (!detail.recipient.address.empty() && in.h > 200.0F) {
        c.icon({in.x + 10.0F, in.y + 14.0F}, icon::place, scene.colour().ink_soft, 18.0F);
        const std::string where{phone_text(detail.recipient.phone) + " · " + detail.recipient.address};
        const Rect line{in.cut_top(44.0F, gap_s)};
        c.paragraph({line.x + 26.0F, line.y + 3.0F, line.w - 26.0F, 40.0F}, Type::caption, scene.colour().ink_soft,
                    where, 2);
    }
    draw_timeline(scene, memory, detail, in);
    if (memory.sheet == OrderSheet::cancel) draw_cancel_sheet(scene, memory, detail);
    if (memory.sheet == OrderSheet::collect) draw_collect_sheet(scene, memory, detail);
    return wish;
}

} // namespace guitai::ui
