#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/orders_screen.hpp"
#include "terminal/ui/screens/trip_sheet.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

constexpr float step_height{84.0F};

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
           dotted({scene.ui.word("delivery." + std::string{word_of(brief.delivery)}), paid}));
    if (is_over(brief.state)) return;
    if (!brief.slot.empty())
        c.text(in.cut_top(24.0F, gap_s), Type::strong,
               is_slot_over(scene, brief) ? scene.colour().danger : scene.colour().ink,
               slot_text(scene.ui.words, brief.slot));
    if (brief.first_trip)
        c.text(in.cut_top(24.0F, gap_s), Type::strong, scene.colour().gold, scene.ui.word("order.first_trip"));
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
    } else if (brief.said != OrderSaid::nothing) {
        tone = Tone::gold;
        picture = icon::hourglass_empty;
        text = said_words(scene, brief.said);
    } else if (!detail.substitute.sku.empty()) {
        tone = Tone::gold;
        picture = icon::swap_horiz;
        text = scene.ui.word("order.substitute_offer",
                             dotted({detail.substitute.name, variant_in(scene.ui.words, detail.substitute.variant),
                                     detail.substitute.reason}));
    } else if (brief.to_send && brief.answer_by_ms > 0) {
        const bool over{scene.view.now_ms > brief.answer_by_ms};
        tone = over ? Tone::danger : Tone::gold;
        text = scene.ui.word(over ? "order.answer_late" : "order.answer_by", moment_words(scene, brief.answer_by_ms));
    } else if (brief.to_send && !brief.picker.empty()) {
        picture = icon::inventory_2;
        text = scene.ui.word("order.picked_by", brief.picker.text);
    } else if (brief.state == OrderState::to_confirm) {
        tone = Tone::gold;
        picture = icon::hourglass_empty;
        text = scene.ui.word("order.held");
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
    } else if (brief.state == OrderState::arrived && brief.fetched_at != scene.view.shop.store) {
        picture = icon::place;
        text = scene.ui.word("order.fetched_elsewhere", brief.fetched_at.text);
    } else if (!brief.promise_date.empty()) {
        text = scene.ui.word("order.promised", date_text(scene.ui.words, brief.promise_date));
    } else {
        return;
    }
    const Rect box{in.cut_top(banner_height(scene.canvas(), in.w, text, {}), gap_m)};
    (void)banner(scene.ui, "order.promise", box, tone, picture, text);
    if (detail.substitute.sku.empty() || brief.said != OrderSaid::nothing) return;
    scene.canvas().text(in.cut_top(24.0F, gap_s), Type::caption, scene.colour().ink_soft,
                        scene.ui.word("order.substitute_ask"));
}

std::string carrier_words(const Scene& scene, const OrderDetail& detail)
{
    if (detail.carrier == own_carrier) return scene.ui.word("order.runner", detail.tracking);
    return detail.carrier + " " + detail.tracking;
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
            note = carrier_words(scene, detail);
        if (!detail.reason.empty() && &step == &detail.history.back() &&
            (is_given_up(step.state) || step.state == OrderState::delivery_failed))
            note = detail.reason;
        steps.push_back({step_title(scene, step), note, moment_words(scene, step.at_ms), true});
    }
    // What is still to come, so that the customer can be told.
    const OrderState state{detail.brief.state};
    const bool home{detail.brief.delivery == Delivery::ship};
    const auto expected = [&](OrderState next) { steps.push_back({state_words(scene, next), {}, {}, false}); };
    if (is_over(state)) return steps;
    const bool unanswered{state == OrderState::captured || state == OrderState::to_confirm ||
                          state == OrderState::substitute_offered};
    if (unanswered) expected(OrderState::accepted);
    if ((unanswered || is_reserved(state)) && detail.brief.delivery != Delivery::collect)
        expected(OrderState::shipped);
    if (!home && state != OrderState::arrived) expected(OrderState::arrived);
    expected(home ? OrderState::delivered : OrderState::collected);
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

// A main button and one above it, for what the shop may say yes or no to.
struct Choice {
    std::string_view id, key;
    const char* icon;
};
int draw_choice(Scene& scene, Rect& in, const Choice& yes, const Choice& no)
{
    const bool agrees{button(scene.ui, yes.id, in.cut_bottom(touch_main, gap_tile),
                             {.kind = Kind::main, .icon = yes.icon, .label = scene.ui.word(yes.key),
                              .type = Type::title})};
    const bool refuses{button(scene.ui, no.id, in.cut_bottom(60.0F, gap_tile),
                              {.kind = Kind::danger, .icon = no.icon, .label = scene.ui.word(no.key)})};
    return agrees ? 1 : refuses ? -1 : 0;
}

void draw_collect(Scene& scene, OrdersMemory& memory, const OrderBrief& brief, Rect& in)
{
    if (!button(scene.ui, "orders.collect", in.cut_bottom(touch_main, gap_tile),
                {.kind = Kind::main, .icon = icon::shopping_bag, .label = scene.ui.word("order.collect"),
                 .type = Type::title}))
        return;
    if (brief.due.is_zero()) scene.push(CollectOrder{brief.order, TenderKind::cash});
    else memory.sheet = OrderSheet::collect;
}

