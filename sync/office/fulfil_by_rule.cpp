// What the head office answers by itself: to tills that send orders for it, and, where the rules say so, to orders
// that have just come.
#include "sync/office/access.hpp"
#include "sync/office/fulfilment.hpp"
#include "sync/office/projections/fulfilment_rules.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/promising.hpp"
#include "sync/office/silence.hpp"
#include "sync/office/sources.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace guitai::office {
namespace {

using Rows = std::vector<OrderRow>;

void promise_and_allocate(Office& office, const database::Transaction& open, std::span<const OrderRow> orders,
                          std::span<const Part> parts)
{
    for (const OrderId& order : promise_all(office, open, orders, parts)) allocate(office, open, order);
}

void answer_alone(Office& office, const database::Transaction& open, const OrderRow& order)
{
    const auto parts = find_sources(office.connection(), {&order, 1});
    if (parts) return promise_and_allocate(office, open, {&order, 1}, *parts);
    if (order.state == OrderState::captured) office.say(open, OrderHeld{order.placed.order, {}});
}

// What goes to one door comes in the fewest parcels together, or else each for itself.
void answer_together(Office& office, const database::Transaction& open, const Rows& orders)
{
    const auto parts = find_sources(office.connection(), orders);
    if (parts) return promise_and_allocate(office, open, orders, *parts);
    for (const OrderRow& order : orders) answer_alone(office, open, order);
}

// Whether the order is with that place and waits for it.
bool waits_for(const std::optional<OrderRow>& row, const PlaceCode& place)
{
    return row && row->source == place && is_reserved(row->state);
}

// Of that place, since then: whoever had taken the order up would have been heard.
bool has_spoken_since(database::Connection& connection, const PlaceCode& place, std::int64_t since_ms)
{
    bool any{false};
    for (const TillEnrolled& till : all_tills(connection)) {
        if (till.store != place) continue;
        const TillContact contact{contact_of(connection, till.till)};
        if (contact.set_aside) continue; // It is not asked any more.
        if (contact.heard_at_ms <= since_ms) return false;
        any = true;
    }
    return any;
}

std::vector<OrderId> unanswered(database::Connection& connection, const PlaceCode& place, std::int64_t now_ms)
{
    constexpr int looked_at_max{50};
    database::Statement find{connection, "SELECT order_id FROM orders WHERE source = ?1 AND state = 'allocated'"
                                         " AND answer_by_ms > 0 AND answer_by_ms < ?2"
                                         " ORDER BY answer_by_ms, order_id LIMIT ?3"};
    find.bind(1, place.text).bind(2, now_ms).bind(3, looked_at_max);
    std::vector<OrderId> orders;
    while (find.step()) orders.push_back({find.text(0)});
    return orders;
}

} // namespace

void pass_over_silent(Office& office, const database::Transaction& open, TillNumber speaker)
{
    database::Connection& connection{office.connection()};
    const FulfilmentSet rules{fulfilment_rules(connection)};
    const auto till = find_till(connection, speaker);
    if (!rules.automatic || !till) return;
    for (const OrderId& order : unanswered(connection, till->store, office.now_ms())) {
        const auto row = find_order(connection, order);
        if (!row || !row->picker.empty() || !has_spoken_since(connection, row->source, row->answer_by_ms)) continue;
        if (!find_sources(connection, {&*row, 1}, row->source)) continue; // Nobody else has it: it stays where it is.
        const std::string reason{silence_reason(rules.answer_minutes)};
        office.say(open, OrderPickRejected{order, row->source, {}, reason});
        office.say(open, OrderHeld{order, reason});
        answer_alone(office, open, *find_order(connection, order));
    }
}

