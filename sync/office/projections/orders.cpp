#include "sync/office/projections/orders.hpp"

#include "sync/events/promise.hpp"
#include "sync/office/projections/order_columns.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

struct Moment {
    OrderId order;
    OrderState state{OrderState::captured};
    std::string actor;
    std::string detail;
};

void remember(database::Connection& connection, const Event& event, const Moment& moment)
{
    std::int64_t step{1};
    database::Statement last{connection, "SELECT COALESCE(MAX(step), 0) FROM order_history WHERE order_id = ?1"};
    if (last.bind(1, moment.order.text).step()) step = last.integer(0) + 1;
    database::Statement{connection,
                        "INSERT INTO order_history (order_id, step, origin, number, kind, state, at_ms, actor, detail)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"}
        .bind(1, moment.order.text)
        .bind(2, step)
        .bind(3, event.origin)
        .bind(4, event.number)
        .bind(5, kind_of(event.body))
        .bind(6, word_of(moment.state))
        .bind(7, event.at_ms)
        .bind(8, moment.actor)
        .bind(9, moment.detail)
        .run();
}

void take(database::Connection& connection, const Event& event, const OrderPlaced& order)
{
    // A till's order number is its own; a second order under it is at fault and intake says so.
    if (find_order(connection, order.order)) return;
    database::Statement{connection,
                        fmt::format("INSERT INTO orders ({}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
                                    " ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, '', '', '', '', 0, '', ?21, 0, '', '',"
                                    " '', '', '', '', ?22)",
                                    order_columns)}
        .bind(1, order.order.text)
        .bind(2, word_of(OrderState::captured))
        .bind(3, event.origin)
        .bind(4, order.receipt.text)
        .bind(5, order.store.text)
        .bind(6, order.staff.text)
        .bind(7, order.member.text)
        .bind(8, order.sku.text)
        .bind(9, order.name)
        .bind(10, order.variant)
        .bind(11, order.quantity.milli())
        .bind(12, word_of(order.delivery))
        .bind(13, order.recipient.name)
        .bind(14, order.recipient.phone)
        .bind(15, order.recipient.address)
        .bind(16, order.total.minor())
        .bind(17, order.paid.minor())
        .bind(18, order.due_on_delivery.minor())
        .bind(19, event.at_ms)
        .bind(20, order.test)
        .bind(21, order.points)
        .bind(22, order.slot)
        .run();
    remember(connection, event, {order.order, OrderState::captured, order.staff.text, {}});
}

template<typename... Value>
void update(database::Connection& connection, const OrderId& order, std::string_view set, const Value&... value)
{
    database::Statement change{connection, fmt::format("UPDATE orders SET {} WHERE order_id = ?1", set)};
    change.bind(1, order.text);
    int index{2};
    (change.bind(index++, value), ...);
    change.run();
}

// What else an event writes on the order, and what its line in the history says.
struct Particulars {
    database::Connection& connection;

