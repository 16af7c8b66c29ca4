#include "sync/office/promising.hpp"

#include "sync/events/promise.hpp"
#include "sync/office/projections/fulfilment_rules.hpp"
#include "sync/office/projections/places.hpp"

#include <algorithm>

namespace guitai::office {
namespace {

PlaceKind kind_of_place(database::Connection& connection, const PlaceCode& place)
{
    const auto found = find_place(connection, place);
    return found ? found->place_kind : PlaceKind::warehouse;
}

} // namespace

OrderAccepted promise_of(Office& office, const OrderPlaced& order, const PlaceCode& source, const std::string& date)
{
    if (!date.empty()) return {order.order, source, date};
    const std::string today{date_in(office.connection(), order.store, office.now_ms())};
    // Goods of another shop that are collected in a third one travel first.
    const bool lies_there{source.text == order.recipient.address};
    const Delivery delivery{order.delivery == Delivery::collect && !lies_there ? Delivery::ship_to_shop
                                                                               : order.delivery};
    return {order.order, source, promised_by(delivery, kind_of_place(office.connection(), source), today)};
}

OrderSplit split_of(database::Connection& connection, const OrderRow& order, Quantity quantity)
{
    const OrderPlaced& whole{order.placed};
    const auto part_of = [&](std::int64_t figure) {
        // In two steps, for the product of the largest amount and the largest quantity has no room.
        const std::int64_t all{whole.quantity.milli()};
        return figure / all * quantity.milli() + figure % all * quantity.milli() / all;
    };
    OrderSplit split;
    split.order = whole.order;
    split.part = next_part_of(connection, order);
    split.quantity = quantity;
    split.total = Money::from_minor(part_of(whole.total.minor()));
    split.paid = Money::from_minor(std::min(part_of(whole.paid.minor()), split.total.minor()));
    split.due_on_delivery = std::min(split.total - split.paid, whole.due_on_delivery);
    split.points = whole.points < 0 ? 0 : part_of(whole.points);
    return split;
}

std::vector<OrderId> promise_all(Office& office, const database::Transaction& open, std::span<const OrderRow> orders,
                                 std::span<const Part> parts, const std::string& actor, const std::string& date)
{
    std::vector<OrderId> promised;
    for (std::size_t at{0}; at < orders.size(); ++at) {
        const OrderId& first{orders[at].placed.order};
        const Part* own{nullptr}; // The customer's number stays with the first place.
        for (const Part& part : parts) {
            if (part.wanted != at) continue;
            if (own == nullptr) {
                own = &part;
                continue;
            }
            const OrderRow rest{*find_order(office.connection(), first)};
            const OrderSplit split{split_of(office.connection(), rest, Quantity::from_milli(part.milli))};
            office.say(open, split, actor);
            const OrderRow parted{*find_order(office.connection(), split.part)};
            office.say(open, promise_of(office, parted.placed, part.place, date), actor);
            promised.push_back(split.part);
        }
        if (own == nullptr) continue;
        const OrderRow rest{*find_order(office.connection(), first)};
        office.say(open, promise_of(office, rest.placed, own->place, date), actor);
        promised.push_back(first);
    }
    return promised;
}

void allocate(Office& office, const database::Transaction& open, const OrderId& order, const std::string& actor)
{
    const auto row = find_order(office.connection(), order);
    if (!row || !after(row->state, OrderStep::allocate)) return;
    constexpr std::int64_t ms_a_minute{60'000};
    const bool is_shop{kind_of_place(office.connection(), row->source) == PlaceKind::shop};
    const std::int64_t minutes{fulfilment_rules(office.connection()).answer_minutes};
    OrderAllocated allocated{order, row->source, 0, is_first_trip(office.connection(), *row)};
    if (is_shop) allocated.answer_by_ms = office.now_ms() + minutes * ms_a_minute;
    office.say(open, std::move(allocated), actor);
}

} // namespace guitai::office
