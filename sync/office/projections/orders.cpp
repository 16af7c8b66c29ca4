#include "sync/office/projections/orders.hpp"

#include "sync/office/projections/stored.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

constexpr std::string_view order_columns{
    "order_id, state, till, receipt, store, staff, member, sku, name, variant, quantity_milli, delivery,"
    " recipient_name, recipient_phone, recipient_address, total_minor, paid_minor, due_minor, placed_at_ms, test,"
    " source, promise_date, carrier, tracking, parcels, reason, points"};

OrderRow order_from(const database::Statement& row)
{
    OrderRow order;
    order.placed.order = {row.text(0)};
    order.state = stored_word<OrderState>(row.text(1));
    order.till = row.integer(2);
    order.placed.receipt = {row.text(3)};
    order.placed.store = {row.text(4)};
    order.placed.staff = {row.text(5)};
    order.placed.member = {row.text(6)};
    order.placed.sku = {row.text(7)};
    order.placed.name = row.text(8);
    order.placed.variant = row.text(9);
    order.placed.quantity = Quantity::from_milli(row.integer(10));
    order.placed.delivery = stored_word<Delivery>(row.text(11));
    order.placed.recipient = {row.text(12), row.text(13), row.text(14)};
    order.placed.total = Money::from_minor(row.integer(15));
    order.placed.paid = Money::from_minor(row.integer(16));
    order.placed.due_on_delivery = Money::from_minor(row.integer(17));
    order.placed_at_ms = row.integer(18);
    order.placed.test = row.flag(19);
    order.source = {row.text(20)};
    order.promise_date = row.text(21);
    order.carrier = row.text(22);
    order.tracking = row.text(23);
    order.parcels = row.integer(24);
    order.reason = row.text(25);
    order.placed.points = row.integer(26);
    return order;
}

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
                                    " ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, '', '', '', '', 0, '', ?21)",
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
        update(connection, to.order, "source = ?2, promise_date = ?3", to.source.text, to.promise_date);
        return {to.order, {}, {}, fmt::format("{} {}", to.source.text, to.promise_date)};
    }
    Moment operator()(const OrderDeclined& to) const
    {
        update(connection, to.order, "reason = ?2", to.reason);
        return {to.order, {}, {}, to.reason};
    }
    Moment operator()(const OrderShipped& to) const
    {
        update(connection, to.order, "carrier = ?2, tracking = ?3, parcels = ?4", to.carrier, to.tracking, to.parcels);
        return {to.order, {}, {}, fmt::format("{} {}", to.carrier, to.tracking)};
    }
    Moment operator()(const OrderCancelled& to) const
    {
        update(connection, to.order, "reason = ?2", to.reason);
        return {to.order, {}, {}, to.reason};
    }
    Moment operator()(const OrderAddressChanged& to) const
    {
        update(connection, to.order, "recipient_name = ?2, recipient_phone = ?3, recipient_address = ?4",
               to.recipient.name, to.recipient.phone, to.recipient.address);
        return {to.order, {}, {}, to.recipient.address};
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

std::optional<OrderStepAsked> step_of(const EventBody& body)
{
    using Asked = std::optional<OrderStepAsked>;
    return std::visit(Cases{[](const OrderAccepted& to) -> Asked {
                                return {{to.order, OrderStep::accept}};
                            },
                            [](const OrderDeclined& to) -> Asked {
                                return {{to.order, OrderStep::decline}};
                            },
                            [](const OrderShipped& to) -> Asked {
                                return {{to.order, OrderStep::ship}};
                            },
                            [](const OrderArrived& to) -> Asked {
                                return {{to.order, OrderStep::arrive}};
                            },
                            [](const OrderCollected& to) -> Asked {
                                return {{to.order, OrderStep::collect}};
                            },
                            [](const OrderDelivered& to) -> Asked {
                                return {{to.order, OrderStep::deliver}};
                            },
                            [](const OrderCancelAsked& to) -> Asked {
                                return {{to.order, OrderStep::ask_cancel}};
                            },
                            [](const OrderCancelled& to) -> Asked {
                                return {{to.order, OrderStep::cancel}};
                            },
                            [](const OrderRefunded& to) -> Asked {
                                return {{to.order, OrderStep::refund}};
                            },
                            [](const OrderAddressChanged& to) -> Asked {
                                return {{to.order, OrderStep::change_address}};
                            },
                            [](const auto&) -> Asked { return std::nullopt; }},
                      body);
}

void Orders::fold(database::Connection& connection, const Event& event)
{
    if (const auto* erased = std::get_if<MemberErased>(&event.body)) return forget(connection, erased->member);
    if (const auto* placed = std::get_if<OrderPlaced>(&event.body)) return take(connection, event, *placed);
    if (const auto asked = step_of(event.body)) return follow(connection, event, *asked);
    if (const auto* asked = std::get_if<OrderAddressAsked>(&event.body)) {
        return note(connection, event, asked->order, {{}, {}, asked->staff.text, asked->recipient.address});
    }
    if (const auto* refused = std::get_if<OrderCancelRefused>(&event.body)) {
        return note(connection, event, refused->order, {{}, {}, {}, refused->reason});
    }
    if (const auto* refused = std::get_if<OrderAddressRefused>(&event.body)) {
        return note(connection, event, refused->order, {{}, {}, {}, refused->reason});
    }
}

std::optional<OrderRow> find_order(database::Connection& connection, const OrderId& order)
{
    database::Statement find{connection, fmt::format("SELECT {} FROM orders WHERE order_id = ?1", order_columns)};
    find.bind(1, order.text);
    if (!find.step()) return std::nullopt;
    return order_from(find);
}

std::vector<OrderRow> list_orders(database::Connection& connection, const OrderFilter& filter)
{
    std::string sql{fmt::format("SELECT {} FROM orders WHERE 1 = 1", order_columns)};
    std::vector<std::string> values;
    const auto narrow = [&](std::string_view column, std::string value) {
        values.push_back(std::move(value));
        sql += fmt::format(" AND {} = ?{}", column, values.size());
    };
    if (filter.state) narrow("state", std::string{word_of(*filter.state)});
    if (!filter.member.empty()) { // Under whichever of her numbers.
        values.push_back(filter.member.text);
        sql += fmt::format(" AND (member = ?{0} OR member IN (SELECT member FROM members WHERE merged_into = ?{0}))",
                           values.size());
    }
    if (!filter.phone.empty()) narrow("recipient_phone", filter.phone);
    if (!filter.store.empty()) narrow("store", filter.store.text);
    sql += fmt::format(" ORDER BY placed_at_ms, order_id LIMIT ?{}", values.size() + 1);

    database::Statement find{connection, sql};
    int index{1};
    for (const std::string& value : values) find.bind(index++, value);
    find.bind(index, filter.limit);
    std::vector<OrderRow> orders;
    while (find.step()) orders.push_back(order_from(find));
    return orders;
}

std::vector<OrderMoment> history_of(database::Connection& connection, const OrderId& order)
{
    database::Statement find{connection,
                             "SELECT h.kind, h.state, h.at_ms, CASE WHEN h.origin = 0 THEN COALESCE(a.actor, '')"
                             " ELSE h.actor END, h.detail FROM order_history h"
                             " LEFT JOIN office_acts a ON h.origin = 0 AND a.number = h.number"
                             " WHERE h.order_id = ?1 ORDER BY h.step"};
    find.bind(1, order.text);
    std::vector<OrderMoment> moments;
    while (find.step()) {
        OrderMoment& moment{moments.emplace_back()};
        moment.kind = find.text(0);
        moment.state = stored_word<OrderState>(find.text(1));
        moment.at_ms = find.integer(2);
        moment.actor = find.text(3);
        moment.detail = find.text(4);
    }
    return moments;
}

bool was_moved_by(database::Connection& connection, const OrderId& order, const Event& event)
{
    database::Statement find{connection, "SELECT 1 FROM order_history WHERE order_id = ?1 AND origin = ?2"
                                         " AND number = ?3"};
    find.bind(1, order.text).bind(2, event.origin).bind(3, event.number);
    return find.step();
}

bool began_with(database::Connection& connection, const OrderId& order, const Event& event)
{
    database::Statement find{connection, "SELECT 1 FROM order_history"
                                         " WHERE order_id = ?1 AND step = 1 AND origin = ?2 AND number = ?3"};
    find.bind(1, order.text).bind(2, event.origin).bind(3, event.number);
    return find.step();
}

std::int64_t count_orders(database::Connection& connection, OrderState state, const PlaceCode& store)
{
    database::Statement find{connection, "SELECT COUNT(*) FROM orders WHERE state = ?1 AND (?2 = '' OR store = ?2)"};
    find.bind(1, word_of(state)).bind(2, store.text);
    return find.step() ? find.integer(0) : 0;
}

} // namespace guitai::office
