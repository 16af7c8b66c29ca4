// What is seen of the shop's orders.
#include "terminal/app/view_parts.hpp"

namespace guitai {

void show_orders(Desk& desk)
{
    OrdersView& view{desk.state.view.orders};
    view.orders = desk.ports.orders.list(view.state, orders_window);
    view.waiting = desk.ports.orders.waiting();
    view.to_send = desk.ports.orders.to_send();
    if (view.chosen) view.chosen = desk.ports.orders.find(view.chosen->brief.order);
}

void show_order(Desk& desk, const OrderId& order)
{
    desk.state.view.orders.chosen = desk.ports.orders.find(order);
    show_orders(desk);
}

} // namespace guitai
