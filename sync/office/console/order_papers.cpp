#include "sync/office/console/order_papers.hpp"

#include "sync/office/console/order_rows.hpp"
#include "sync/office/projections/places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace guitai::office {
namespace {

std::vector<OrderRow> chosen_orders(const PageMaker& maker)
{
    std::vector<OrderRow> orders;
    const std::string list{maker.target.value("orders")};
    std::string_view rest{list};
    for (std::size_t count{0}; !rest.empty() && count < papers_max; ++count) {
        const std::string_view id{rest.substr(0, rest.find(','))};
        rest.remove_prefix(std::min(rest.size(), id.size() + 1));
        auto order = find_order(maker.reads, {std::string{id}});
        const bool is_seen{order && (maker.store.empty() || order->placed.store == maker.store ||
                                     order->source == maker.store)};
        if (is_seen) orders.push_back(std::move(*order));
    }
    return orders;
}

void add_head(const PageMaker& maker, PageData& page, std::size_t orders)
{
    page.set("made", moment(maker.now_ms)).set("count", std::to_string(orders));
    page.when("none", orders == 0).when("any", orders > 0);
}

// What of one SKU is taken from one place.
struct Picked {
    std::int64_t milli{0};
    std::vector<const OrderRow*> orders;
};

} // namespace

std::string joined_orders(const std::vector<std::string>& orders)
{
    std::string list;
    for (const std::string& order : orders) list += (list.empty() ? "" : ",") + escaped(order);
    return list;
}

Shown pick_list(const PageMaker& maker)
{
    const auto orders = chosen_orders(maker);
    // By place, then by SKU: whoever walks along the shelves passes each of them once.
    std::map<std::string, std::map<std::string, Picked>> places;
    for (const OrderRow& order : orders) {
        Picked& picked{places[order.source.text][order.placed.sku.text]};
        picked.milli += order.placed.quantity.milli();
        picked.orders.push_back(&order);
    }
    PageData page;
    add_head(maker, page, orders.size());
    for (const auto& [place, picked_skus] : places) {
        PageData& list{page.add("places")};
        list.set("place", place.empty() ? maker.word("pick.no_place") : place_name(maker, {place}));
        std::int64_t milli{0};
        for (const auto& [sku, picked] : picked_skus) {
            const OrderPlaced& first{picked.orders.front()->placed};
            PageData& row{list.add("rows")};
            row.set("sku", sku).set("name", first.name).set("variant", first.variant);
            row.set("quantity", pieces(picked.milli));
            for (const OrderRow* order : picked.orders) {
                row.add("orders")
                    .set("order", order->placed.order.text)
                    .set("order_link", escaped(order->placed.order.text))
                    .set("quantity", text_of(order->placed.quantity));
            }
            milli += picked.milli;
        }
        list.set("total", pieces(milli));
    }
    return {"pick", std::move(page)};
}

Shown packing_slips(const PageMaker& maker)
{
    const auto orders = chosen_orders(maker);
    PageData page;
    add_head(maker, page, orders.size());
    for (const OrderRow& order : orders) fill_order(maker, page.add("orders"), order);
    return {"slips", std::move(page)};
}

} // namespace guitai::office