// Sending it for the head office: taken up, packed, given to the carrier.
void draw_sending(Scene& scene, OrdersMemory& memory, const OrderBrief& brief, Rect& in)
{
    if (brief.said == OrderSaid::pick_rejected || brief.said == OrderSaid::handed_over) return;
    const Choice cannot{"orders.reject", "order.reject_pick", icon::block};
    const bool packed{brief.state == OrderState::packed || brief.said == OrderSaid::packed};
    const bool is_fetched{brief.delivery == Delivery::collect}; // It lies ready here for the customer herself.
    if (is_fetched && brief.state == OrderState::packed) return draw_collect(scene, memory, brief, in);
    if (is_fetched && packed) return; // Until the head office has heard that it is ready.
    const bool taken{!brief.picker.empty() || brief.said == OrderSaid::pick_taken};
    const Choice next{packed  ? Choice{"orders.hand_over", "order.hand_over", icon::local_shipping}
                      : taken ? Choice{"orders.pack", "order.pack", icon::inventory_2}
                              : Choice{"orders.take", "order.take_pick", icon::task_alt}};
    const int said{draw_choice(scene, in, next, cannot)};
    if (said < 0) memory.sheet = OrderSheet::reject;
    if (said <= 0) return;
    if (packed) {
        memory.sheet = OrderSheet::hand_over;
        memory.parcel = {};
    } else if (taken) {
        scene.push(PackOrder{brief.order});
    } else {
        scene.push(TakePick{brief.order});
    }
}

// Its own runner has it.
void draw_trip(Scene& scene, OrdersMemory& memory, const OrderBrief& brief, Rect& in)
{
    const int said{draw_choice(scene, in, {"orders.brought", "order.brought", icon::task_alt},
                               {"orders.not_brought", "order.not_brought", icon::block})};
    if (said < 0) memory.sheet = OrderSheet::not_brought;
    if (said <= 0) return;
    if (asks_at_the_door(brief)) memory.sheet = OrderSheet::brought;
    else scene.push(TellTrip{brief.order, TripEnd::delivered, {}});
}

// The one thing the shop does next with this order; false when there is none.
bool draw_next_step(Scene& scene, OrdersMemory& memory, const OrderDetail& detail, Rect& in)
{
    const OrderBrief& brief{detail.brief};
    const bool here{brief.fetched_at == scene.view.shop.store};
    const auto main_button = [&](std::string_view id, std::string_view key, const char* picture) {
        return button(scene.ui, id, in.cut_bottom(touch_main, gap_tile),
                      {.kind = Kind::main, .icon = picture, .label = scene.ui.word(key), .type = Type::title});
    };
    if (brief.on_trip) {
        draw_trip(scene, memory, brief, in);
        return true;
    }
    if (brief.to_send) {
        draw_sending(scene, memory, brief, in);
        return true;
    }
    if (!detail.substitute.sku.empty() && brief.said == OrderSaid::nothing) {
        const int said{draw_choice(scene, in, {"orders.substitute", "order.substitute_yes", icon::task_alt},
                                   {"orders.no_substitute", "order.substitute_no", icon::block})};
        if (said != 0) scene.push(AnswerSubstitute{brief.order, said > 0});
        return true;
    }
    if (brief.refund_due) {
        if (main_button("orders.refund", "order.refund", icon::monetization_on))
            scene.push(RefundOrder{brief.order});
        return true;
    }
    if (here && brief.state == OrderState::arrived) {
        draw_collect(scene, memory, brief, in);
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
    // Her wishes are heard where she ordered: a shop that only sends for it knows neither her nor the address.
    const bool sends_only{(detail.brief.to_send || detail.brief.on_trip) &&
                          detail.brief.store != scene.view.shop.store};
    const bool cancel{!sends_only && may(detail.brief, OrderStep::ask_cancel) && !detail.brief.cancel_asked};
    const bool address{!sends_only && may(detail.brief, OrderStep::change_address) &&
                       detail.brief.delivery == Delivery::ship};
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
    // Whoever brings it needs to know where to, whatever else has no room then.
    const float room{detail.brief.on_trip || detail.brief.to_send ? 60.0F : 200.0F};
    if (!detail.recipient.address.empty() && in.h > room) {
        c.icon({in.x + 10.0F, in.y + 14.0F}, icon::place, scene.colour().ink_soft, 18.0F);
        const std::string where{phone_text(detail.recipient.phone) + " · " + detail.recipient.address};
        const Rect line{in.cut_top(44.0F, gap_s)};
        c.paragraph({line.x + 26.0F, line.y + 3.0F, line.w - 26.0F, 40.0F}, Type::caption, scene.colour().ink_soft,
                    where, 2);
    }
    draw_timeline(scene, memory, detail, in);
    draw_order_sheet(scene, memory, detail);
    return wish;
}

} // namespace guitai::ui
