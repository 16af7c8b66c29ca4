#include "sync/office/console/order_rows.hpp"

#include "sync/office/projections/photo_doubts.hpp"
#include "sync/office/projections/stock.hpp"

#include <fmt/format.h>

#include <array>

namespace guitai::office {
namespace {

// Tabs in the order of an order's life; the one that people open is the first.
constexpr std::array tabs{OrderState::captured,  OrderState::accepted, OrderState::shipped,   OrderState::arrived,
                          OrderState::delivered, OrderState::declined, OrderState::cancelled, OrderState::refunded};

void add_tabs(const PageMaker& maker, PageData& page, const std::string& chosen)
{
    for (const OrderState state : tabs) {
        const std::string word{word_of(state)};
        page.add("tabs")
            .set("state", word)
            .set("name", maker.word("state." + word))
            .set("count", std::to_string(count_orders(maker.reads, state, maker.store)))
            .when("here", chosen == word);
    }
    page.add("tabs")
        .set("state", "all")
        .set("name", maker.word("goods.all"))
        .set("count", "")
        .when("here", chosen == "all");
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

void add_buttons(const PageMaker& maker, PageData& row, const OrderRow& order)
{
    const auto may = [&order](OrderStep step) { return after(order.state, step).has_value(); };
    row.when("accept", may(OrderStep::accept)).when("ship", may(OrderStep::ship));
    const bool to_customer{order.placed.delivery == Delivery::ship};
    const bool with_shop{order.state == OrderState::shipped || order.state == OrderState::arrived};
    row.when("deliver", may(OrderStep::deliver) && to_customer).when("by_shop", with_shop && !to_customer);
    row.when("may_give_up", may(OrderStep::decline) || may(OrderStep::cancel));
    for (const OrderStep step : {OrderStep::decline, OrderStep::cancel}) {
        if (!may(step)) continue;
        const std::string word{word_of(step)};
        row.add("give_up").set("step", word).set("name", maker.word("goods." + word));
    }
}

void add_outcome(const PageMaker& maker, PageData& page)
{
    const std::string order{maker.target.value("order")};
    // Only words of our own: an address that somebody made up must not speak in our name.
    const auto say = [&](const std::string& where, const std::string& key) {
        const std::string text{maker.word(key)};
        if (text != key) page.add(where).set("text", fmt::format("{} {}", order, text));
    };
    say("notice", "done." + maker.target.value("done"));
    say("problem", maker.target.value("problem"));
}

void add_history(const PageMaker& maker, PageData& row, const OrderId& order)
{
    for (const OrderMoment& each : history_of(maker.reads, order)) {
        row.add("history")
            .set("what", maker.word("event." + each.kind))
            .set("when", moment(each.at_ms))
            .set("by", each.actor)
            .set("detail", each.detail);
    }
}

// Goods that came back because they differ from their picture; the catalogue is the head office's, not a shop's.
void add_photos(const PageMaker& maker, PageData& page)
{
    constexpr int shown_max{50};
    const auto doubts = photo_doubts(maker.reads, shown_max);
    page.when("any_photos", !doubts.empty());
    for (const PhotoDoubt& doubt : doubts) {
        PageData& row{page.add("photos")};
        row.set("style", doubt.style.text).set("style_link", escaped(doubt.style.text)).set("name", doubt.name);
        row.set("returns", std::to_string(doubt.doubts)).set("latest", doubt.latest);
        if (!doubt.since.empty()) row.add("task").set("since", doubt.since);
        row.when("may_finish", maker.deciding && !doubt.since.empty());
    }
}

} // namespace

void fill_order(const PageMaker& maker, PageData& row, const OrderRow& order)
{
    const OrderPlaced& placed{order.placed};
    row.set("order", placed.order.text).set("order_link", escaped(placed.order.text));
    row.set("state_name", maker.word(fmt::format("state.{}", word_of(order.state))));
    // Nobody waits any more for what was worn or paid back.
    const bool is_over{order.state == OrderState::delivered || order.state == OrderState::refunded};
    if (!is_over) row.add("waiting").set("age", age(maker, order.placed_at_ms));
    row.set("placed", moment(order.placed_at_ms)).set("store", placed.store.text).set("staff", placed.staff.text);
    row.set("name", placed.name).set("variant", placed.variant).set("sku", placed.sku.text);
    row.set("quantity", text_of(placed.quantity)).set("recipient", placed.recipient.name);
    row.set("phone", placed.recipient.phone).set("address", placed.recipient.address);
    row.set("delivery", maker.word(fmt::format("delivery.{}", word_of(placed.delivery))));
    row.set("total", text_of(placed.total)).set("paid", text_of(placed.paid)).when("test", placed.test);
    if (!placed.due_on_delivery.is_zero()) row.add("due").set("amount", text_of(placed.due_on_delivery));
    if (!order.source.empty()) row.add("promised").set("source", order.source.text).set("date", order.promise_date);
    if (!order.tracking.empty()) row.add("parcel").set("carrier", order.carrier).set("tracking", order.tracking);
    if (!order.reason.empty()) row.add("reason").set("text", order.reason);
}

PageData goods_page(const PageMaker& maker)
{
    std::string chosen{maker.target.value("state")};
    OrderFilter filter;
    OrderState state{OrderState::captured};
    if (chosen != "all") {
        if (!read_word(chosen, state)) chosen = word_of(state);
        filter.state = state;
    }
    constexpr int shown_max{100};
    filter.limit = shown_max + 1;
    filter.store = maker.store;

    PageData page;
    add_outcome(maker, page);
    add_photos(maker, page);
    add_tabs(maker, page, chosen);
    page.set("chosen", chosen);
    auto orders = list_orders(maker.reads, filter);
    page.when("none", orders.empty()).when("cut", orders.size() > shown_max);
    if (orders.size() > shown_max) orders.resize(shown_max);
    for (const OrderRow& order : orders) {
        PageData& row{page.add("orders")};
        fill_order(maker, row, order);
        if (order.state == OrderState::captured) add_stock(maker, row, order);
        if (maker.deciding) add_buttons(maker, row, order);
    }
    return page;
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
        add_history(maker, row, order.placed.order);
    }
    return page;
}

} // namespace guitai::office
