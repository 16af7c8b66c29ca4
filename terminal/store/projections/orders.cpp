#include "terminal/store/projections/orders.hpp"

#include "sync/events/order.hpp"
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

// Declined and cancelled orders are over only when the customer has the money back.
bool is_going_on(OrderState state, Money paid)
{
    switch (state) {
    case OrderState::captured:
    case OrderState::accepted:
    case OrderState::shipped:
    case OrderState::arrived: return true;
    case OrderState::declined:
    case OrderState::cancelled: return !paid.is_zero();
    case OrderState::delivered:
    case OrderState::refunded: break;
    }
    return false;
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
};

void add_order(database::Connection& connection, const Event& event, const NewOrder& fresh)
{
    if (find_order(connection, fresh.order)) return;
    run(connection,
        "INSERT INTO orders (order_id, store, staff, member, sku, name, variant, milli, delivery, recipient_name,"
        " recipient_phone, recipient_address, total, paid, due, placed_at_ms, own, receipt, state, promise_date,"
        " carrier, tracking, reason, cancel_asked, going_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
        " ?13, ?14, ?15, ?16, ?17, ?18, 'captured', '', '', '', '', 0, 1)",
        fresh.order, fresh.store, fresh.staff, fresh.member, fresh.sku, fresh.name, fresh.variant, fresh.quantity,
        fresh.delivery, fresh.recipient.name, fresh.recipient.phone, fresh.recipient.address, fresh.total, fresh.paid,
        fresh.due, fresh.placed_at_ms, fresh.own, fresh.receipt);
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
    run(connection, "UPDATE orders SET state = ?2, going_on = ?3 WHERE id = ?1", known->row, *state,
        is_going_on(*state, known->paid));
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

void apply_news(database::Connection& db, const Event& event)
{
    if (const auto* accepted = std::get_if<OrderAccepted>(&event.body)) {
        if (const auto order = step(db, event, accepted->order, OrderStep::accept, accepted->source.text)) {
            run(db, "UPDATE orders SET promise_date = ?2 WHERE id = ?1", order->row, accepted->promise_date);
        }
    } else if (const auto* declined = std::get_if<OrderDeclined>(&event.body)) {
        if (const auto order = step(db, event, declined->order, OrderStep::decline)) {
            set_reason(db, order->row, declined->reason);
        }
    } else if (const auto* shipped = std::get_if<OrderShipped>(&event.body)) {
        if (const auto order = step(db, event, shipped->order, OrderStep::ship, shipped->carrier)) {
            run(db, "UPDATE orders SET carrier = ?2, tracking = ?3 WHERE id = ?1", order->row, shipped->carrier,
                shipped->tracking);
        }
    } else if (const auto* delivered = std::get_if<OrderDelivered>(&event.body)) {
        if (const auto order = step(db, event, delivered->order, OrderStep::deliver)) {
            take_due(db, order->row, delivered->collected);
        }
    } else if (const auto* cancelled = std::get_if<OrderCancelled>(&event.body)) {
        if (const auto order = step(db, event, cancelled->order, OrderStep::cancel)) {
            set_reason(db, order->row, cancelled->reason);
        }
    } else if (const auto* refused = std::get_if<OrderCancelRefused>(&event.body)) {
        if (const auto order = note(db, event, refused->order)) set_reason(db, order->row, refused->reason);
    } else if (const auto* kept = std::get_if<OrderAddressRefused>(&event.body)) {
        static_cast<void>(note(db, event, kept->order));
    } else if (const auto* changed = std::get_if<OrderAddressChanged>(&event.body)) {
        if (const auto order = step(db, event, changed->order, OrderStep::change_address)) {
            run(db,
                "UPDATE orders SET recipient_name = ?2, recipient_phone = iif(own, ?3, ''),"
                " recipient_address = iif(own, ?4, '') WHERE id = ?1",
                order->row, changed->recipient.name, changed->recipient.phone, changed->recipient.address);
        }
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
                   placed->paid, placed->due_on_delivery, event.at_ms, event.origin == m_self.till});
    } else if (const auto* taken = std::get_if<OrderTaken>(&event.body)) {
        if (taken->source_origin == m_self.till) return;
        add_order(connection, event,
                  {taken->order, {}, taken->store, taken->staff, taken->member, taken->sku, taken->name, taken->variant,
                   taken->quantity, taken->delivery, {taken->recipient_name, {}, {}}, taken->total, taken->paid,
                   taken->due_on_delivery, taken->placed_at_ms, false});
    } else if (const auto* handled = std::get_if<OrderHandled>(&event.body)) {
        if (handled->source_origin == m_self.till) return;
        apply_done_here(connection, {event.origin, event.number, event.at_ms, done_by(*handled)});
    } else if (const auto* erased = std::get_if<MemberErased>(&event.body)) {
        run(connection,
            "UPDATE orders SET recipient_name = '', recipient_phone = '', recipient_address = ''"
            " WHERE member = ?1 AND member <> ''",
            erased->member);
    } else {
        apply_news(connection, event);
        apply_done_here(connection, event);
    }
}

} // namespace guitai
