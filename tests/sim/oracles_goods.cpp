// Goods and orders: what lies where, what was promised, and where each order stands.
#include "tests/sim/oracles.hpp"

#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/stock.hpp"
#include "tests/sim/world.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace guitai::sim {
namespace {

using Levels = std::map<Shelf, std::int64_t>; // Pieces; none is no entry.

Levels without_zeros(Levels levels)
{
    std::erase_if(levels, [](const auto& level) { return level.second == 0; });
    return levels;
}

Levels levels_at(SimTill& till)
{
    database::Statement find{till.store().books().connection(), "SELECT place, sku, milli FROM stock"};
    Levels levels;
    while (find.step()) levels[{find.text(0), find.text(1)}] = find.integer(2) / 1'000;
    return without_zeros(std::move(levels));
}

Levels levels_at(HeadOffice& office)
{
    Levels levels;
    for (const PlaceCode& place : {first_shop, second_shop, warehouse}) {
        for (const auto& [sku, milli] : office::levels_in(office.reads(), place)) {
            levels[{place.text, sku}] = milli / 1'000;
        }
    }
    return without_zeros(std::move(levels));
}

void compare(Complaints& complaints, const std::string& whose, const Levels& found, const Levels& due)
{
    Levels shelves{found};
    shelves.insert(due.begin(), due.end());
    const auto pieces_in = [](const Levels& levels, const Shelf& shelf) {
        const auto at = levels.find(shelf);
        return at == levels.end() ? std::int64_t{0} : at->second;
    };
    for (const auto& [shelf, ignored] : shelves) {
        if (pieces_in(found, shelf) == pieces_in(due, shelf)) continue;
        complaints.push_back(fmt::format("{} has {} of {} in {}, and {} lie there", whose, pieces_in(found, shelf),
                                         shelf.second, shelf.first, pieces_in(due, shelf)));
    }
}

// Every event of the chain in the order in which it reached the head office.
template<typename Look>
void for_each_event(World& world, const Look& look)
{
    const Journal& journal{world.office().office().books().journal()};
    for (const JournalLine& line : journal.after_position(0, 1'000'000)) {
        if (const auto event = decode(line.text)) look(*event);
    }
}

// Written down anew, and not read from the table of the programs: what may follow what.
bool may_follow(std::string_view kind, OrderState before)
{
    using S = OrderState;
    static const std::map<std::string_view, std::set<S>> allowed{
        {"order_accepted", {S::captured, S::to_confirm}},
        {"order_held", {S::captured, S::accepted, S::allocated, S::packed}},
        {"order_declined", {S::captured, S::to_confirm, S::substitute_offered, S::accepted, S::allocated}},
        {"order_substitute_offered", {S::captured, S::to_confirm}},
        {"order_substituted", {S::substitute_offered}},
        {"order_split", {S::captured, S::to_confirm, S::accepted}},
        {"order_allocated", {S::accepted}},
        {"order_packed", {S::accepted, S::allocated}},
        {"order_shipped", {S::accepted, S::allocated, S::packed}},
        {"order_out_for_delivery", {S::shipped, S::delivery_failed}},
        {"order_delivery_failed", {S::shipped, S::out_for_delivery}},
        {"order_arrived", {S::shipped, S::out_for_delivery, S::delivery_failed}},
        {"order_collected", {S::arrived, S::packed}},
        {"order_delivered", {S::shipped, S::out_for_delivery, S::delivery_failed}},
        {"order_came_back", {S::shipped, S::out_for_delivery, S::delivery_failed, S::arrived}},
        {"order_cancelled",
         {S::captured, S::to_confirm, S::substitute_offered, S::accepted, S::allocated, S::packed}},
        {"order_refunded", {S::declined, S::cancelled, S::returned}},
    };
    const auto found = allowed.find(kind);
    return found == allowed.end() || found->second.count(before) > 0;
}

OrderState state_after(std::string_view kind, OrderState before)
{
    static const std::map<std::string_view, OrderState> leads_to{
        {"order_accepted", OrderState::accepted},
        {"order_held", OrderState::to_confirm},
        {"order_declined", OrderState::declined},
        {"order_substitute_offered", OrderState::substitute_offered},
        {"order_substituted", OrderState::to_confirm},
        {"order_allocated", OrderState::allocated},
        {"order_packed", OrderState::packed},
        {"order_shipped", OrderState::shipped},
        {"order_out_for_delivery", OrderState::out_for_delivery},
        {"order_delivery_failed", OrderState::delivery_failed},
        {"order_arrived", OrderState::arrived},
        {"order_collected", OrderState::collected},
        {"order_delivered", OrderState::delivered},
        {"order_came_back", OrderState::returned},
        {"order_cancelled", OrderState::cancelled},
        {"order_refunded", OrderState::refunded},
    };
    const auto found = leads_to.find(kind);
    return found == leads_to.end() ? before : found->second;
}

std::optional<OrderId> order_of(const EventBody& body)
{
    return std::visit(
        [](const auto& one) -> std::optional<OrderId> {
            if constexpr (requires { one.order; }) return one.order;
            return std::nullopt;
        },
        body);
}

// What was agreed with the customer, in one line.
std::string told(const OrderPlaced& placed)
{
    return fmt::format("{} of {} for {}: {} of {} paid, {} due, {} by {}", placed.order.text, placed.sku.text,
                       placed.member.text, placed.paid.minor(), placed.total.minor(), placed.due_on_delivery.minor(),
                       word_of(placed.delivery), placed.receipt.text);
}

// `taken_later`: by the carrier or when it was collected.
std::string told(const OrderId& id, const OrderTally& order, std::int64_t taken_later)
{
    return fmt::format("{} of {} for {}: {} of {} paid, {} due, {} by {}", id.text, order.sku.text, order.member.text,
                       order.paid + taken_later, order.total, order.due - taken_later, word_of(order.delivery),
                       order.receipt);
}

// The state of every order by the events alone; complaints where one broke the rules.
std::map<OrderId, OrderState> follow_orders(World& world, Complaints& complaints)
{
    std::map<OrderId, OrderState> states;
    for_each_event(world, [&](const Event& event) {
        const auto order = order_of(event.body);
        if (!order) return;
        const std::string_view kind{kind_of(event.body)};
        if (kind == OrderPlaced::kind) {
            if (!states.emplace(*order, OrderState::captured).second) {
                complaints.push_back(fmt::format("order {} was placed twice", order->text));
            }
            return;
        }
        const auto known = states.find(*order);
        if (known == states.end()) {
            return complaints.push_back(fmt::format("{} came for {}, which nobody placed", kind, order->text));
        }
        // What a shop says of its packing is its word, and moves nothing.
        if (kind == OrderPacked::kind && event.origin != office_origin) return;
        if (!may_follow(kind, known->second)) {
            return complaints.push_back(
                fmt::format("{} came for {}, which was {}", kind, order->text, word_of(known->second)));
        }
        known->second = state_after(kind, known->second);
        if (const auto* split = std::get_if<OrderSplit>(&event.body)) states.emplace(split->part, known->second);
    });
    return states;
}

// Each till gives its part of an order's story to an office that was put back when it can: a step may come before
// the one it answers. Stock and money agree all the same, and are asked about.
bool is_told_anew(World& world) { return world.office().times_put_back() > 0; }

} // namespace

