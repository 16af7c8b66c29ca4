// The order desk: every order that somebody waits for, and each order's own page.
#include "sync/events/time.hpp"
#include "sync/office/console/desk_filters.hpp"
#include "sync/office/console/order_papers.hpp"
#include "sync/office/console/order_rows.hpp"
#include "sync/office/console/order_steps.hpp"
#include "sync/office/console/packing_pages.hpp"
#include "sync/office/order_states.hpp"
#include "sync/office/projections/items.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/stock.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

OrderSearch search_of(const PageMaker& maker, const DeskFilters& filters)
{
    OrderSearch search;
    search.text = filters.text;
    search.states = states_of(filters);
    search.shop = filters.shop;
    search.own = maker.store;
    search.delivery = filters.delivery;
    search.overdue_only = filters.overdue_only;
    search.at = desk_moment(maker);
    return search;
}

struct Totals {
    std::int64_t orders{0};
    std::int64_t overdue{0};
};

// Of those counts whose state is among `states`; of all where there are none.
Totals totals_of(const std::vector<StateCount>& counts, const std::vector<OrderState>& states)
{
    Totals totals;
    for (const StateCount& count : counts) {
        if (!states.empty() && std::count(states.begin(), states.end(), count.state) == 0) continue;
        totals.orders += count.orders;
        totals.overdue += count.overdue;
    }
    return totals;
}

void add_tab(const PageMaker& maker, PageData& page, DeskFilters filters, const std::string& state,
             const Totals& totals)
{
    const bool is_here{filters.state == state};
    filters.state = state;
    filters.page = 1;
    const bool is_state{state != "open" && state != "all"};
    page.add("tabs")
        .set("link", "/console/orders" + query_of(filters))
        .set("name", maker.word(is_state ? "state." + state : "goods." + state))
        .set("count", std::to_string(filters.overdue_only ? totals.overdue : totals.orders))
        .when("here", is_here);
}

// All that is open first; then the states that have any, in the order of an order's life.
void add_tabs(const PageMaker& maker, PageData& page, const DeskFilters& filters,
              const std::vector<StateCount>& counts)
{
    DeskFilters open{filters};
    open.state = "open";
    add_tab(maker, page, filters, "open", totals_of(counts, states_of(open)));
    for (const auto& [state, word] : Words<OrderState>::all) {
        const Totals totals{totals_of(counts, {state})};
        const bool is_shown{totals.orders > 0 || waits_for_answer(state) || filters.state == word};
        if (is_shown) add_tab(maker, page, filters, std::string{word}, totals);
    }
    add_tab(maker, page, filters, "all", totals_of(counts, {}));
}

void add_filters(const PageMaker& maker, PageData& page, const DeskFilters& filters)
{
    add_places(maker, page, "shops", filters.shop);
    for (const auto& [delivery, word] : Words<Delivery>::all) {
        page.add("deliveries")
            .set("delivery", std::string{word})
            .set("name", maker.word(fmt::format("delivery.{}", word)))
            .when("here", filters.delivery == delivery);
    }
    page.set("query", filters.text).when("overdue_only", filters.overdue_only);
    page.when("narrowed", !filters.text.empty() || !filters.shop.empty() || filters.delivery || filters.overdue_only);
    page.set("back", query_of(filters));
}

void add_pager(PageData& page, const DeskFilters& filters, std::int64_t found)
{
    const std::int64_t pages{std::max<std::int64_t>(1, (found + desk_rows - 1) / desk_rows)};
    page.set("found", std::to_string(found)).set("page", std::to_string(filters.page));
    page.set("pages", std::to_string(pages)).when("many_pages", pages > 1);
    DeskFilters other{filters};
    if (filters.page > 1) {
        other.page = std::min(filters.page - 1, pages);
        page.add("before").set("link", "/console/orders" + query_of(other));
    }
    if (filters.page < pages) {
        other.page = filters.page + 1;
        page.add("after").set("link", "/console/orders" + query_of(other));
    }
}

// Where it could come from, for an order that nobody has answered.
void add_stock(const PageMaker& maker, PageData& row, const OrderRow& order)
{
    bool enough{false};
    for (const Available& place : availability(maker.reads, order.placed.sku)) {
        if (place.place == order.placed.store || place.free_milli() <= 0) continue;
        enough = enough || place.free_milli() >= order.placed.quantity.milli();
        row.add("stock").set("place", place.place.text).set("free", pieces(place.free_milli()));
    }
    row.when("no_stock", !enough);
}

