#include "terminal/drive/answers.hpp"

#include <array>
#include <string>
#include <vector>

namespace guitai::drive {
namespace {

JsonArray parked_of(const std::vector<ParkedView>& parked)
{
    JsonArray list;
    for (const ParkedView& one : parked) {
        list.object(JsonObject{}
                        .number("ticket", one.ticket)
                        .number("till", one.till)
                        .number("at_ms", one.at_ms)
                        .text("staff", one.staff.text)
                        .text("member", one.member_name)
                        .number("pieces", one.pieces)
                        .minor("total_minor", one.total));
    }
    return list;
}

JsonArray ways_of(const std::vector<WayView>& ways)
{
    JsonArray list;
    for (const WayView& way : ways) {
        constexpr std::array<std::string_view, 5> names{"collect_elsewhere", "ship_home", "ship_to_shop", "other_cell",
                                                        "substitute"};
        JsonArray alternatives;
        for (const std::string& one : way.alternatives) alternatives.text(one);
        list.object(JsonObject{}
                        .text("way", names.at(static_cast<std::size_t>(way.kind)))
                        .truth("possible", way.possible)
                        .text("reason", way.reason)
                        .text("place", way.place.text)
                        .text("place_name", way.place_name)
                        .number("pieces", way.pieces)
                        .text("ready_on", way.ready_on)
                        .array("alternatives", alternatives)
                        .text("alternative_sku", way.alternative_sku.text));
    }
    return list;
}

} // namespace

JsonObject sale_of(const SaleDone& done)
{
    JsonArray orders;
    for (const OrderId& order : done.orders) orders.text(order.text);
    return JsonObject{}
        .text("receipt", done.receipt.text)
        .minor("total_minor", done.total)
        .minor("given_minor", done.given)
        .minor("change_minor", done.change)
        .number("points_earned", done.points_earned)
        .number("visit_points", done.visit_points)
        .number("points_balance", done.points_balance)
        .number("points_redeemed", done.points_redeemed)
        .array("orders", orders)
        .truth("printed", done.printed)
        .text("text", done.text);
}

JsonArray products_of(const CatalogueView& catalogue)
{
    JsonArray list;
    for (const FoundProduct& product : catalogue.products) {
        list.object(JsonObject{}
                        .text("sku", product.sku.text)
                        .text("style", product.style.text)
                        .text("name", product.name)
                        .text("variant", product.variant)
                        .text("barcode", product.first_barcode)
                        .minor("price_minor", product.price)
                        .number("stock", product.here));
    }
    return list;
}

JsonObject grid_of(const GridView& grid)
{
    JsonArray cells;
    for (std::size_t at{0}; at < grid.cells.size(); ++at) {
        const CellView& cell{grid.cells[at]};
        if (cell.sku.empty() || grid.sizes.empty()) continue;
        cells.object(JsonObject{}
                         .text("colour", grid.colours.at(at / grid.sizes.size()))
                         .text("size", grid.sizes.at(at % grid.sizes.size()))
                         .text("sku", cell.sku.text)
                         .minor("price_minor", cell.price)
                         .number("here", cell.here)
                         .number("shops", cell.shops)
                         .number("warehouse", cell.warehouse)
                         .number("in_cart", cell.in_cart)
                         .number("as_of_ms", grid.as_of_ms));
    }
    JsonObject object;
    object.text("style", grid.style.text)
        .text("name", grid.name)
        .number("as_of_ms", grid.as_of_ms)
        .truth("broken_sizes", grid.broken_sizes)
        .array("cells", cells);
    if (!grid.chosen.empty()) object.text("chosen", grid.chosen.text).array("ways", ways_of(grid.ways));
    return object;
}

JsonObject brief_of(const OrderBrief& order)
{
    return JsonObject{}
        .text("order", order.order.text)
        .text("state", word_of(order.state))
        .text("sku", order.sku.text)
        .text("name", order.name)
        .text("variant", order.variant)
        .number("quantity", order.quantity)
        .text("delivery", word_of(order.delivery))
        .text("recipient", order.recipient_name)
        .text("promise_date", order.promise_date)
        .number("placed_at_ms", order.placed_at_ms)
        .minor("total_minor", order.total)
        .minor("paid_minor", order.paid)
        .minor("due_minor", order.due)
        .truth("cancel_asked", order.cancel_asked)
        .truth("refund_due", order.refund_due)
        .text("source", order.source.text)
        .text("fetched_at", order.fetched_at.text)
        .truth("to_send", order.to_send)
        .number("answer_by_ms", order.answer_by_ms)
        .text("picker", order.picker.text)
        .text("said", word_of(order.said))
        .text("slot", order.slot)
        .truth("first_trip", order.first_trip)
        .truth("on_trip", order.on_trip);
}

JsonArray briefs_of(const std::vector<OrderBrief>& orders)
{
    JsonArray list;
    for (const OrderBrief& order : orders) list.object(brief_of(order));
    return list;
}

JsonArray orders_of(const OrdersView& orders) { return briefs_of(orders.orders); }

JsonObject order_of(const OrderDetail& order)
{
    JsonArray history;
    for (const OrderDetail::Step& step : order.history) {
        history.object(JsonObject{}
                           .text("state", word_of(step.state))
                           .text("what", step.what)
                           .number("at_ms", step.at_ms)
                           .text("by", step.by));
    }
    JsonObject substitute;
    if (!order.substitute.sku.empty()) {
        substitute.text("sku", order.substitute.sku.text)
            .text("name", order.substitute.name)
            .text("variant", order.substitute.variant)
            .text("reason", order.substitute.reason);
    }
    return brief_of(order.brief)
        .text("phone", order.recipient.phone)
        .text("address", order.recipient.address)
        .text("carrier", order.carrier)
        .text("tracking", order.tracking)
        .text("reason", order.reason)
        .text("split_from", order.split_from.text)
        .object("substitute", substitute)
        .array("history", history);
}

JsonObject catalogue_of(const CatalogueView& catalogue)
{
    JsonArray categories;
    for (const std::string& category : catalogue.categories) categories.text(category);
    JsonArray tiles;
    for (const StyleTile& tile : catalogue.tiles) {
        tiles.object(JsonObject{}
                         .text("style", tile.style.text)
                         .text("name", tile.name)
                         .text("category", tile.category)
                         .minor("price_minor", tile.price)
                         .number("here", tile.here)
                         .number("in_cart", tile.in_cart)
                         .truth("broken_sizes", tile.broken_sizes)
                         .text("only_sku", tile.only_sku.text));
    }
    return JsonObject{}
        .array("categories", categories)
        .text("category", catalogue.category)
        .number("styles", catalogue.styles)
        .number("first", catalogue.first)
        .array("tiles", tiles)
        .array("products", products_of(catalogue))
        .array("members", members_of(catalogue));
}

std::optional<JsonObject> shown(const TillView& view, std::string_view what)
{
    const bool all{what == "all"};
    JsonObject object;
    bool known{all};
    const auto wants = [&](std::string_view part) {
        known = known || part == what;
        return all || part == what;
    };
    if (wants("session")) object.object("session", session_of(view));
    if (wants("sync")) object.object("sync", sync_of(view));
    if (wants("cart")) object.object("cart", cart_of(view.cart)).array("parked", parked_of(view.cart.parked));
    if (wants("catalogue")) object.object("catalogue", catalogue_of(view.catalogue));
    if (wants("orders")) object.array("orders", orders_of(view.orders)).number("waiting", view.orders.waiting);
    if (wants("member")) {
        const auto& member = view.cart.member ? view.cart.member : view.member;
        if (member) object.object("member", member_of(*member));
        else object.none("member");
    }
    if (wants("own")) {
        if (view.own) object.object("own", own_of(*view.own));
        else object.none("own");
    }
    if (wants("leases")) object.object("leases", leases_of(view.leases));
    if (wants("close")) object.object("close", close_of(view.close));
    if (!known) return std::nullopt;
    return object;
}

} // namespace guitai::drive
