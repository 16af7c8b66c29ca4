// What a shop may do to an order that is under way. What follows what is decided
// by the one table in sync/events/order.hpp; the head office answers what is only asked.
#include "sync/events/purse_account.hpp"
#include "terminal/app/order_missing_item.hpp"
#include "terminal/app/order_slip.hpp"
#include "terminal/app/pay_value.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"
#include "terminal/domain/tender.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::size_t reason_bytes_max{200};

// The order, where `step` may follow. Refuses order.unknown and order.wrong_state.
Result<OrderDetail> order_before(const Desk& desk, const OrderId& id, OrderStep step)
{
    auto order = desk.ports.orders.find(id);
    if (!order) return refuse("order.unknown", cut_to(id.text, reason_bytes_max));
    if (auto next = after(order->brief.state, step); !next) return refuse(next.error());
    return std::move(*order);
}

// It lies in one shop, whoever asks. Refuses order.fetched_elsewhere.
Result<void> must_be_fetched_here(const Desk& desk, const OrderBrief& order)
{
    if (order.fetched_at.empty() || order.fetched_at == desk.state.view.shop.store) return {};
    return refuse("order.fetched_elsewhere", order.fetched_at.text);
}

// The money goes back the way most of it came; a sale of another till is not here to ask.
TenderKind original_tender(const Desk& desk, const OrderDetail& order)
{
    const auto sale = order.receipt.empty() ? std::nullopt : desk.ports.days.sale(order.receipt);
    TenderKind tender{TenderKind::cash};
    Money most;
    if (!sale) return tender;
    for (const TenderTaken& taken : sale->tenders) {
        if (taken.tender == TenderKind::cod || is_purse_tender(taken.tender) || taken.amount <= most) continue;
        tender = taken.tender;
        most = taken.amount;
    }
    return tender;
}

bool is_state(std::string_view word)
{
    OrderState state{};
    return word.empty() || word == to_send_filter || read_word(word, state);
}

} // namespace

Result<void> perform(Desk& desk, const ListOrders& command)
{
    if (!is_state(command.state)) return refuse("order.unknown_state", cut_to(command.state, reason_bytes_max));
    desk.state.view.orders.state = command.state;
    show_orders(desk);
    return {};
}

Result<void> perform(Desk& desk, const ShowOrder& command)
{
    if (!desk.ports.orders.find(command.order)) {
        return refuse("order.unknown", cut_to(command.order.text, reason_bytes_max));
    }
    ask_for_door(desk, command.order);
    show_order(desk, command.order);
    return {};
}

Result<void> perform(Desk& desk, const AskCancelOrder& command)
{
    if (command.reason.size() > reason_bytes_max) return refuse("order.bad_reason");
    const auto order = order_before(desk, command.order, OrderStep::ask_cancel);
    if (!order) return refuse(order.error());
    OrderCancelAsked asked;
    asked.order = command.order;
    asked.staff = desk.staff();
    asked.reason = command.reason;
    desk.write({asked});
    show_order(desk, command.order);
    return {};
}

Result<void> perform(Desk& desk, const ChangeAddress& command)
{
    const auto order = order_before(desk, command.order, OrderStep::change_address);
    if (!order) return refuse(order.error());
    if (auto complete = check_recipient(command.recipient, order->brief.delivery); !complete) return complete;
    OrderAddressAsked asked;
    asked.order = command.order;
    asked.staff = desk.staff();
    asked.recipient = command.recipient;
    desk.write({asked});
    show_order(desk, command.order);
    return {};
}

Result<void> perform(Desk& desk, const ReceiveOrder& command)
{
    const auto order = order_before(desk, command.order, OrderStep::arrive);
    if (!order) return refuse(order.error());
    if (order->brief.delivery == Delivery::ship) return refuse("order.wrong_state", "it goes to the customer's home");
    if (auto here = must_be_fetched_here(desk, order->brief); !here) return here;
    OrderArrived arrived;
    arrived.order = command.order;
    arrived.staff = desk.staff();
    desk.write({arrived});
    show_order(desk, command.order);
    return {};
}

Result<void> perform(Desk& desk, const CollectOrder& command)
{
    if (auto open = must_have_shift(desk); !open) return open;
    const auto order = order_before(desk, command.order, OrderStep::collect);
    if (!order) return refuse(order.error());
    const OrderBrief& brief{order->brief};
    if (auto here = must_be_fetched_here(desk, brief); !here) return here;
    const bool lies_here{brief.state == OrderState::arrived || (brief.delivery == Delivery::collect && brief.to_send)};
    if (!lies_here) return refuse("order.wrong_state", brief.source.text);
    if (command.tender == TenderKind::cod) return refuse("pay.cod_needs_order");
    // What is out of a purse is paid on a ticket, which says out of which.
    if (!is_counter_tender(command.tender)) return refuse("order.bad_tender", std::string{word_of(command.tender)});
    OrderCollected collected;
    collected.order = command.order;
    collected.staff = desk.staff();
    collected.tender = command.tender;
    collected.amount = order->brief.due;
    PrintJob slip{slip_of(desk, order->brief, "paper.collected", command.tender, collected.amount)};
    desk.write({collected}, {std::move(slip)});
    desk.ports.printer.wake();
    show_order(desk, command.order);
    return {};
}

Result<void> perform(Desk& desk, const RefundOrder& command)
{
    if (auto open = must_have_shift(desk); !open) return open;
    const auto order = order_before(desk, command.order, OrderStep::refund);
    if (!order) return refuse(order.error());
    if (order->brief.paid.is_zero()) return refuse("order.nothing_paid", command.order.text);
    OrderRefunded refunded;
    refunded.order = command.order;
    refunded.staff = desk.staff();
    refunded.shift = desk.state.shift.shift;
    refunded.business_date = desk.state.shift.business_date;
    refunded.amount = order->brief.paid;
    refunded.value_restored = restored_for(desk, order->receipt, refunded.amount);
    refunded.tender = refunded.value_restored.empty()
                          ? original_tender(desk, *order)
                          : value_tender(refunded.value_restored.front().account);
    PrintJob slip{slip_of(desk, order->brief, "paper.refund", refunded.tender, refunded.amount)};
    desk.write({refunded}, {std::move(slip)});
    desk.ports.printer.wake();
    show_order(desk, command.order);
    return {};
}

} // namespace guitai