void answer_by_rule(Office& office, const database::Transaction& open, std::span<const OrderId> orders)
{
    if (orders.empty() || !fulfilment_rules(office.connection()).automatic) return;
    std::map<std::tuple<ReceiptNumber, Delivery, std::string>, Rows> doors;
    for (const OrderId& order : orders) {
        auto row = find_order(office.connection(), order);
        if (!row || !after(row->state, OrderStep::accept)) continue;
        doors[{row->placed.receipt, row->placed.delivery, row->placed.recipient.address}].push_back(std::move(*row));
    }
    for (const auto& [door, rows] : doors) answer_together(office, open, rows);
}

void answer_held(Office& office, const database::Transaction& open)
{
    constexpr int looked_at_max{200};
    if (!fulfilment_rules(office.connection()).automatic) return;
    OrderFilter held;
    held.state = OrderState::to_confirm;
    held.limit = looked_at_max;
    for (const OrderRow& order : list_orders(office.connection(), held)) answer_alone(office, open, order);
}

void answer(Office& office, const database::Transaction& open, const OrderPickTaken& taken)
{
    const auto row = find_order(office.connection(), taken.order);
    if (!waits_for(row, taken.place) || row->state != OrderState::allocated || !row->picker.empty()) return;
    office.say(open, taken, taken.staff.text);
}

void answer(Office& office, const database::Transaction& open, const OrderPickRejected& rejected)
{
    const auto row = find_order(office.connection(), rejected.order);
    if (!waits_for(row, rejected.place)) return;
    office.say(open, OrderHeld{rejected.order, rejected.reason}, rejected.staff.text);
    // The customer was promised it: somebody else is asked at once, whatever the rule for new ones.
    answer_alone(office, open, *find_order(office.connection(), rejected.order));
}

void answer(Office& office, const database::Transaction& open, const OrderPacked& packed)
{
    if (!waits_for(find_order(office.connection(), packed.order), packed.place)) return;
    OrderRequest request;
    request.order = packed.order;
    request.step = OrderStep::pack;
    request.actor = packed.staff.text;
    request.packer = packed.staff;
    (void)do_step(office, open, request); // Packed already: by a colleague at another till.
}

void answer(Office& office, const database::Transaction& open, const OrderHandedOver& handed)
{
    if (!waits_for(find_order(office.connection(), handed.order), handed.place)) return;
    OrderRequest request;
    request.order = handed.order;
    request.step = OrderStep::ship;
    request.actor = handed.staff.text;
    request.carrier = handed.carrier;
    request.tracking = handed.tracking;
    (void)do_step(office, open, request);
}

void answer(Office& office, const database::Transaction& open, const OrderBrought& brought)
{
    if (!is_with_runner_of(find_order(office.connection(), brought.order), brought.place)) return;
    OrderRequest request;
    request.order = brought.order;
    request.actor = brought.staff.text;
    request.reason = brought.reason;
    switch (brought.end) {
    case TripEnd::delivered:
        request.step = OrderStep::deliver;
        request.collected = brought.amount;
        request.by_shop = true;
        break;
    case TripEnd::not_there: request.step = OrderStep::fail_delivery; break;
    case TripEnd::refused: request.step = OrderStep::come_back; break;
    }
    (void)do_step(office, open, request); // Told already, by a colleague at another till.
}

void answer(Office& office, const database::Transaction& open, const OrderSubstituteAnswered& said)
{
    const auto row = find_order(office.connection(), said.order);
    if (!row || row->state != OrderState::substitute_offered || row->substitute.sku != said.sku) return;
    const OrderRow::Substitute& instead{row->substitute};
    if (!said.taken) {
        office.say(open, OrderDeclined{said.order, instead.reason}, said.staff.text);
        return;
    }
    // A piece was kept for it there all the while.
    const PlaceCode kept_at{row->source};
    office.say(open, OrderSubstituted{said.order, instead.sku, instead.name, instead.variant}, said.staff.text);
    const OrderRow now{*find_order(office.connection(), said.order)};
    office.say(open, promise_of(office, now.placed, kept_at));
    allocate(office, open, said.order);
}

} // namespace guitai::office
