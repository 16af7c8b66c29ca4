// Packing with a scanner: the order's number first, then each piece. Another piece than was ordered is refused before
// it is in the parcel. How far somebody is stands in the address, so that going back and loading again lose nothing.
#include "sync/office/console/console.hpp"
#include "sync/office/console/order_rows.hpp"
#include "sync/office/console/packing_pages.hpp"
#include "sync/office/console/visit.hpp"
#include "sync/office/doorway.hpp"
#include "sync/office/fulfilment.hpp"
#include "sync/office/projections/items.hpp"
#include "sync/office/projections/orders.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

constexpr std::size_t code_bytes_max{120};
constexpr std::string_view here{"/console/orders/packing"};

// What is weighed or measured is one parcel, however much it is.
std::int64_t pieces_wanted(const OrderRow& order)
{
    return order.placed.quantity.is_whole() ? std::max<std::int64_t>(1, order.placed.quantity.whole()) : 1;
}

bool is_this_piece(database::Connection& reads, const OrderRow& order, const std::string& code)
{
    if (code == order.placed.sku.text) return true;
    const auto item = find_item(reads, order.placed.sku);
    return item && std::find(item->barcodes.begin(), item->barcodes.end(), code) != item->barcodes.end();
}

std::string at(const OrderId& order, std::int64_t have, std::string_view problem)
{
    std::string place{fmt::format("{}?order={}&have={}", here, escaped(order.text), have)};
    return problem.empty() ? place : fmt::format("{}&problem={}", place, problem);
}

// An order that can be packed, and that this person may see; refuses order.unknown and pack.not_to_pack.
Result<OrderRow> order_to_pack(database::Connection& reads, const OrderId& id, const PlaceCode& store)
{
    auto order = find_order(reads, id);
    if (!order || (!store.empty() && order->source != store)) return refuse("order.unknown", id.text);
    if (!after(order->state, OrderStep::pack)) return refuse("pack.not_to_pack", id.text);
    return std::move(*order);
}

} // namespace

Shown packing_page(const PageMaker& maker)
{
    PageData page;
    page.when("deciding", maker.deciding);
    const std::string packed{maker.target.value("packed").substr(0, code_bytes_max)};
    if (!packed.empty()) page.add("packed").set("order", packed).set("order_link", escaped(packed));
    const OrderId id{maker.target.value("order").substr(0, code_bytes_max)};
    const std::string problem{maker.target.value("problem")};
    if (!problem.empty()) say_problem(maker, page, {problem, id.text});
    const auto order = id.empty() ? Result<OrderRow>{refuse("order.unknown")}
                                  : order_to_pack(maker.reads, id, maker.store);
    page.when("first", !order).set("have", "0").set("order", "");
    if (!order) return {"packing", std::move(page)};
    const std::int64_t wanted{pieces_wanted(*order)};
    const std::int64_t have{std::clamp<std::int64_t>(whole_number(maker.target.value("have")).value_or(0), 0, wanted)};
    page.set("have", std::to_string(have)).set("order", order->placed.order.text);
    PageData& row{page.add("packing")};
    fill_order(maker, row, *order);
    row.set("have", std::to_string(have)).set("wanted", std::to_string(wanted));
    return {"packing", std::move(page)};
}

// POST /console/orders/packing: a code was scanned.
Response Console::scan_to_pack(Visit& visit)
{
    if (!may_decide(visit.session->role)) return sorry(visit, "console.not_allowed", 403);
    const PageMaker maker{maker_for(visit)};
    const std::string code{field_of(visit.form, "code").substr(0, code_bytes_max)};
    const OrderId id{field_of(visit.form, "order").substr(0, code_bytes_max)};
    const std::int64_t have{whole_number(field_of(visit.form, "have")).value_or(0)};
    if (code.empty()) return see_other(at(id, have, {}));
    // Another order's number ends the one that was begun: nothing of it was packed.
    if (id.empty() || find_order(visit.reads, {code})) {
        const auto begun = order_to_pack(visit.reads, {code}, maker.store);
        return see_other(begun ? at({code}, 0, {}) : at({}, 0, id.empty() && begun.error().code == "order.unknown"
                                                                   ? "pack.order_first"
                                                                   : begun.error().code));
    }
    const auto order = order_to_pack(visit.reads, id, maker.store);
    if (!order) return see_other(at({}, 0, order.error().code));
    if (!is_this_piece(visit.reads, *order, code)) return see_other(at(id, have, "pack.wrong_piece"));
    if (have + 1 < pieces_wanted(*order)) return see_other(at(id, have + 1, {}));
    OrderRequest request;
    request.order = id;
    request.step = OrderStep::pack;
    request.actor = visit.session->staff.text;
    const auto done = write_now<Result<OrderState>>(
        m_writing, [&](Office& office, const database::Transaction& open) { return do_step(office, open, request); });
    if (!done) return see_other(at(id, have, "console.busy"));
    if (!*done) return see_other(at(id, have, done->error().code));
    return see_other(fmt::format("{}?packed={}", here, escaped(id.text)));
}

} // namespace guitai::office
