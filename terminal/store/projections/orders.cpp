#include "terminal/store/projections/orders.hpp"

#include "sync/events/order.hpp"
#include "terminal/app/member_view.hpp"
#include "terminal/store/rows.hpp"

#include <optional>

namespace guitai {
namespace {

struct Known {
    std::int64_t row{0};
    OrderState state{OrderState::captured};
    Money paid;
};

std::optional<Known> find_order(database::Connection& connection, const OrderId& order)
{
    database::Statement find{connection, "SELECT id, state, paid FROM orders WHERE order_id = ?1"};
    find.bind(1, order.text);
    if (!find.step()) return std::nullopt;
    return Known{find.integer(0), word_at<OrderState>(find, 1), money_at(find, 2)};
}

// What was given up is over only when the customer has the money back.
bool is_going_on(OrderState state, Money paid)
{
    if (is_given_up(state)) return !paid.is_zero();
    return !is_over(state);
}

void note_step(database::Connection& connection, std::int64_t row, OrderState state, const Event& event,
               std::string_view by)
{
    run(connection,
        "INSERT INTO order_steps (order_row, n, state, what, at_ms, by)"
        " SELECT ?1, coalesce(max(n), 0) + 1, ?2, ?3, ?4, ?5 FROM order_steps WHERE order_row = ?1",
        row, state, kind_of(event.body), event.at_ms, by);
}

// Both ways an order can become known, in one shape.
struct NewOrder {
    const OrderId& order;
    ReceiptNumber receipt; // Empty for an order of another till.
    const PlaceCode& store;
    const StaffName& staff;
    const MemberId& member;
    const Sku& sku;
    const std::string& name;
    const std::string& variant;
    Quantity quantity;
    Delivery delivery;
    Recipient recipient;
    Money total, paid, due;
    std::int64_t placed_at_ms;
    bool own; // Taken by this till, which alone may know phone and address.
    const std::string& slot;
    PlaceCode collect_at;
};

void add_order(database::Connection& connection, const Event& event, const NewOrder& fresh)
{
    if (find_order(connection, fresh.order)) return;
    run(connection,
        "INSERT INTO orders (order_id, store, staff, member, sku, name, variant, milli, delivery, recipient_name,"
        " recipient_phone, recipient_address, total, paid, due, placed_at_ms, own, receipt, state, promise_date,"
        " carrier, tracking, reason, cancel_asked, going_on, slot, collect_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,"
        " ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, 'captured', '', '', '', '', 0, 1, ?19, ?20)",
        fresh.order, fresh.store, fresh.staff, fresh.member, fresh.sku, fresh.name, fresh.variant, fresh.quantity,
        fresh.delivery, fresh.recipient.name, fresh.recipient.phone, fresh.recipient.address, fresh.total, fresh.paid,
        fresh.due, fresh.placed_at_ms, fresh.own, fresh.receipt, fresh.slot, fresh.collect_at);
    note_step(connection, find_order(connection, fresh.order)->row, OrderState::captured, event, fresh.staff.text);
}

// Moves the order along the table; nothing where this step is none from where it stands.
std::optional<Known> step(database::Connection& connection, const Event& event, const OrderId& order, OrderStep step,
                          std::string_view by = {})
{
    auto known = find_order(connection, order);
    if (!known) return std::nullopt;
    const auto state = after(known->state, step);
    if (!state) return std::nullopt;
    known->state = *state;
    run(connection, "UPDATE orders SET state = ?2, going_on = ?3, reserved = ?4, said = 'nothing' WHERE id = ?1",
        known->row, *state, is_going_on(*state, known->paid), is_reserved(*state));
    note_step(connection, known->row, *state, event, by);
    return known;
}

// An answer or a question that leaves the state as it is.
std::optional<Known> note(database::Connection& connection, const Event& event, const OrderId& order,
                          std::string_view by = {})
{
    const auto known = find_order(connection, order);
    if (known) note_step(connection, known->row, known->state, event, by);
    return known;
}

void set_reason(database::Connection& connection, std::int64_t row, const std::string& reason)
{
    run(connection, "UPDATE orders SET reason = ?2, cancel_asked = 0 WHERE id = ?1", row, reason);
}

void take_due(database::Connection& connection, std::int64_t row, Money amount)
{
    run(connection, "UPDATE orders SET paid = paid + ?2, due = max(due - ?2, 0) WHERE id = ?1", row, amount);
}

// What the head office decided. Its word ends whatever this till had said of the order before.
struct News {
    database::Connection& db;
    const Event& event;

