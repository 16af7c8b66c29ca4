#include "terminal/domain/receipt.hpp"

#include "sync/events/purse_account.hpp"

#include <fmt/format.h>

namespace guitai {
namespace {

std::string word(const WordOf& words, std::string_view group, std::string_view name)
{
    return words(fmt::format("{}.{}", group, name));
}

// `text` with `values` for its {0}, {1} …
std::string filled(std::string text, const std::vector<std::string>& values)
{
    for (std::size_t at{0}; at < values.size(); ++at) {
        const std::string place{fmt::format("{{{}}}", at)};
        if (const auto found = text.find(place); found != std::string::npos) {
            text.replace(found, place.size(), values[at]);
        }
    }
    return text;
}

// What a person may read of how it was paid: a card is known by its last four.
std::string said_with(const TenderTaken& tender)
{
    return is_purse_tender(tender.tender) ? shown_account(tender.reference) : tender.reference;
}

void print_copy_mark(Page& page, const Receipt& receipt, const WordOf& words)
{
    if (receipt.copy == ReceiptCopy::gift) page.centred(words("paper.gift"));
    if (receipt.copy != ReceiptCopy::reprint) return;
    page.centred(filled(words("paper.copy"), {std::to_string(receipt.copy_number), receipt.copied_at}));
}

void print_head(Page& page, const Receipt& receipt, const WordOf& words)
{
    if (receipt.sale.test) page.centred(words("paper.test"));
    page.centred(receipt.shop_name);
    print_copy_mark(page, receipt, words);
    page.rule();
    page.pair(words("paper.number"), receipt.sale.receipt.text);
    page.pair(words("paper.date"), receipt.at);
    page.pair(words("paper.staff"), receipt.sale.staff.text);
    page.rule();
}

// "[退] ": what kind of line it is, unless it is a plain sale.
std::string mark_of(const SaleLine& line, const WordOf& words)
{
    if (!line.swapped_receipt.empty()) {
        return words(line.line_kind == LineKind::return_ ? "paper.swap_back_mark" : "paper.swap_mark") + " ";
    }
    switch (line.line_kind) {
    case LineKind::sale: return {};
    case LineKind::return_: return words("paper.return_mark") + " ";
    case LineKind::gift: return words("paper.gift_mark") + " ";
    case LineKind::order: return words("paper.order_mark") + " ";
    }
    return {};
}

void print_details(Page& page, const SaleLine& line, const WordOf& words)
{
    if (!line.returned_receipt.empty()) page.indented(words("paper.sold_as") + " " + line.returned_receipt.text);
    if (!line.swapped_receipt.empty()) page.indented(words("paper.sold_as") + " " + line.swapped_receipt.text);
    if (line.freight_by != FreightPayer::nobody) {
        page.indented(filled(words("paper.freight_by_" + std::string{word_of(line.freight_by)}),
                             {text_of(line.freight)}));
    }
    if (!line.serial.empty()) page.indented(words("gs1.serial") + " " + line.serial);
    if (!line.lot.empty()) page.indented(words("gs1.lot") + " " + line.lot);
    if (!line.note.empty()) page.indented(line.note);
}

void print_line(Page& page, const SaleLine& line, bool in_english, const WordOf& words)
{
    page.text(mark_of(line, words) + line.name + (line.variant.empty() ? "" : " " + line.variant));
    page.pair(fmt::format("  {} × {}", text_of(line.quantity), text_of(line.unit)), text_of(line.total));
    for (const PriceReason& reason : line.why) {
        // What only earns more took nothing off.
        if (reason.code == "why.points") page.indented(reason_text(reason, in_english, words));
        else page.pair("  " + reason_text(reason, in_english, words), text_of(-reason.amount));
    }
    print_details(page, line, words);
}

void print_gift_line(Page& page, const SaleLine& line, const WordOf& words)
{
    page.pair(line.name + (line.variant.empty() ? "" : " " + line.variant), "× " + text_of(line.quantity));
    if (!line.serial.empty()) page.indented(words("gs1.serial") + " " + line.serial);
}

void print_services(Page& page, const Receipt& receipt, const WordOf& words)
{
    for (const ServiceTaken& taken : receipt.sale.services) {
        const std::string& name{receipt.in_english && !taken.name_en.empty() ? taken.name_en : taken.name};
        page.pair(name, filled(words("paper.service_points"), {std::to_string(taken.spent.amount)}));
    }
}

void print_totals(Page& page, const Receipt& receipt, const WordOf& words)
{
    const SaleCompleted& sale{receipt.sale};
    Money discount;
    for (const SaleLine& line : sale.lines) discount += line.discount;
    const bool tax_on_top{receipt.tax_mode == TaxMode::excluded};

    page.rule();
    page.pair(words("paper.subtotal"), text_of(sale.total + discount - (tax_on_top ? sale.tax : Money{})));
    if (!discount.is_zero()) page.pair(words("paper.saved"), text_of(-discount));
    page.pair(words(tax_on_top ? "paper.tax_added" : "paper.tax_included"), text_of(sale.tax));
    page.pair(words("paper.total"), text_of(sale.total));
    page.rule();

    Money change;
    Money rounded;
    for (const TenderTaken& tender : sale.tenders) {
        const std::string said{said_with(tender)};
        const std::string slip{said.empty() ? "" : " " + said};
        page.pair(word(words, "tender", word_of(tender.tender)) + slip, text_of(tender.given));
        if (!tender.currency.empty()) {
            page.indented(tender.currency + " " + fmt::format("{}.{:02}", tender.foreign_minor / 100,
                                                              tender.foreign_minor % 100));
        }
        change += tender.change;
        rounded += tender.rounded;
    }
    if (!rounded.is_zero()) page.pair(words("paper.rounded"), text_of(-rounded));
    if (!change.is_zero()) page.pair(words("paper.change"), text_of(change));
    if (!sale.note.empty()) page.text(sale.note);
}

void print_orders(Page& page, const Receipt& receipt, const WordOf& words)
{
    for (const ReceiptOrder& order : receipt.orders) {
        page.rule();
        page.pair(words("paper.order"), order.order.text);
        page.pair(word(words, "delivery", word_of(order.delivery)), words("paper.to_confirm"));
        if (!order.recipient.empty()) page.pair(words("paper.recipient"), order.recipient);
        if (!order.due_on_delivery.is_zero()) {
            page.pair(words("paper.due_on_delivery"), text_of(order.due_on_delivery));
        }
    }
}

void print_coupons(Page& page, const Receipt& receipt, const WordOf& words)
{
    for (const ReceiptCoupon& coupon : receipt.coupons) {
        page.rule();
        page.pair(words("paper.coupon"), coupon.name);
        page.centred(coupon.code);
        page.indented(filled(words("paper.coupon_until"), {coupon.from, coupon.to}));
    }
}

void print_member(Page& page, const Receipt& receipt, const WordOf& words)
{
    if (receipt.member_name.empty()) return;
    page.rule();
    page.pair(words("paper.member"), receipt.member_name);
    page.pair(words("paper.points_earned"), std::to_string(receipt.sale.points_earned));
    if (receipt.sale.visit_points > 0) {
        page.indented(filled(words("paper.visit_points"), {std::to_string(receipt.sale.visit_points)}));
    }
    for (const ReceiptPurse& purse : receipt.purses) {
        const bool gift{purse.tender == TenderKind::gift_card};
        page.pair(gift ? words("paper.gift_left") + " " + purse.shown : words("paper.value_left"), text_of(purse.left));
    }
    if (receipt.points_balance) page.pair(words("paper.points_balance"), std::to_string(*receipt.points_balance));
    if (receipt.tier.empty()) return;
    page.pair(words("paper.tier"), receipt.tier);
    if (!receipt.next_tier.empty()) {
        page.indented(filled(words("member.tier_next"), {std::to_string(receipt.missing), receipt.next_tier}));
    }
}

} // namespace

std::string reason_text(const PriceReason& reason, bool in_english, const WordOf& words)
{
    const std::string& name{in_english && !reason.name_en.empty() ? reason.name_en : reason.name};
    const std::string text{
        filled(words(reason.code), {name, std::to_string(reason.quantity), text_of(reason.measured)})};
    return reason.detail.empty() ? text : text + " " + reason.detail;
}

std::string receipt_text(const Receipt& receipt, std::size_t columns, const WordOf& words)
{
    Page page{columns};
    print_head(page, receipt, words);
    if (receipt.copy == ReceiptCopy::gift) {
        for (const SaleLine& line : receipt.sale.lines) {
            // What came back or is still to come is not in the parcel.
            const bool in_hand{line.line_kind == LineKind::sale || line.line_kind == LineKind::gift};
            if (in_hand) print_gift_line(page, line, words);
        }
        page.rule();
        page.centred(words("paper.gift_line"));
    } else {
        for (const SaleLine& line : receipt.sale.lines) print_line(page, line, receipt.in_english, words);
        print_services(page, receipt, words);
        print_totals(page, receipt, words);
        print_member(page, receipt, words);
        print_orders(page, receipt, words);
        print_coupons(page, receipt, words);
    }
    page.blank();
    page.centred(words("paper.thanks"));
    if (receipt.sale.test) page.centred(words("paper.test"));
    return page.str();
}

} // namespace guitai
