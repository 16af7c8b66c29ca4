#include "sync/office/projections/order_columns.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/stored.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

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
    order.answer_by_ms = row.integer(27);
    order.picker = {row.text(28)};
    order.substitute = {{row.text(29)}, row.text(30), row.text(31), row.text(32)};
    order.split_from = {row.text(33)};
    order.placed.slot = row.text(34);
    return order;
}

} // namespace

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

HandOver hand_over_of(const OrderRow& order, const OrderMoment& moment)
{
    constexpr std::string_view customer{"customer"};
    constexpr std::string_view office{"office"};
    const std::string& shop{order.placed.store.text};
    const PlaceCode elsewhere{collected_at(order.placed)};
    const std::string& fetched_at{elsewhere.empty() ? shop : elsewhere.text};
    const auto of = [&](std::string_view kind) { return moment.kind == kind; };
    const auto hands = [](std::string_view giver, std::string_view taker) {
        return HandOver{std::string{giver}, std::string{taker}};
    };
    if (of(OrderPlaced::kind)) return hands(customer, shop);
    if (of(OrderAccepted::kind)) return hands(shop, office);
    // Where it lies says its own line: another place may have it by now.
    if (of(OrderAllocated::kind)) return hands(office, moment.detail);
    if (of(OrderPickRejected::kind)) return hands(moment.detail.substr(0, moment.detail.find(' ')), office);
    const std::string& carrier{order.carrier == own_carrier ? order.tracking : order.carrier};
    if (of(OrderShipped::kind)) return hands(order.source.text, carrier);
    if (of(OrderArrived::kind)) return hands(carrier, fetched_at);
    if (of(OrderCollected::kind)) return hands(fetched_at, customer);
    if (of(OrderDelivered::kind)) return hands(carrier, customer);
    if (of(OrderCameBack::kind)) return hands(carrier, moment.detail.substr(0, moment.detail.find(' ')));
    return {};
}

std::vector<OrderRow> orders_of_receipt(database::Connection& connection, const ReceiptNumber& receipt)
{
    database::Statement find{connection, fmt::format("SELECT {} FROM orders WHERE receipt = ?1 ORDER BY order_id",
                                                     order_columns)};
    find.bind(1, receipt.text);
    std::vector<OrderRow> orders;
    while (find.step()) orders.push_back(order_from(find));
    return orders;
}

bool is_with_runner_of(const std::optional<OrderRow>& order, const PlaceCode& shop)
{
    return order && order->source == shop && order->carrier == own_carrier && is_on_its_way(order->state);
}

bool is_first_trip(database::Connection& connection, const OrderRow& order)
{
    if (order.placed.delivery != Delivery::ship) return false;
    const auto was_brought = [&](std::string_view column, const std::string& value) {
        if (value.empty()) return false;
        database::Statement find{connection, fmt::format("SELECT 1 FROM orders WHERE {} = ?1 AND state = 'delivered'"
                                                         " LIMIT 1", column)};
        find.bind(1, value);
        return find.step();
    };
    return !was_brought("member", order.placed.member.text) &&
           !was_brought("recipient_phone", order.placed.recipient.phone);
}

std::vector<PlaceCode> rejected_by(database::Connection& connection, const OrderId& order)
{
    database::Statement find{connection, "SELECT place FROM order_rejections WHERE order_id = ?1 ORDER BY place"};
    find.bind(1, order.text);
    std::vector<PlaceCode> places;
    while (find.step()) places.push_back({find.text(0)});
    return places;
}

OrderId next_part_of(database::Connection& connection, const OrderRow& order)
{
    const OrderId& first{order.split_from.empty() ? order.placed.order : order.split_from};
    database::Statement count{connection, "SELECT COUNT(*) FROM orders WHERE split_from = ?1"};
    count.bind(1, first.text);
    return {fmt::format("{}-{}", first.text, (count.step() ? count.integer(0) : 0) + 2)};
}

} // namespace guitai::office