    void operator()(const OrderAccepted& to) const
    {
        const auto order = step(db, event, to.order, OrderStep::accept, to.source.text);
        if (!order) return;
        run(db, "UPDATE orders SET promise_date = ?2, source = ?3, reason = '' WHERE id = ?1", order->row,
            to.promise_date, to.source);
    }
    void operator()(const OrderHeld& to) const
    {
        const auto order = step(db, event, to.order, OrderStep::hold);
        if (!order) return;
        run(db, "UPDATE orders SET source = '', answer_by_ms = 0, picker = '', reason = ?2 WHERE id = ?1", order->row,
            to.reason);
    }
    void operator()(const OrderDeclined& to) const { give_up(to.order, OrderStep::decline, to.reason); }
    void operator()(const OrderCancelled& to) const { give_up(to.order, OrderStep::cancel, to.reason); }
    void operator()(const OrderCameBack& to) const { give_up(to.order, OrderStep::come_back, to.reason); }
    void operator()(const OrderSubstituteOffered& to) const
    {
        const auto order = step(db, event, to.order, OrderStep::offer);
        if (!order) return;
        run(db,
            "UPDATE orders SET substitute_sku = ?2, substitute_name = ?3, substitute_variant = ?4,"
            " substitute_reason = ?5 WHERE id = ?1",
            order->row, to.sku, to.name, to.variant, to.reason);
    }
    void operator()(const OrderSubstituted& to) const
    {
        const auto order = step(db, event, to.order, OrderStep::substitute);
        if (!order) return;
        run(db, "UPDATE orders SET sku = ?2, name = ?3, variant = ?4, substitute_sku = '' WHERE id = ?1", order->row,
            to.sku, to.name, to.variant);
    }
    void operator()(const OrderAllocated& to) const
    {
        const auto order = step(db, event, to.order, OrderStep::allocate, to.place.text);
        if (!order) return;
        run(db, "UPDATE orders SET source = ?2, answer_by_ms = ?3, picker = '', first_trip = ?4 WHERE id = ?1",
            order->row, to.place, to.answer_by_ms, to.first_trip);
    }
    void operator()(const OrderPickTaken& to) const
    {
        if (event.origin != office_origin) return;
        const auto order = note(db, event, to.order, to.staff.text);
        if (order) run(db, "UPDATE orders SET picker = ?2, answer_by_ms = 0 WHERE id = ?1", order->row, to.staff);
    }
    void operator()(const OrderPacked& to) const
    {
        if (event.origin != office_origin) return;
        const auto order = step(db, event, to.order, OrderStep::pack, to.staff.text);
        if (order) run(db, "UPDATE orders SET answer_by_ms = 0 WHERE id = ?1", order->row);
    }
    void operator()(const OrderShipped& to) const
    {
        const auto order = step(db, event, to.order, OrderStep::ship, to.carrier);
        if (!order) return;
        run(db, "UPDATE orders SET carrier = ?2, tracking = ?3 WHERE id = ?1", order->row, to.carrier, to.tracking);
    }
    void operator()(const OrderOutForDelivery& to) const { (void)step(db, event, to.order, OrderStep::send_out); }
    void operator()(const OrderDeliveryFailed& to) const
    {
        const auto order = step(db, event, to.order, OrderStep::fail_delivery, to.reason);
        if (order) run(db, "UPDATE orders SET reason = ?2 WHERE id = ?1", order->row, to.reason);
    }
    void operator()(const OrderDelivered& to) const
    {
        if (const auto order = step(db, event, to.order, OrderStep::deliver)) take_due(db, order->row, to.collected);
    }
    void operator()(const OrderSplit& to) const
    {
        if (step(db, event, to.order, OrderStep::split, to.part.text)) split(to);
    }
    void operator()(const OrderCancelRefused& to) const
    {
        if (const auto order = note(db, event, to.order)) set_reason(db, order->row, to.reason);
    }
    void operator()(const OrderAddressRefused& to) const { (void)note(db, event, to.order); }
    void operator()(const OrderAddressChanged& to) const
    {
        const auto order = step(db, event, to.order, OrderStep::change_address);
        if (!order) return;
        run(db,
            "UPDATE orders SET recipient_name = ?2, recipient_phone = iif(own, ?3, ''),"
            " recipient_address = iif(own, ?4, '') WHERE id = ?1",
            order->row, to.recipient.name, to.recipient.phone, to.recipient.address);
    }
    template<typename Other>
    void operator()(const Other&) const
    {
    }

