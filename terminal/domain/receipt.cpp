#include "terminal/domain/receipt.hpp"

#include <fmt/format.h>

namespace guitai {
namespace {

std::string word(const WordOf& words, std::string_view group, std::string_view name)
{
    return words(fmt::format("{}.{}", group, name));
}

void print_head(Page& page, const Receipt& receipt, const WordOf& words)
{
    if (receipt.sale.test) page.centred(words("paper.test"));
    page.centred(receipt.shop_name);
    if (receipt.copy == ReceiptCopy::reprint) page.centred(words("paper.copy"));
    page.rule();
    page.pair(words("paper.number"), receipt.sale.receipt.text);
    page.pair(words("paper.date"), receipt.at);
    page.pair(words("paper.staff"), receipt.sale.staff.text);
    page.rule();
}

void print_line(Page& page, const SaleLine& line, const WordOf& words)
{
    const std::string mark{line.line_kind == LineKind::order ? words("paper.order_mark") + " " : ""};
    page.text(mark + line.name + (line.variant.empty() ? "" : " " + line.variant));
    page.pair(fmt::format("  {} × {}", text_of(line.quantity), text_of(line.unit)), text_of(line.total));
    for (const PriceReason& reason : line.why) {
        const std::string said{reason.detail.empty() ? "" : " " + reason.detail};
        page.pair("  " + words(reason.code) + said, text_of(-reason.amount));
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
    for (const TenderTaken& tender : sale.tenders) {
        const std::string slip{tender.reference.empty() ? "" : " " + tender.reference};
        page.pair(word(words, "tender", word_of(tender.tender)) + slip, text_of(tender.given));
        change += tender.change;
    }
    if (!change.is_zero()) page.pair(words("paper.change"), text_of(change));
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

void print_member(Page& page, const Receipt& receipt, const WordOf& words)
{
    if (receipt.member_name.empty()) return;
    page.rule();
    page.pair(words("paper.member"), receipt.member_name);
    page.pair(words("paper.points_earned"), std::to_string(receipt.sale.points_earned));
    if (receipt.points_balance) page.pair(words("paper.points_balance"), std::to_string(*receipt.points_balance));
}

} // namespace

std::string receipt_text(const Receipt& receipt, std::size_t columns, const WordOf& words)
{
    Page page{columns};
    print_head(page, receipt, words);
    for (const SaleLine& line : receipt.sale.lines) print_line(page, line, words);
    print_totals(page, receipt, words);
    print_member(page, receipt, words);
    print_orders(page, receipt, words);
    page.blank();
    page.centred(words("paper.thanks"));
    if (receipt.sale.test) page.centred(words("paper.test"));
    return page.str();
}

} // namespace guitai
