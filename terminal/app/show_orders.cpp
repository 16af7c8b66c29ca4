// What is seen of the shop's orders.
#include "terminal/app/view_parts.hpp"

namespace guitai {

namespace {

// Where it goes, where the head office has said so to this till.
std::optional<OrderDetail> with_door(const Desk& desk, const OrderId& id)
{
    auto order = desk.ports.orders.find(id);
    const auto door = desk.state.doors.find(id);
    if (order && door != desk.state.doors.end() && order->recipient.address.empty()) order->recipient = door->second;
    return order;
}

} // namespace

void show_orders(Desk& desk)
{
    OrdersView& view{desk.state.view.orders};
    view.orders = desk.ports.orders.list(view.state, orders_window);
    view.waiting = desk.ports.orders.waiting();
    view.to_send = desk.ports.orders.to_send();
    if (view.chosen) view.chosen = with_door(desk, view.chosen->brief.order);
}

void show_order(Desk& desk, const OrderId& order)
{
    desk.state.view.orders.chosen = with_door(desk, order);
    show_orders(desk);
}

} // namespace guitai
