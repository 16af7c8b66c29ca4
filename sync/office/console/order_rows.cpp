#include "sync/office/console/order_rows.hpp"

#include "sync/office/order_states.hpp"
#include "sync/office/projections/items.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/silence.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

std::string reason_words(const PageMaker& maker, const std::string& reason)
{
    const auto minutes = silent_minutes(reason);
    return minutes ? maker.word_with("desk.silent", std::to_string(*minutes)) : reason;
}

// From an order every other thing it touches is one step away, for those who may go there.
void add_links(const PageMaker& maker, PageData& row, const OrderRow& order)
{
    const OrderPlaced& placed{order.placed};
    const auto link = [&](const std::string& list, Area area, const std::string& key, const std::string& place) {
        if (maker.may(area) && !key.empty()) row.add(list).set("link", fmt::format(fmt::runtime(place), escaped(key)));
    };
    link("to_desk", Area::orders, placed.order.text, "/console/orders/{}");
    link("to_member", Area::service, placed.member.text, "/console/service?q={}");
    link("to_receipt", Area::sales, placed.receipt.text, "/console/sales/{}");
    link("to_stock", Area::stock, placed.sku.text, "/console/stock/{}");
    link("to_style", Area::catalogue, style_of(maker.reads, placed.sku).text, "/console/catalogue/{}");
    link("to_store", Area::shops, placed.store.text, "/console/shops/{}");
    link("to_source", Area::shops, order.source.text, "/console/shops/{}");
}

} // namespace

DeskMoment desk_moment(const PageMaker& maker) { return {maker.now_ms, minute_in(maker.reads, {}, maker.now_ms)}; }

void fill_order(const PageMaker& maker, PageData& row, const OrderRow& order)
{
    const OrderPlaced& placed{order.placed};
    row.set("order", placed.order.text).set("order_link", escaped(placed.order.text));
    row.set("state_name", maker.word(fmt::format("state.{}", word_of(order.state))));
    row.when("over", !is_open(order.state));
    const bool late{is_overdue(order, desk_moment(maker))};
    row.when("overdue", late);
    // Nobody waits any more for what was worn or paid back.
    if (is_open(order.state)) row.add("waiting").set("age", age(maker, order.placed_at_ms)).when("late", late);
    row.set("placed", moment(order.placed_at_ms)).set("store", placed.store.text).set("staff", placed.staff.text);
    row.set("store_name", place_name(maker, placed.store)).set("till", std::to_string(order.till));
    row.set("name", placed.name).set("variant", placed.variant).set("sku", placed.sku.text);
    row.set("quantity", text_of(placed.quantity)).set("recipient", placed.recipient.name);
    row.set("phone", placed.recipient.phone).set("address", placed.recipient.address);
    row.set("receipt", placed.receipt.text).set("member", placed.member.text);
    row.when("any_member", !placed.member.empty());
    row.set("delivery", maker.word(fmt::format("delivery.{}", word_of(placed.delivery))));
    row.set("total", text_of(placed.total)).set("paid", text_of(placed.paid)).when("test", placed.test);
    if (!placed.due_on_delivery.is_zero()) row.add("due").set("amount", text_of(placed.due_on_delivery));
    if (!order.source.empty()) {
        row.add("promised")
            .set("source", place_name(maker, order.source))
            .set("date", order.promise_date)
            .when("late", late && is_promised(order.state));
    }
    if (!order.tracking.empty()) {
        row.add("parcel")
            .set("carrier", order.carrier == own_carrier ? maker.word("carrier.own") : order.carrier)
            .set("tracking", order.tracking)
            .set("parcels", std::to_string(order.parcels));
    }
    if (!placed.slot.empty()) row.add("slot").set("text", placed.slot);
    if (!order.reason.empty()) row.add("reason").set("text", reason_words(maker, order.reason));
    if (order.answer_by_ms > 0) {
        row.add("clock").set("until", moment(order.answer_by_ms)).when("over", order.answer_by_ms < maker.now_ms);
    }
    if (!order.picker.empty()) row.add("picker").set("name", order.picker.text);
    if (const auto& other = order.substitute; !other.sku.empty()) {
        row.add("substitute").set("text", fmt::format("{} {} {}", other.name, other.variant, other.reason));
    }
    add_links(maker, row, order);
}

void fill_history(const PageMaker& maker, PageData& row, const OrderId& order)
{
    const auto givers = givers_of(maker.reads, order);
    const auto known = find_order(maker.reads, order);
    std::size_t step{0};
    for (const OrderMoment& each : history_of(maker.reads, order)) {
        const TillNumber giver{step < givers.size() ? givers[step] : office_origin};
        ++step;
        const HandOver hands{known ? hand_over_of(*known, each) : HandOver{}};
        PageData& line{row.add("history")};
        line.set("what", word_or_itself(maker, "event.", each.kind)).set("when", moment(each.at_ms));
        line.set("by", each.actor).set("detail", reason_words(maker, each.detail));
        line.set("state", maker.word(fmt::format("state.{}", word_of(each.state))));
        line.set("giver", giver == office_origin
                              ? maker.word("my.head_office")
                              : fmt::format("{} · {}", store_of(maker.reads, giver).text, giver));
        if (hands.giver.empty()) continue;
        line.add("hands")
            .set("from", word_or_itself(maker, "hand.", hands.giver))
            .set("to", word_or_itself(maker, "hand.", hands.taker));
    }
}

void add_order_outcome(const PageMaker& maker, PageData& page)
{
    const std::string order{maker.target.value("order")};
    // Only words of our own: an address that somebody made up must not speak in our name.
    const auto say = [&](const std::string& where, const std::string& key, const std::string& about) {
        const std::string text{maker.word(key)};
        if (text != key) page.add(where).set("text", fmt::format("{} {}", about, text));
    };
    const std::string done{"done." + maker.target.value("done")};
    if (const auto count = whole_number(maker.target.value("n"))) {
        if (*count > 0) say("notice", done, fmt::format("{} {}", *count, maker.word("desk.orders")));
        // "S01-1-D00001:order.no_stock,…": each that was refused, and why.
        const std::string refused{maker.target.value("refused")};
        for (std::string_view rest{refused}; !rest.empty();) {
            const std::string_view each{rest.substr(0, rest.find(','))};
            rest.remove_prefix(std::min(rest.size(), each.size() + 1));
            const auto colon = each.find(':');
            if (colon == std::string_view::npos) continue;
            const auto known = find_order(maker.reads, {std::string{each.substr(0, colon)}});
            if (known) say("problem", std::string{each.substr(colon + 1)}, known->placed.order.text);
        }
        return;
    }
    say("notice", done, order);
    say("problem", maker.target.value("problem"), order);
}

} // namespace guitai::office