Complaints stock_agrees(World& world)
{
    Levels due{world.chain().opening};
    for (const auto& [shelf, pieces] : world.tally().sold) due[shelf] -= pieces;
    // What the head office sent off left the place it had chosen for the order.
    for (const auto& [id, order] : world.tally().orders) {
        const auto row = office::find_order(world.office().reads(), id);
        if (!row || row->source.empty()) continue;
        const bool has_left{is_on_its_way(row->state) || row->state == OrderState::arrived ||
                            is_with_customer(row->state)};
        if (has_left) due[{row->source.text, order.sku.text}] -= order.pieces;
    }
    due = without_zeros(std::move(due));

    Complaints complaints;
    compare(complaints, "the office", levels_at(world.office()), due);
    for (SimTill* till : world.tills()) {
        compare(complaints, fmt::format("till {}", till->number()), levels_at(*till), due);
    }
    return complaints;
}

namespace {

// What is spoken for by every promise that was made, kept by itself beside the books.
class Promises {
public:
    explicit Promises(Complaints& complaints) : m_complaints{complaints} {}

    void hear(const Event& event)
    {
        std::visit(
            [this](const auto& body) {
                if constexpr (requires { hear_of(body); }) hear_of(body);
            },
            static_cast<const AnyEvent&>(event.body));
    }
    [[nodiscard]] const Levels& free() const { return m_free; }

private:
    struct Order {
        std::string sku;
        std::int64_t pieces{0};
        Shelf kept; // Where pieces are kept for it; empty: nowhere.
    };

