// What lies where, and how it came there: stock by place and the movements of one SKU.
#include "sync/office/console/order_rows.hpp"
#include "sync/office/console/pager.hpp"
#include "sync/office/journal_look.hpp"
#include "sync/office/projections/item_search.hpp"
#include "sync/office/projections/stock.hpp"
#include "sync/office/projections/stock_movements.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

constexpr std::size_t text_bytes_max{120};

// The place that somebody chose, or the own one of who may see no other.
PlaceCode chosen_place(const PageMaker& maker)
{
    return maker.store.empty() ? PlaceCode{maker.target.value("place")} : maker.store;
}

void add_levels(const PageMaker& maker, PageData& row, const Sku& sku, const PlaceCode& place)
{
    auto levels = availability(maker.reads, sku);
    std::erase_if(levels, [&place](const Available& level) { return !place.empty() && level.place != place; });
    row.set("span", std::to_string(levels.size()));
    for (const Available& level : levels) {
        row.add("levels")
            .set("place", place_name(maker, level.place))
            .set("place_link", escaped(level.place.text))
            .set("on_hand", pieces(level.on_hand_milli))
            .set("reserved", pieces(level.reserved_milli))
            .set("free", pieces(level.free_milli()))
            .when("short", level.free_milli() <= 0)
            .when("first", row.lists["levels"].size() == 1);
    }
}

void fill_item(PageData& row, const CatalogueItem& item)
{
    row.set("sku", item.sku.text).set("sku_link", escaped(item.sku.text));
    row.set("style", item.style.text).set("style_link", escaped(item.style.text));
    row.set("name", item.name).set("variant", fmt::format("{} {}", item.colour, item.size));
    row.set("price", text_of(item.price)).when("withdrawn", item.withdrawn);
}

Shown stock_list(const PageMaker& maker)
{
    const std::string query{maker.target.value("q").substr(0, text_bytes_max)};
    const PlaceCode place{chosen_place(maker)};
    PageData page;
    page.set("query", query);
    add_places(maker, page, "places", place);
    const auto found = count_stocked(maker.reads, query, place);
    const auto skus = found_stocked(maker.reads, query, place, rows_a_page, rows_before(maker));
    page.set("found", std::to_string(found)).when("none", skus.empty()).when("any", !skus.empty());
    for (const Sku& sku : skus) {
        const auto item = find_item(maker.reads, sku);
        if (!item) continue;
        PageData& row{page.add("items")};
        fill_item(row, *item);
        add_levels(maker, row, sku, place);
    }
    add_pager(maker, page, fmt::format("/console/stock?q={}&place={}&", escaped(query), escaped(place.text)),
              page_number(maker) * rows_a_page < found);
    return {"stock", std::move(page)};
}

// What a till did that moved it: the receipt or order, and by whom.
void add_cause(const PageMaker& maker, PageData& row, const Movement& movement)
{
    if (movement.source_origin == office_origin) {
        row.set("by", actor_of(maker.reads, movement.number));
        return;
    }
    const auto event = event_at(maker.reads, movement.source_origin, movement.source_number);
    row.set("by", std::to_string(movement.source_origin));
    if (!event) return;
    std::visit(
        [&](const auto& body) {
            if constexpr (requires { body.staff.text; }) row.set("by", body.staff.text);
            if constexpr (requires { body.receipt.text; body.lines; }) {
                row.add("receipt").set("number", body.receipt.text).set("link", escaped(body.receipt.text));
            }
            if constexpr (requires { body.order.text; }) {
                row.add("order").set("number", body.order.text).set("link", escaped(body.order.text));
            }
        },
        static_cast<const AnyEvent&>(event->body));
}

std::optional<Shown> movements_page(const PageMaker& maker, const Sku& sku)
{
    const auto item = find_item(maker.reads, sku);
    if (!item) return std::nullopt;
    const PlaceCode place{chosen_place(maker)};
    PageData page;
    fill_item(page, *item);
    add_places(maker, page, "places", place);
    add_levels(maker, page, sku, maker.store);
    page.when("no_levels", page.lists["levels"].empty());
    page.when("may_sell", maker.may(Area::sales)).when("may_order", maker.may(Area::orders));
    auto movements = movements_of(maker.reads, sku, place, rows_a_page + 1, rows_before(maker));
    const bool more{movements.size() > static_cast<std::size_t>(rows_a_page)};
    if (more) movements.pop_back();
    page.when("none", movements.empty()).when("any", !movements.empty());
    for (const Movement& movement : movements) {
        PageData& row{page.add("movements")};
        row.set("when", moment(movement.at_ms)).set("place", place_name(maker, movement.place));
        row.set("reason", word_or_itself(maker, "stock.", movement.reason));
        row.set("change", fmt::format("{}{}", movement.change_milli > 0 ? "+" : "", pieces(movement.change_milli)));
        row.when("out", movement.change_milli < 0);
        add_cause(maker, row, movement);
    }
    add_pager(maker, page, fmt::format("/console/stock/{}?place={}&", escaped(sku.text), escaped(place.text)), more);
    return Shown{"movements", std::move(page)};
}

} // namespace

std::optional<Shown> stock_area(const PageMaker& maker)
{
    if (!maker.part(1).empty()) return std::nullopt;
    if (maker.part(0).empty()) return stock_list(maker);
    return movements_page(maker, {maker.part(0)});
}

} // namespace guitai::office
