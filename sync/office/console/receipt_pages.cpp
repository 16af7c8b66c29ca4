// One receipt as its till wrote it, with everything it touches one step away.
#include "sync/office/console/order_rows.hpp"
#include "sync/office/console/pages.hpp"
#include "sync/office/journal_look.hpp"
#include "sync/office/projections/items.hpp"
#include "sync/office/projections/order_search.hpp"
#include "sync/office/projections/trade.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

constexpr int orders_shown{50};

void add_line(const PageMaker& maker, PageData& page, const SaleLine& line, std::int64_t returned_milli)
{
    PageData& row{page.add("lines")};
    row.set("kind", word_or_itself(maker, "line.", std::string{word_of(line.line_kind)}));
    row.set("name", line.name).set("variant", line.variant).set("sku", line.sku.text);
    row.set("quantity", text_of(line.quantity)).set("unit", text_of(line.unit));
    row.set("discount", line.discount.is_zero() ? "" : text_of(-line.discount)).set("total", text_of(line.total));
    if (returned_milli > 0) row.add("returned").set("quantity", pieces(returned_milli));
    if (!line.order.empty()) row.add("order").set("number", line.order.text).set("link", escaped(line.order.text));
    if (!line.returned_receipt.empty()) {
        row.add("sold_by")
            .set("number", line.returned_receipt.text)
            .set("link", escaped(line.returned_receipt.text));
    }
    if (const StyleId style{style_of(maker.reads, line.sku)}; !style.empty()) {
        row.add("to_style").set("link", escaped(style.text));
    }
}

void add_orders(const PageMaker& maker, PageData& page, const ReceiptNumber& receipt)
{
    OrderSearch of_it;
    of_it.text = receipt.text;
    of_it.at = desk_moment(maker);
    for (const DeskOrder& order : search_orders(maker.reads, of_it, orders_shown).orders) {
        if (order.row.placed.receipt == receipt) fill_order(maker, page.add("orders"), order.row);
    }
    page.when("any_orders", !page.lists["orders"].empty());
}

} // namespace

std::optional<Shown> sales_area(const PageMaker& maker)
{
    const ReceiptNumber number{maker.part(0)};
    if (!maker.part(1).empty()) return std::nullopt;
    if (number.empty()) return Shown{"sales", sales_page(maker)};
    const auto sold = find_receipt(maker.reads, number);
    const auto event = sold ? event_at(maker.reads, sold->till, sold->number) : std::nullopt;
    const auto* sale = event ? std::get_if<SaleCompleted>(&event->body) : nullptr;
    const bool is_seen{sale && (maker.store.empty() || sale->store == maker.store)};
    if (!is_seen) return std::nullopt;

    PageData page;
    page.set("receipt", number.text).set("when", moment(event->at_ms)).set("date", sale->business_date);
    page.set("store", place_name(maker, sale->store)).set("shop", escaped(sale->store.text));
    page.set("till", std::to_string(sold->till)).set("cashier", sale->staff.text).when("test", sale->test);
    page.set("total", text_of(sale->total)).set("tax", text_of(sale->tax));
    page.set("points", std::to_string(sale->points_earned)).when("any_points", sale->points_earned != 0);
    if (!sale->member.empty()) {
        PageData& member{page.add("member")};
        member.set("number", sale->member.text);
        if (maker.may(Area::service)) member.add("to_member").set("link", escaped(sale->member.text));
    }
    std::int64_t place{0};
    for (const SaleLine& line : sale->lines) {
        ++place;
        const auto back = std::find_if(sold->returned_milli.begin(), sold->returned_milli.end(),
                                       [place](const auto& each) { return each.first == place; });
        add_line(maker, page, line, back == sold->returned_milli.end() ? 0 : back->second);
    }
    for (const TenderTaken& tender : sale->tenders) {
        page.add("tenders")
            .set("tender", word_or_itself(maker, "tender.", std::string{word_of(tender.tender)}))
            .set("amount", text_of(tender.amount));
    }
    add_orders(maker, page, number);
    return Shown{"receipt", std::move(page)};
}

} // namespace guitai::office
