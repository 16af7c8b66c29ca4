#include "terminal/ui/screens/orders_screen.hpp"

#include "sync/events/promise.hpp"
#include "sync/events/time.hpp"
#include "terminal/app/order_filter.hpp"
#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace guitai::ui {
namespace {

constexpr float order_row_height{100.0F};
constexpr float list_width_min{380.0F};
constexpr std::array<OrderState, 6> filters{OrderState::captured, OrderState::to_confirm, OrderState::accepted,
                                            OrderState::shipped,  OrderState::arrived,    OrderState::delivered};

void count_states(const Scene& scene, OrdersMemory& memory)
{
    if (!scene.view.orders.state.empty()) return;
    memory.counts.clear();
    for (const OrderBrief& order : scene.view.orders.orders) ++memory.counts[std::string{word_of(order.state)}];
}

void draw_filters(Scene& scene, OrdersMemory& memory, Rect row)
{
    const auto one = [&](std::string_view state, const std::string& words) {
        const float wide{chip_width(scene.canvas(), words)};
        if (wide > row.w) return;
        const Rect at{row.cut_left(wide, gap_s)};
        if (!chip(scene.ui, "orders.state/" + std::string{state}, at, words, scene.view.orders.state == state)) return;
        memory.list.reset();
        scene.push(ListOrders{std::string{state}});
    };
    one({}, std::string{scene.ui.word("orders.going_on")});
    const std::int64_t to_send{scene.view.orders.to_send};
    one(to_send_filter,
        std::string{scene.ui.word("orders.to_send")} + (to_send > 0 ? " " + std::to_string(to_send) : std::string{}));
    for (const OrderState state : filters) {
        const std::string key{word_of(state)};
        const auto counted = memory.counts.find(key);
        std::string words{state_words(scene, state)};
        if (counted != memory.counts.end()) words += " " + std::to_string(counted->second);
        one(key, words);
    }
}

std::string when_words(const Scene& scene, const OrderBrief& order)
{
    if (order.said != OrderSaid::nothing)
        return said_words(scene, order.said);
    if (order.to_send && order.answer_by_ms > 0)
        return scene.ui.word(scene.view.now_ms > order.answer_by_ms ? "order.answer_late" : "order.answer_by",
                             moment_words(scene, order.answer_by_ms));
    if (is_slot_over(scene, order))
        return scene.ui.word("order.slot_over", slot_text(scene.ui.words, order.slot));
    if (days_late(scene, order) > 0)
        return scene.ui.word("orders.was_due", date_text(scene.ui.words, order.promise_date));
    if (order.state == OrderState::arrived && !order.due.is_zero())
        return scene.ui.word("orders.to_collect_due", money_short(order.due));
    if (order.state == OrderState::arrived) return std::string{scene.ui.word("orders.to_collect")};
    if (order.state == OrderState::captured)
        return std::string{scene.ui.word(order.cancel_asked ? "orders.cancel_asked" : "orders.waits_office")};
    if (!order.promise_date.empty() && !is_with_customer(order.state))
        return scene.ui.word("orders.by", date_text(scene.ui.words, order.promise_date));
    return date_text(scene.ui.words, iso_date(order.placed_at_ms, scene.view.shop.utc_offset_minutes));
}

bool draw_row(Scene& scene, const Rect& box, const OrderBrief& order, bool chosen)
{
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const Touch touch{touch_area(ui, "orders.row/" + order.order.text, box, {.label = order.recipient_name})};
    if (chosen)
        c.fill(box.inset(gap_s, 2.0F), p.primary_soft, radius_m);
    else if (touch.down > 0.0F)
        c.fill(box.inset(gap_s, 2.0F), faded(p.sunken, touch.down), radius_m);
    if (!chosen) c.rule(box.x + 84.0F, box.right() - page_margin, box.bottom() - 1.0F, p.line);
    Rect in{box.inset(page_margin, 0.0F)};
    const Rect picture{in.cut_left(56.0F, gap_tile)};
    const std::string_view colour{colour_of(order.variant)};
    goods_picture(ui, {picture.x, box.mid_y() - 28.0F, 56.0F, 56.0F}, ui::look_of({}, {}, order.name, colour),
                  radius_s, ImDrawFlags_RoundCornersAll);
    const std::int64_t late{days_late(scene, order)};
    const bool waits{late > 0 || is_slot_over(scene, order)};
    const StateLook look{waits ? StateLook{Tone::danger, icon::schedule} : look_of(order.state)};
    const std::string state{late > 0 ? ui.word("orders.late", late) : state_words(scene, order.state)};
    const std::string when{when_words(scene, order)};
    const float wide{std::max(tag_width(c, look.icon, state), c.width(Type::caption, when))};
    const Rect right{in.cut_right(wide + 2.0F, gap_tile)};
    tag(c, {right.right() - tag_width(c, look.icon, state), box.mid_y() - 17.0F}, look.tone, look.icon, state);
    c.text({right.x, box.mid_y() + 5.0F, right.w, 24.0F}, Type::caption, p.ink_soft, when, Align::right);
    const std::string who{order.recipient_name.empty() ? std::string{ui.word("recall.stranger")}
                                                       : order.recipient_name};
    c.text({in.x, box.mid_y() - 36.0F, in.w, 26.0F}, Type::strong, p.ink, who);
    c.text({in.x, box.mid_y() - 12.0F, in.w, 24.0F}, Type::body, p.ink_soft,
           dotted({order.name, variant_in(scene.ui.words, order.variant)}));
    c.text({in.x, box.mid_y() + 11.0F, in.w, 24.0F}, Type::caption, p.ink_faint, order.order.text);
    if (touch.focused) focus_ring(c, box.inset(gap_s, 4.0F), radius_m);
    return touch.tapped;
}

void draw_list(Scene& scene, OrdersMemory& memory, const Rect& card)
{
    Canvas& c{scene.canvas()};
    c.card(card);
    const std::vector<OrderBrief>& orders{scene.view.orders.orders};
    if (orders.empty()) {
        const bool picks{scene.view.orders.state == to_send_filter};
        empty_state(c, card, icon::local_shipping, scene.ui.word(picks ? "orders.no_picks" : "order.none"),
                    scene.ui.word(picks ? "orders.no_picks_line" : "order.none_line"));
        return;
    }
    const Rect box{card.inset(0.0F, gap_s)};
    const float content{order_row_height * static_cast<float>(orders.size())};
    const float offset{memory.list.update(scene.ui, box, content)};
    const Clip clip{box};
    for (std::size_t i{0}; i < orders.size(); ++i) {
        const Rect row{box.x, box.y - offset + order_row_height * static_cast<float>(i), box.w, order_row_height};
        if (row.bottom() < box.y || row.y > box.bottom()) continue;
        const bool chosen{scene.view.orders.chosen && scene.view.orders.chosen->brief.order == orders[i].order};
        if (!draw_row(scene, row, orders[i], chosen)) continue;
        scene.push(ShowOrder{orders[i].order});
        memory.reading_detail = true;
        memory.history.reset();
    }
    scroll_mark(c, box, offset, content);
}

} // namespace