    Moment operator()(const OrderAccepted& to) const
    {
        const auto row = find_order(connection, to.order);
        update(connection, to.order, "source = ?2, promise_date = ?3, reason = '', late_after = ?4", to.source.text,
               to.promise_date, late_after(to.promise_date, row ? row->placed.slot : std::string{}));
        return {to.order, {}, {}, fmt::format("{} {}", to.source.text, to.promise_date)};
    }
    Moment operator()(const OrderDeclined& to) const
    {
        update(connection, to.order, "reason = ?2, answer_by_ms = 0", to.reason);
        return {to.order, {}, {}, to.reason};
    }
    Moment operator()(const OrderShipped& to) const
    {
        update(connection, to.order, "carrier = ?2, tracking = ?3, parcels = ?4, answer_by_ms = 0", to.carrier,
               to.tracking, to.parcels);
        return {to.order, {}, {}, fmt::format("{} {}", to.carrier, to.tracking)};
    }
    Moment operator()(const OrderCancelled& to) const
    {
        update(connection, to.order, "reason = ?2, answer_by_ms = 0", to.reason);
        return {to.order, {}, {}, to.reason};
    }
    Moment operator()(const OrderAddressChanged& to) const
    {
        update(connection, to.order, "recipient_name = ?2, recipient_phone = ?3, recipient_address = ?4",
               to.recipient.name, to.recipient.phone, to.recipient.address);
        return {to.order, {}, {}, to.recipient.address};
    }
    // Nothing is kept for it anywhere any more.
    Moment operator()(const OrderHeld& to) const
    {
        update(connection, to.order, "source = '', answer_by_ms = 0, picker = '', reason = ?2", to.reason);
        return {to.order, {}, {}, to.reason};
    }
    Moment operator()(const OrderSubstituteOffered& to) const
    {
        update(connection, to.order,
               "substitute_sku = ?2, substitute_name = ?3, substitute_variant = ?4, substitute_reason = ?5,"
               " source = ?6",
               to.sku.text, to.name, to.variant, to.reason, to.place.text);
        return {to.order, {}, {}, fmt::format("{} {} {}", to.sku.text, to.variant, to.reason)};
    }
    Moment operator()(const OrderSubstituted& to) const
    {
        update(connection, to.order, "sku = ?2, name = ?3, variant = ?4, source = '', substitute_sku = ''", to.sku.text,
               to.name, to.variant);
        return {to.order, {}, {}, fmt::format("{} {}", to.sku.text, to.variant)};
    }
    Moment operator()(const OrderAllocated& to) const
    {
        update(connection, to.order, "source = ?2, answer_by_ms = ?3, picker = ''", to.place.text, to.answer_by_ms);
        return {to.order, {}, {}, to.place.text};
    }
    Moment operator()(const OrderPacked& to) const
    {
        update(connection, to.order, "answer_by_ms = 0");
        return {to.order, {}, {}, to.place.text};
    }
    Moment operator()(const OrderOutForDelivery& to) const { return {to.order, {}, {}, {}}; }
    Moment operator()(const OrderDeliveryFailed& to) const { return {to.order, {}, {}, to.reason}; }
    Moment operator()(const OrderCameBack& to) const
    {
        update(connection, to.order, "reason = ?2", to.reason);
        return {to.order, {}, {}, fmt::format("{} {}", to.place.text, to.reason)};
    }
    // The new one is the first in everything but its figures.
    Moment operator()(const OrderSplit& to) const
    {
        update(connection, to.order,
               "quantity_milli = quantity_milli - ?2, total_minor = total_minor - ?3, paid_minor = paid_minor - ?4,"
               " due_minor = due_minor - ?5, points = CASE WHEN points < 0 THEN points ELSE points - ?6 END",
               to.quantity.milli(), to.total.minor(), to.paid.minor(), to.due_on_delivery.minor(), to.points);
        return {to.order, {}, {}, fmt::format("{} × {}", to.part.text, text_of(to.quantity))};
    }
    Moment operator()(const OrderArrived& to) const { return {to.order, {}, to.staff.text, {}}; }
    Moment operator()(const OrderCollected& to) const
    {
        pay(to.order, to.amount);
        return {to.order, {}, to.staff.text, text_of(to.amount)};
    }
    Moment operator()(const OrderDelivered& to) const
    {
        pay(to.order, to.collected);
        return {to.order, {}, {}, text_of(to.collected)};
    }
    Moment operator()(const OrderCancelAsked& to) const { return {to.order, {}, to.staff.text, to.reason}; }
    Moment operator()(const OrderRefunded& to) const { return {to.order, {}, to.staff.text, text_of(to.amount)}; }
    template<typename Other>
    Moment operator()(const Other&) const
    {
        return {};
    }

    void pay(const OrderId& order, Money amount) const
    {
        // Never more than was due, whatever a till says it took.
        update(connection, order,
               "paid_minor = paid_minor + CASE WHEN ?2 > due_minor THEN due_minor ELSE ?2 END,"
               " due_minor = due_minor - CASE WHEN ?2 > due_minor THEN due_minor ELSE ?2 END",
               amount.minor());
    }
};

// A part begins where the first stands, and is copied after the figures of both were set.
void part(database::Connection& connection, const Event& event, const OrderSplit& split)
{
    if (find_order(connection, split.part)) return;
    database::Statement{
        connection,
        fmt::format("INSERT INTO orders ({}, late_after)"
                    " SELECT ?2, state, till, receipt, store, staff, member, sku, name, variant,"
                    " ?3, delivery, recipient_name, recipient_phone, recipient_address, ?4, ?5, ?6, placed_at_ms, test,"
                    " source, promise_date, carrier, tracking, parcels, reason,"
                    " CASE WHEN points < 0 THEN points ELSE ?7 END, answer_by_ms, picker, substitute_sku,"
                    " substitute_name, substitute_variant, substitute_reason,"
                    " CASE WHEN split_from = '' THEN order_id ELSE split_from END, slot, late_after"
                    " FROM orders WHERE order_id = ?1",
                    order_columns)}
        .bind(1, split.order.text)
        .bind(2, split.part.text)
        .bind(3, split.quantity.milli())
        .bind(4, split.total.minor())
        .bind(5, split.paid.minor())
        .bind(6, split.due_on_delivery.minor())
        .bind(7, split.points)
        .run();
    if (const auto made = find_order(connection, split.part)) {
        remember(connection, event, {split.part, made->state, {}, split.order.text});
    }
}

