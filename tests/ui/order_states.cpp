#include "tests/ui/order_states.hpp"

#include "terminal/app/order_filter.hpp"
#include "tests/support/sample_views.hpp"

namespace guitai::test {

std::vector<OrderBrief> some_orders()
{
    const auto brief = [](const char* id, OrderState state, const char* who, const char* name, const char* variant,
                          const char* promise) {
        OrderBrief made;
        made.order = {id};
        made.state = state;
        made.recipient_name = who;
        made.name = name;
        made.variant = variant;
        made.promise_date = promise;
        made.placed_at_ms = saturday_ms - 60 * minute_ms;
        made.total = made.paid = yuan(699);
        return made;
    };
    std::vector<OrderBrief> orders{
        brief("S01-1-402", OrderState::shipped, "单晓梅", "松径短款羽绒服", "枫红 165/88A", "2026-11-24"),
        brief("S01-1-391", OrderState::arrived, "何静", "初雪女式收腰羽绒服", "杏色 160/84A", "2026-11-20"),
        brief("S01-1-388", OrderState::shipped, "郑国强", "北坡极寒派克大衣", "军绿 185/104A", "2026-11-19"),
        brief("S01-1-380", OrderState::captured, "孙玲", "小石童装羽绒服", "橙色 130", ""),
        brief("S01-1-377", OrderState::delivered, "吴海", "溪谷亲子羽绒服", "草绿 150", "2026-11-19"),
        brief("S01-1-370", OrderState::declined, "钱多", "夜航男式羽绒服", "深蓝 180/100A", "")};
    orders[1].delivery = Delivery::ship_to_shop;
    orders[1].fetched_at = {"S01"};
    orders[1].due = yuan(459);
    orders[1].paid = yuan(300);
    orders[5].refund_due = true;
    return orders;
}

namespace {

using ui::AppScreens;
using ui::Go;

template<typename Fill>
void add(std::vector<ScreenState>& states, const char* name, TillView view, Fill&& fill)
{
    ScreenState state{name, std::move(view), {}};
    fill(state.view, state.memory);
    states.push_back(std::move(state));
}

OrderDetail detail_of(const OrderBrief& brief)
{
    OrderDetail detail;
    detail.brief = brief;
    detail.recipient = {brief.recipient_name, "13800004127", "安徽省黄山市休宁县海阳镇迎宾大道16号3幢"};
    detail.carrier = "顺丰";
    detail.tracking = "SF1402008871";
    detail.history = {{OrderState::captured, "order_placed", saturday_ms - 50 * 60 * minute_ms, "王芳"},
                      {OrderState::accepted, "order_accepted", saturday_ms - 49 * 60 * minute_ms, "总仓"},
                      {OrderState::shipped, "order_shipped", saturday_ms - 40 * minute_ms, ""}};
    return detail;
}

void add_orders(std::vector<ScreenState>& states)
{
    const auto list = [](TillView& view, AppScreens& memory) {
        memory.page = Go::orders;
        view.orders.orders = some_orders();
    };
    add(states, "g_orders", at_work(), [&](TillView& view, AppScreens& memory) {
        list(view, memory);
        view.orders.chosen = detail_of(view.orders.orders[0]);
        memory.orders.reading_detail = true;
    });
    add(states, "g_orders_list", at_work(), list);
    add(states, "g_orders_collect", at_work(), [&](TillView& view, AppScreens& memory) {
        list(view, memory);
        view.orders.chosen = detail_of(view.orders.orders[1]);
        memory.orders.reading_detail = true;
        memory.orders.sheet = ui::OrderSheet::collect;
    });
    add(states, "g_orders_late", at_work(), [&](TillView& view, AppScreens& memory) {
        list(view, memory);
        view.orders.chosen = detail_of(view.orders.orders[2]);
        memory.orders.reading_detail = true;
        memory.orders.sheet = ui::OrderSheet::cancel;
    });
    add(states, "g_orders_refund", at_work(), [&](TillView& view, AppScreens& memory) {
        list(view, memory);
        view.orders.chosen = detail_of(view.orders.orders[5]);
        memory.orders.reading_detail = true;
    });
    add(states, "g_orders_empty", at_work(), [](TillView&, AppScreens& memory) { memory.page = Go::orders; });
}

// Orders that this shop is asked to send.
void asked(TillView& view, AppScreens& memory, OrderState state)
{
    memory.page = Go::orders;
    view.orders.state = to_send_filter;
    view.orders.orders = {some_orders()[0], some_orders()[3]};
    for (OrderBrief& brief : view.orders.orders) {
        brief.to_send = true;
        brief.state = state;
        brief.answer_by_ms = state == OrderState::allocated ? saturday_ms + 25 * minute_ms : 0;
    }
    view.orders.to_send = 2;
    view.orders.chosen = detail_of(view.orders.orders[0]);
    view.orders.chosen->recipient = {};
    view.orders.chosen->tracking.clear();
    view.orders.chosen->history.back() = {state, "order_allocated", saturday_ms - 35 * minute_ms, "S01"};
    memory.orders.reading_detail = true;
}

// What the head office asks this shop to send, and what it asks the customer.
void add_sending(std::vector<ScreenState>& states)
{
    add(states, "g_picks", at_work(), [](TillView& view, AppScreens& memory) {
        asked(view, memory, OrderState::allocated);
    });
    add(states, "g_picks_late", at_work(), [](TillView& view, AppScreens& memory) {
        asked(view, memory, OrderState::allocated);
        view.orders.chosen->brief.answer_by_ms = saturday_ms - 5 * minute_ms;
        memory.orders.sheet = ui::OrderSheet::reject;
    });
    add(states, "g_picks_packed", at_work(), [](TillView& view, AppScreens& memory) {
        asked(view, memory, OrderState::packed);
        memory.orders.sheet = ui::OrderSheet::hand_over;
    });
    add(states, "g_picks_runner", at_work(), [](TillView& view, AppScreens& memory) {
        asked(view, memory, OrderState::packed);
        view.orders.chosen->brief.slot = "2026-11-23 14:00-18:00";
        view.orders.chosen->brief.first_trip = true;
        memory.orders.sheet = ui::OrderSheet::hand_over;
        memory.orders.parcel.runner = view.session.people.front().name;
    });
    add(states, "g_substitute", at_work(), [](TillView& view, AppScreens& memory) {
        memory.page = Go::orders;
        view.orders.orders = some_orders();
        view.orders.orders[3].state = OrderState::substitute_offered;
        view.orders.chosen = detail_of(view.orders.orders[3]);
        view.orders.chosen->substitute = {{"X"}, "小石童装羽绒服", "藏青 130", "同款另一色"};
        view.orders.chosen->history.pop_back();
        memory.orders.reading_detail = true;
    });
}

// Brought to the door by a person of this shop.
void add_trips(std::vector<ScreenState>& states)
{
    const auto on_trip = [](TillView& view, AppScreens& memory) {
        asked(view, memory, OrderState::shipped);
        OrderDetail& chosen{*view.orders.chosen};
        chosen.brief.to_send = false;
        chosen.brief.on_trip = true;
        chosen.brief.slot = "2026-11-23 14:00-18:00";
        chosen.carrier = own_carrier;
        chosen.tracking = "王芳";
        chosen.recipient = {chosen.brief.recipient_name, "13800004127", "安徽省黄山市休宁县海阳镇迎宾大道16号3幢"};
    };
    add(states, "g_trip", at_work(), on_trip);
    add(states, "g_trip_due", at_work(), [=](TillView& view, AppScreens& memory) {
        on_trip(view, memory);
        view.orders.chosen->brief.due = yuan(699);
        memory.orders.sheet = ui::OrderSheet::brought;
    });
    add(states, "g_trip_first", at_work(), [=](TillView& view, AppScreens& memory) {
        on_trip(view, memory);
        view.orders.chosen->brief.due = yuan(699);
        view.orders.chosen->brief.member = {"M1-000001"};
        view.orders.chosen->brief.first_trip = true;
        memory.orders.sheet = ui::OrderSheet::brought;
    });
    add(states, "g_trip_not", at_work(), [=](TillView& view, AppScreens& memory) {
        on_trip(view, memory);
        memory.orders.sheet = ui::OrderSheet::not_brought;
    });
}

} // namespace

std::vector<ScreenState> order_states()
{
    std::vector<ScreenState> states;
    add_orders(states);
    add_sending(states);
    add_trips(states);
    return states;
}

} // namespace guitai::test
