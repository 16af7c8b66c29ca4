// What a shop does that sends an order for the head office (代发), and the customer's word about a substitute. Each of
// them is said, with the line down, too; what comes of it the head office decides, for it alone hears everybody.
#include "terminal/app/order_slip.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

namespace guitai {
namespace {

constexpr std::size_t text_bytes_max{200};

bool is_short(const std::string& text) { return !text.empty() && text.size() <= text_bytes_max; }

// The order that this shop is asked to send and that has not been answered for by what was said before.
Result<OrderDetail> order_to_send(const Desk& desk, const OrderId& id)
{
    auto order = desk.ports.orders.find(id);
    if (!order) return refuse("order.unknown", cut_to(id.text, text_bytes_max));
    if (!order->brief.to_send) return refuse("order.not_sent_here", id.text);
    const OrderSaid said{order->brief.said};
    const bool is_over{said == OrderSaid::pick_rejected || said == OrderSaid::handed_over};
    if (is_over) return refuse("order.said_already", id.text);
    return std::move(*order);
}

Result<void> say(Desk& desk, const OrderId& order, EventBody body, std::vector<PrintJob> paper = {})
{
    const bool prints{!paper.empty()};
    desk.write({std::move(body)}, std::move(paper));
    if (prints) desk.ports.printer.wake();
    show_order(desk, order);
    return {};
}

} // namespace

Result<void> perform(Desk& desk, const TakePick& command)
{
    const auto order = order_to_send(desk, command.order);
    if (!order) return refuse(order.error());
    const bool waits{order->brief.state == OrderState::allocated && order->brief.picker.empty() &&
                     order->brief.said == OrderSaid::nothing};
    if (!waits) return refuse("order.said_already", command.order.text);
    return say(desk, command.order, OrderPickTaken{command.order, order->brief.source, desk.staff()});
}

Result<void> perform(Desk& desk, const RejectPick& command)
{
    const auto order = order_to_send(desk, command.order);
    if (!order) return refuse(order.error());
    if (!is_short(command.reason)) return refuse("order.needs_reason");
    return say(desk, command.order,
               OrderPickRejected{command.order, order->brief.source, desk.staff(), command.reason});
}

Result<void> perform(Desk& desk, const PackOrder& command)
{
    const auto order = order_to_send(desk, command.order);
    if (!order) return refuse(order.error());
    if (auto next = after(order->brief.state, OrderStep::pack); !next) return refuse(next.error());
    if (order->brief.said == OrderSaid::packed) return refuse("order.said_already", command.order.text);
    return say(desk, command.order, OrderPacked{command.order, order->brief.source, desk.staff()},
               {packing_slip(desk, *order)});
}

Result<void> perform(Desk& desk, const HandOverOrder& command)
{
    const auto order = order_to_send(desk, command.order);
    if (!order) return refuse(order.error());
    if (!is_short(command.carrier) || !is_short(command.tracking)) return refuse("order.needs_tracking");
    return say(desk, command.order, OrderHandedOver{command.order, order->brief.source, desk.staff(), command.carrier,
                                                    command.tracking});
}

Result<void> perform(Desk& desk, const AnswerSubstitute& command)
{
    const auto order = desk.ports.orders.find(command.order);
    if (!order) return refuse("order.unknown", cut_to(command.order.text, text_bytes_max));
    const bool is_offered{order->brief.state == OrderState::substitute_offered};
    if (!is_offered) return refuse("order.nothing_offered", command.order.text);
    if (order->brief.said != OrderSaid::nothing) return refuse("order.said_already", command.order.text);
    return say(desk, command.order,
               OrderSubstituteAnswered{command.order, desk.staff(), order->substitute.sku, command.taken});
}

} // namespace guitai