StateLook look_of(OrderState state)
{
    switch (state) {
    case OrderState::captured:
    case OrderState::to_confirm: return {Tone::gold, icon::hourglass_empty};
    case OrderState::substitute_offered: return {Tone::gold, icon::swap_horiz};
    case OrderState::accepted: return {Tone::info, icon::task_alt};
    case OrderState::allocated:
    case OrderState::packed: return {Tone::info, icon::inventory_2};
    case OrderState::shipped:
    case OrderState::out_for_delivery: return {Tone::info, icon::local_shipping};
    case OrderState::arrived: return {Tone::primary, icon::store_mall_directory};
    case OrderState::delivered:
    case OrderState::collected: return {Tone::plain, icon::task_alt};
    case OrderState::declined: return {Tone::danger, icon::block};
    case OrderState::delivery_failed: return {Tone::danger, icon::schedule};
    case OrderState::cancelled: return {Tone::plain, icon::cancel};
    case OrderState::returned:
    case OrderState::refunded: break;
    }
    return {Tone::plain, icon::undo};
}

std::string state_words(const Scene& scene, OrderState state)
{
    return std::string{scene.ui.word("order_state." + std::string{word_of(state)})};
}

std::string said_words(const Scene& scene, OrderSaid said)
{
    const std::string key{"order.said_" + std::string{word_of(said)}};
    return std::string{scene.ui.word(key)};
}

bool is_slot_over(const Scene& scene, const OrderBrief& order)
{
    if (is_over(order.state) || is_with_customer(order.state)) return false;
    return guitai::is_slot_over(order.slot, date_and_minute(scene.view.now_ms, scene.view.shop.utc_offset_minutes));
}

std::int64_t days_late(const Scene& scene, const OrderBrief& order)
{
    const bool under_way{is_reserved(order.state) || is_on_its_way(order.state)};
    if (!under_way || !is_iso_date(order.promise_date)) return 0;
    return std::max<std::int64_t>(0, days_between(order.promise_date, scene.today()));
}

OrdersWish draw_orders(Scene& scene, OrdersMemory& memory, Rect page)
{
    const Measures measures{measures_of(scene.ui.page)};
    page = page.inset(page_margin, 0.0F);
    OrdersWish wish{OrdersWish::none};
    if (draw_head(scene, page, scene.ui.word("nav.orders"))) wish = OrdersWish::health;
    page.cut_bottom(page_margin);
    draw_banner(scene, page);
    count_states(scene, memory);
    draw_filters(scene, memory, page.cut_top(44.0F, 14.0F));
    const bool detail{scene.view.orders.chosen.has_value()};
    const float panel{std::max(measures.panel, 400.0F)};
    // Too narrow for both: the detail stands in the list's place, with a way back.
    if (page.w - panel - page_margin < list_width_min) {
        if (!detail || !memory.reading_detail) {
            draw_list(scene, memory, page);
            return wish;
        }
        Rect card{page};
        if (button(scene.ui, "orders.list", card.cut_top(52.0F, gap_s).centred(page.w, 52.0F),
                   {.kind = Kind::quiet, .icon = icon::chevron_left, .label = scene.ui.word("orders.back"),
                    .shortcut = Key::escape}))
            memory.reading_detail = false;
        const OrdersWish other{draw_order_detail(scene, memory, card)};
        return other == OrdersWish::none ? wish : other;
    }
    const Rect card{page.cut_near(scene.ui.hand, panel, page_margin)};
    draw_list(scene, memory, page);
    const OrdersWish other{draw_order_detail(scene, memory, card)};
    return other == OrdersWish::none ? wish : other;
}

} // namespace guitai::ui