    void give_up(const OrderId& id, OrderStep how, const std::string& reason) const
    {
        if (const auto order = step(db, event, id, how)) set_reason(db, order->row, reason);
    }
    // The part is the first in everything but its figures; what came of it stands under its own number from here on.
    void split(const OrderSplit& to) const
    {
        if (find_order(db, to.part)) return;
        const std::string copied{"store, staff, member, sku, name, variant, delivery, recipient_name, recipient_phone,"
                                 " recipient_address, placed_at_ms, own, receipt, state, promise_date, carrier,"
                                 " tracking, reason, cancel_asked, going_on, source, reserved, answer_by_ms, picker,"
                                 " slot, first_trip, collect_at"};
        run(db,
            "INSERT INTO orders (order_id, milli, total, paid, due, split_from, " + copied +
                ") SELECT ?2, ?3, ?4, ?5, ?6, iif(split_from = '', order_id, split_from), " + copied +
                " FROM orders WHERE order_id = ?1",
            to.order, to.part, to.quantity, to.total, to.paid, to.due_on_delivery);
        run(db, "UPDATE orders SET milli = milli - ?2, total = total - ?3, paid = paid - ?4, due = due - ?5"
                " WHERE order_id = ?1",
            to.order, to.quantity, to.total, to.paid, to.due_on_delivery);
        (void)note(db, event, to.part, to.order.text);
    }
};

// A word of this till that only the head office's answer makes true.
void say(database::Connection& db, const Event& event, const OrderId& order, OrderSaid said, const StaffName& staff)
{
    if (const auto known = note(db, event, order, staff.text)) {
        run(db, "UPDATE orders SET said = ?2 WHERE id = ?1", known->row, said);
    }
}

void apply_said(database::Connection& db, const Event& event)
{
    if (event.origin == office_origin) return;
    if (const auto* taken = std::get_if<OrderPickTaken>(&event.body)) {
        say(db, event, taken->order, OrderSaid::pick_taken, taken->staff);
    } else if (const auto* rejected = std::get_if<OrderPickRejected>(&event.body)) {
        say(db, event, rejected->order, OrderSaid::pick_rejected, rejected->staff);
    } else if (const auto* packed = std::get_if<OrderPacked>(&event.body)) {
        say(db, event, packed->order, OrderSaid::packed, packed->staff);
    } else if (const auto* handed = std::get_if<OrderHandedOver>(&event.body)) {
        say(db, event, handed->order, OrderSaid::handed_over, handed->staff);
        // Who has it is known here at once: a runner may be back before the line is.
        run(db, "UPDATE orders SET carrier = ?2, tracking = ?3 WHERE order_id = ?1 AND reserved = 1", handed->order,
            handed->carrier, handed->tracking);
    } else if (const auto* brought = std::get_if<OrderBrought>(&event.body)) {
        say(db, event, brought->order,
            brought->end == TripEnd::delivered ? OrderSaid::brought : OrderSaid::not_brought, brought->staff);
    } else if (const auto* answer = std::get_if<OrderSubstituteAnswered>(&event.body)) {
        say(db, event, answer->order, answer->taken ? OrderSaid::substitute_taken : OrderSaid::substitute_refused,
            answer->staff);
    }
}

void set_sending_places(database::Connection& db, const FulfilmentSet& rules)
{
    database::Statement{db, "DELETE FROM sending_places"}.run();
    for (const PlaceTerms& terms : rules.places) {
        run(db, "INSERT OR IGNORE INTO sending_places (place, sends, ring_fence) VALUES (?1, ?2, ?3)", terms.place,
            terms.sends, terms.ring_fence);
    }
}

void apply_done_here(database::Connection& db, const Event& event)
{
    if (const auto* arrived = std::get_if<OrderArrived>(&event.body)) {
        static_cast<void>(step(db, event, arrived->order, OrderStep::arrive, arrived->staff.text));
    } else if (const auto* collected = std::get_if<OrderCollected>(&event.body)) {
        if (const auto order = step(db, event, collected->order, OrderStep::collect, collected->staff.text)) {
            take_due(db, order->row, collected->amount);
        }
    } else if (const auto* asked = std::get_if<OrderCancelAsked>(&event.body)) {
        if (const auto order = step(db, event, asked->order, OrderStep::ask_cancel, asked->staff.text)) {
            run(db, "UPDATE orders SET cancel_asked = 1 WHERE id = ?1", order->row);
        }
    } else if (const auto* wanted = std::get_if<OrderAddressAsked>(&event.body)) {
        static_cast<void>(note(db, event, wanted->order, wanted->staff.text));
    } else if (const auto* refunded = std::get_if<OrderRefunded>(&event.body)) {
        static_cast<void>(step(db, event, refunded->order, OrderStep::refund, refunded->staff.text));
    }
}

// What another till did, as it would stand in its own journal; tender and shift are its business.
EventBody done_by(const OrderHandled& handled)
{
    switch (handled.handling) {
    case Handling::arrived: return OrderArrived{handled.order, handled.staff};
    case Handling::collected: return OrderCollected{handled.order, handled.staff, TenderKind::cash, handled.amount};
    case Handling::refunded: break;
    }
    OrderRefunded refunded;
    refunded.order = handled.order;
    refunded.staff = handled.staff;
    refunded.amount = handled.amount;
    return refunded;
}

} // namespace

void OrdersProjection::apply(database::Connection& connection, const Event& event)
{
    if (const auto* placed = std::get_if<OrderPlaced>(&event.body)) {
        add_order(connection, event,
                  {placed->order, placed->receipt, placed->store, placed->staff, placed->member, placed->sku,
                   placed->name, placed->variant, placed->quantity, placed->delivery, placed->recipient, placed->total,
                   placed->paid, placed->due_on_delivery, event.at_ms, event.origin == m_self.till, placed->slot,
                   collected_at(*placed)});
    } else if (const auto* taken = std::get_if<OrderTaken>(&event.body)) {
        if (taken->source_origin == m_self.till) return;
        add_order(connection, event,
                  {taken->order, {}, taken->store, taken->staff, taken->member, taken->sku, taken->name, taken->variant,
                   taken->quantity, taken->delivery, {taken->recipient_name, {}, {}}, taken->total, taken->paid,
                   taken->due_on_delivery, taken->placed_at_ms, false, taken->slot, taken->collect_at});
    } else if (const auto* handled = std::get_if<OrderHandled>(&event.body)) {
        if (handled->source_origin == m_self.till) return;
        apply_done_here(connection, {event.origin, event.number, event.at_ms, done_by(*handled)});
    } else if (const auto* rules = std::get_if<FulfilmentSet>(&event.body)) {
        set_sending_places(connection, *rules);
    } else if (const auto* erased = std::get_if<MemberErased>(&event.body)) {
        run(connection,
            "UPDATE orders SET recipient_name = '', recipient_phone = '', recipient_address = ''"
            " WHERE member = ?1 AND member <> ''",
            erased->member);
    } else {
        std::visit(News{connection, event}, static_cast<const AnyEvent&>(event.body));
        apply_said(connection, event);
        apply_done_here(connection, event);
    }
}

} // namespace guitai