    void hear_of(const StockMoved& moved)
    {
        for (const StockMove& move : moved.moves) m_free[{move.place.text, move.sku.text}] += move.change.whole();
    }
    void hear_of(const OrderPlaced& placed)
    {
        m_orders.emplace(placed.order, Order{placed.sku.text, placed.quantity.whole(), {}});
    }
    void hear_of(const OrderAccepted& to)
    {
        const Shelf shelf{to.source.text, m_orders[to.order].sku};
        // Promised with the offer of a substitute: its shop may have sold the piece over the counter since.
        if (m_orders[to.order].kept == shelf) return;
        release(to.order);
        keep(to.order, shelf);
    }
    void hear_of(const OrderSubstituteOffered& to) { keep(to.order, {to.place.text, to.sku.text}); }
    void hear_of(const OrderSubstituted& to) { m_orders[to.order].sku = to.sku.text; }
    void hear_of(const OrderSplit& to)
    {
        Order& whole{m_orders[to.order]};
        Order part{whole};
        part.pieces = to.quantity.whole();
        whole.pieces -= part.pieces;
        m_orders[to.part] = part;
    }
    // What leaves is booked by itself; what is given up or put back is free again.
    void hear_of(const OrderShipped& to) { release(to.order); }
    void hear_of(const OrderCollected& to) { release(to.order); }
    void hear_of(const OrderHeld& to) { release(to.order); }
    void hear_of(const OrderDeclined& to) { release(to.order); }
    void hear_of(const OrderCancelled& to) { release(to.order); }

    void keep(const OrderId& id, const Shelf& shelf)
    {
        Order& order{m_orders[id]};
        if (m_free[shelf] < order.pieces) {
            m_complaints.push_back(fmt::format("{} was promised {} of {} from {}, where {} were free", id.text,
                                               order.pieces, shelf.second, shelf.first, m_free[shelf]));
        }
        m_free[shelf] -= order.pieces;
        order.kept = shelf;
    }
    void release(const OrderId& id)
    {
        Order& order{m_orders[id]};
        if (order.kept.first.empty()) return;
        m_free[order.kept] += order.pieces;
        order.kept = {};
    }

    Complaints& m_complaints;
    std::map<OrderId, Order> m_orders;
    Levels m_free;
};

} // namespace

Complaints nothing_is_promised_twice(World& world)
{
    Complaints complaints;
    Promises promises{complaints};
    for_each_event(world, [&](const Event& event) { promises.hear(event); });
    for (const auto& [shelf, pieces] : promises.free()) {
        if (shelf.first != warehouse.text || pieces >= 0) continue;
        complaints.push_back(fmt::format("the warehouse owes {} of {}", -pieces, shelf.second));
    }
    return complaints;
}

Complaints orders_agree(World& world)
{
    if (is_told_anew(world)) return {};
    Complaints complaints;
    office::OrderFilter all;
    all.limit = 1'000'000;
    const auto rows = office::list_orders(world.office().reads(), all);
    if (rows.size() != world.tally().orders.size()) {
        complaints.push_back(fmt::format("the office has {} orders of {}", rows.size(), world.tally().orders.size()));
    }
    for (const auto& [id, order] : world.tally().orders) {
        const auto row = office::find_order(world.office().reads(), id);
        if (!row) {
            complaints.push_back(fmt::format("the office does not know order {}", id.text));
            continue;
        }
        const std::string found{told(row->placed)};
        const std::string due{told(id, order, is_with_customer(row->state) ? order.due : 0)};
        if (found != due) complaints.push_back(fmt::format("the office has {} where the tally has {}", found, due));
        for (SimTill* till : world.tills()) {
            const auto there = till->store().orders().find(id);
            if (!there) {
                complaints.push_back(fmt::format("till {} does not know order {}", till->number(), id.text));
            } else if (there->brief.state != row->state) {
                complaints.push_back(fmt::format("order {} is {} at till {} and {} at the office", id.text,
                                                 word_of(there->brief.state), till->number(), word_of(row->state)));
            }
        }
    }
    return complaints;
}

Complaints orders_keep_to_their_states(World& world)
{
    if (is_told_anew(world)) return {};
    Complaints complaints;
    for (const auto& [id, state] : follow_orders(world, complaints)) {
        const auto row = office::find_order(world.office().reads(), id);
        if (row && row->state == state) continue;
        complaints.push_back(fmt::format("order {} should be {} by its events and is {} at the office", id.text,
                                         word_of(state), row ? word_of(row->state) : "unknown"));
    }
    return complaints;
}

// A till gives its events again to an office that lost them; a step the office answered for itself has no other home.
Complaints the_office_did_what_it_answered(World& world)
{
    Complaints complaints;
    for (const Dispatcher::Promise& promise : world.dispatcher().promises()) {
        const auto history = office::history_of(world.office().reads(), promise.order);
        const bool kept{std::any_of(history.begin(), history.end(),
                                    [&](const office::OrderMoment& moment) { return moment.kind == promise.event; })};
        if (kept) continue;
        complaints.push_back(fmt::format("the office answered {} of {} and has not written it", promise.event,
                                         promise.order.text));
    }
    return complaints;
}

} // namespace guitai::sim