void follow(database::Connection& connection, const Event& event, const OrderStepAsked& asked)
{
    const auto known = find_order(connection, asked.order);
    if (!known) return;
    const auto next = after(known->state, asked.step);
    if (!next) return;
    Moment moment{std::visit(Particulars{connection}, event.body)};
    moment.state = *next;
    update(connection, asked.order, "state = ?2", word_of(*next));
    remember(connection, event, moment);
    if (const auto* split = std::get_if<OrderSplit>(&event.body)) part(connection, event, *split);
}

// Who picks it: one of the place that was asked, and the first who said so.
void take_up(database::Connection& connection, const OrderPickTaken& taken)
{
    database::Statement{connection, "UPDATE orders SET picker = ?3, answer_by_ms = 0 WHERE order_id = ?1"
                                    " AND source = ?2 AND picker = '' AND state = 'allocated'"}
        .bind(1, taken.order.text)
        .bind(2, taken.place.text)
        .bind(3, taken.staff.text)
        .run();
}

void reject(database::Connection& connection, const OrderPickRejected& rejected)
{
    database::Statement{connection, "INSERT INTO order_rejections (order_id, place) VALUES (?1, ?2)"
                                    " ON CONFLICT (order_id, place) DO NOTHING"}
        .bind(1, rejected.order.text)
        .bind(2, rejected.place.text)
        .run();
}

// Where it went and who took it; that it was ordered, and paid, stays.
void forget(database::Connection& connection, const MemberId& member)
{
    database::Statement{connection, "UPDATE order_history SET detail = '' WHERE kind IN ('order_address_asked',"
                                    " 'order_address_changed') AND order_id IN"
                                    " (SELECT order_id FROM orders WHERE member = ?1)"}
        .bind(1, member.text)
        .run();
    database::Statement{connection, "UPDATE orders SET recipient_name = '', recipient_phone = '',"
                                    " recipient_address = '' WHERE member = ?1"}
        .bind(1, member.text)
        .run();
}

// Answers and questions that change nothing, but belong to the story.
void note(database::Connection& connection, const Event& event, const OrderId& order, const Moment& said)
{
    const auto known = find_order(connection, order);
    if (known) remember(connection, event, {order, known->state, said.actor, said.detail});
}

} // namespace

void Orders::fold(database::Connection& connection, const Event& event)
{
    if (const auto* erased = std::get_if<MemberErased>(&event.body)) return forget(connection, erased->member);
    if (const auto* placed = std::get_if<OrderPlaced>(&event.body)) return take(connection, event, *placed);
    if (const auto asked = step_of(event)) return follow(connection, event, *asked);
    std::visit(Cases{[&](const OrderAddressAsked& asked) {
                         note(connection, event, asked.order, {{}, {}, asked.staff.text, asked.recipient.address});
                     },
                     [&](const OrderCancelRefused& refused) {
                         note(connection, event, refused.order, {{}, {}, {}, refused.reason});
                     },
                     [&](const OrderAddressRefused& refused) {
                         note(connection, event, refused.order, {{}, {}, {}, refused.reason});
                     },
                     [&](const OrderSubstituteAnswered& said) {
                         note(connection, event, said.order, {{}, {}, said.staff.text, said.taken ? "✓" : "✗"});
                     },
                     [&](const OrderPickTaken& taken) {
                         if (event.origin != office_origin) return; // Told, and counted, once it is decided.
                         take_up(connection, taken);
                         note(connection, event, taken.order, {{}, {}, taken.staff.text, taken.place.text});
                     },
                     [&](const OrderPickRejected& said) {
                         reject(connection, said);
                         note(connection, event, said.order,
                              {{}, {}, said.staff.text, fmt::format("{} {}", said.place.text, said.reason)});
                     },
                     [&](const OrderHandedOver& said) {
                         note(connection, event, said.order,
                              {{}, {}, said.staff.text, fmt::format("{} {}", said.carrier, said.tracking)});
                     },
                     [&](const OrderBrought& said) {
                         note(connection, event, said.order,
                              {{}, {}, said.staff.text, fmt::format("{} {}", text_of(said.amount), said.reason)});
                     },
                     [](const auto&) {}},
               event.body);
}

} // namespace guitai::office
