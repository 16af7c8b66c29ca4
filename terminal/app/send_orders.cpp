// What a shop does that sends an order for the head office (代发), and the customer's word about a substitute. Each of
// them is said, with the line down, too; what comes of it the head office decides, for it alone hears everybody.
#include "terminal/app/member_file.hpp"
#include "terminal/app/order_slip.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"
#include "terminal/domain/tender.hpp"

#include <algorithm>
#include <vector>

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

// One of this shop's people, for what goes to a door.
Result<void> check_runner(const Desk& desk, const StaffName& runner, const OrderBrief& order)
{
    if (order.delivery != Delivery::ship) return refuse("order.wrong_state", std::string{word_of(order.delivery)});
    const auto people = desk.ports.staff.people();
    const bool known{std::any_of(people.begin(), people.end(), [&](const StaffReader::Person& one) {
        return one.name == runner;
    })};
    return known ? Result<void>{} : refuse("order.unknown_runner", cut_to(runner.text, text_bytes_max));
}

// What the first trip is for beside the goods: how much is used in a month, and when wages come.
Result<std::vector<EventBody>> learnt_at_the_door(const Desk& desk, const MemberId& member, const TellTrip& command)
{
    std::vector<EventBody> learnt;
    const bool said{!command.monthly_use.empty() || !command.payday.empty()};
    if (!said) return learnt;
    if (member.empty()) return refuse("order.no_member_to_note", command.order.text);
    const auto note = [&](ProfilePart part, const std::string& value) -> Result<void> {
        if (value.empty()) return {};
        if (auto good = check_part(part, value); !good) return good;
        learnt.emplace_back(MemberCorrected{member, part, value, desk.state.view.shop.store, desk.staff()});
        return {};
    };
    if (auto done = note(ProfilePart::monthly_use, command.monthly_use); !done) return refuse(done.error());
    if (auto done = note(ProfilePart::payday, command.payday); !done) return refuse(done.error());
    return learnt;
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
    ask_for_door(desk, command.order);
    if (auto next = after(order->brief.state, OrderStep::pack); !next) return refuse(next.error());
    if (order->brief.said == OrderSaid::packed) return refuse("order.said_already", command.order.text);
    return say(desk, command.order, OrderPacked{command.order, order->brief.source, desk.staff()},
               {packing_slip(desk, *order)});
}

Result<void> perform(Desk& desk, const PrintSlip& command)
{
    const auto order = desk.ports.orders.find(command.order);
    if (!order) return refuse("order.unknown", cut_to(command.order.text, text_bytes_max));
    if (!order->brief.to_send && !order->brief.on_trip) return refuse("order.not_sent_here", command.order.text);
    ask_for_door(desk, command.order);
    desk.write({}, {packing_slip(desk, *order)});
    desk.ports.printer.wake();
    show_order(desk, command.order);
    return {};
}

Result<void> perform(Desk& desk, const HearDoor& command)
{
    desk.state.doors[command.order] = command.recipient;
    show_orders(desk);
    return {};
}

Result<void> perform(Desk& desk, const HandOverOrder& command)
{
    const auto order = order_to_send(desk, command.order);
    if (!order) return refuse(order.error());
    if (!command.runner.empty()) {
        if (auto may = check_runner(desk, command.runner, order->brief); !may) return may;
        return say(desk, command.order, OrderHandedOver{command.order, order->brief.source, desk.staff(),
                                                        std::string{own_carrier}, command.runner.text});
    }
    if (!is_short(command.carrier) || !is_short(command.tracking)) return refuse("order.needs_tracking");
    if (command.carrier == own_carrier) return refuse("order.needs_runner");
    return say(desk, command.order, OrderHandedOver{command.order, order->brief.source, desk.staff(), command.carrier,
                                                    command.tracking});
}

Result<void> perform(Desk& desk, const TellTrip& command)
{
    const auto order = desk.ports.orders.find(command.order);
    if (!order) return refuse("order.unknown", cut_to(command.order.text, text_bytes_max));
    if (!order->brief.on_trip) return refuse("order.not_on_trip", command.order.text);
    if (command.reason.size() > text_bytes_max) return refuse("order.bad_reason");
    const bool delivered{command.end == TripEnd::delivered};
    if (!delivered && command.reason.empty()) return refuse("order.needs_reason");
    OrderBrought brought{command.order, order->brief.source, desk.staff(), command.end, command.reason,
                         command.tender, {}};
    if (delivered && !order->brief.due.is_zero()) {
        if (auto open = must_have_shift(desk); !open) return open;
        // What is out of a purse is paid on a ticket, which says out of which.
        if (!is_counter_tender(command.tender) || command.tender == TenderKind::cod) {
            return refuse("order.bad_tender", std::string{word_of(command.tender)});
        }
        brought.amount = order->brief.due;
    }
    auto learnt = learnt_at_the_door(desk, order->brief.member, command);
    if (!learnt) return refuse(learnt.error());
    std::vector<PrintJob> paper;
    if (!brought.amount.is_zero()) {
        paper.push_back(slip_of(desk, order->brief, "paper.collected", command.tender, brought.amount));
    }
    learnt->insert(learnt->begin(), std::move(brought));
    desk.write(std::move(*learnt), std::move(paper));
    desk.ports.printer.wake();
    show_order(desk, command.order);
    return {};
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