Shown desk(const PageMaker& maker)
{
    const DeskFilters filters{filters_in(maker.target.query)};
    const OrderSearch search{search_of(maker, filters)};
    PageData page;
    add_order_outcome(maker, page);
    add_filters(maker, page, filters);
    const auto [counts, orders] = search_orders(maker.reads, search, desk_rows, (filters.page - 1) * desk_rows);
    add_tabs(maker, page, filters, counts);
    const Totals here{totals_of(counts, search.states)};
    const std::int64_t found{filters.overdue_only ? here.overdue : here.orders};
    add_pager(page, filters, found);
    const bool elsewhere{found == 0 && totals_of(counts, {}).orders > 0 && !filters.text.empty()};
    if (elsewhere) {
        DeskFilters all{filters};
        all.state = "all";
        page.add("elsewhere").set("link", "/console/orders" + query_of(all));
    }
    page.when("deciding", maker.deciding).set("overdue_count", std::to_string(here.overdue));
    page.when("any_overdue", here.overdue > 0);

    page.when("none", orders.empty()).when("any", !orders.empty());
    for (const DeskOrder& order : orders) {
        PageData& row{page.add("orders")};
        fill_order(maker, row, order.row);
        if (waits_for_answer(order.row.state)) add_stock(maker, row, order.row);
        add_steps(maker, row, order.row, StepPlace::everywhere);
    }
    return {"orders", std::move(page)};
}

// Who may see that order: whoever may see the desk, an owner only what the own shop took or sends.
bool may_see(const PageMaker& maker, const OrderRow& order)
{
    return maker.store.empty() || order.placed.store == maker.store || order.source == maker.store;
}

// The other orders of the same receipt: what was split off, or bought beside it.
void add_beside(const PageMaker& maker, PageData& page, const OrderRow& order)
{
    OrderSearch beside;
    beside.text = order.placed.receipt.text;
    beside.own = maker.store;
    beside.at = desk_moment(maker);
    for (const DeskOrder& other : search_orders(maker.reads, beside, desk_rows).orders) {
        const bool is_other{other.row.placed.receipt == order.placed.receipt &&
                            other.row.placed.order != order.placed.order};
        if (is_other) fill_order(maker, page.add("beside"), other.row);
    }
    page.when("any_beside", !page.lists["beside"].empty());
}

std::optional<Shown> own_page(const PageMaker& maker, const OrderId& id)
{
    const auto order = find_order(maker.reads, id);
    if (!order || !may_see(maker, *order)) return std::nullopt;
    PageData page;
    add_order_outcome(maker, page);
    PageData& it{page.add("it")}; // Apart from what the frame says of whoever is signed in.
    it.set("back", "order");
    fill_order(maker, it, *order);
    if (waits_for_answer(order->state)) add_stock(maker, it, *order);
    add_steps(maker, it, *order, StepPlace::own_page);
    it.when("any_steps", !it.lists["steps"].empty());
    fill_history(maker, it, id);
    add_beside(maker, it, *order);
    return Shown{"order", std::move(page)};
}

} // namespace

std::optional<Shown> orders_area(const PageMaker& maker)
{
    const std::string part{maker.part(0)};
    if (!maker.part(1).empty()) return std::nullopt;
    if (part.empty()) return desk(maker);
    if (part == "pick") return pick_list(maker);
    if (part == "slips") return packing_slips(maker);
    if (part == "packing") return packing_page(maker);
    return own_page(maker, {part});
}

PageData calls_page(const PageMaker& maker)
{
    const std::string query{maker.target.value("q")};
    std::vector<OrderRow> orders;
    if (auto order = find_order(maker.reads, {query})) {
        orders.push_back(std::move(*order));
    } else if (!query.empty()) {
        OrderFilter theirs;
        theirs.phone = query;
        orders = list_orders(maker.reads, theirs);
    }
    PageData page;
    page.set("query", query).when("start", query.empty()).when("unknown", !query.empty() && orders.empty());
    for (const OrderRow& order : orders) {
        PageData& row{page.add("orders")};
        fill_order(maker, row, order);
        fill_history(maker, row, order.placed.order);
    }
    return page;
}

} // namespace guitai::office
