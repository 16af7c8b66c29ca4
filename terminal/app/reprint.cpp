// The same receipt once more: marked as a copy, or without prices for whom it is given to.
#include "terminal/app/receipt_paper.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"
#include "terminal/domain/receipt.hpp"

namespace guitai {

// An empty number means the last receipt of this till.
Result<void> perform(Desk& desk, const Reprint& command)
{
    const ShopView& shop{desk.state.view.shop};
    ReceiptNumber number{command.receipt};
    if (number.empty()) number = make_receipt_number(shop.store, shop.till, desk.ports.days.counts().receipts);
    const auto sale = desk.ports.days.sale(number);
    if (!sale) return refuse("receipt.unknown", number.text);

    Receipt receipt;
    receipt.sale = *sale;
    receipt.copy = command.kind == ReprintKind::gift ? ReceiptCopy::gift : ReceiptCopy::reprint;
    receipt.copy_number = desk.ports.days.reprints(number) + 1;
    receipt.copied_at = date_and_minute(desk.now_ms(), shop.utc_offset_minutes);
    receipt.shop_name = shop.name;
    receipt.tax_mode = desk.tax_mode();
    receipt.at = sale->business_date;
    const auto member = sale->member.empty() ? std::nullopt : desk.ports.members.find(sale->member.text);
    if (member) receipt.member_name = shown_name(*member);
    for (const SaleLine& line : sale->lines) {
        if (line.order.empty()) continue;
        ReceiptOrder order{.order = line.order};
        if (const auto detail = desk.ports.orders.find(line.order)) {
            order.delivery = detail->brief.delivery;
            order.recipient = detail->brief.recipient_name;
            order.due_on_delivery = detail->brief.due;
        }
        receipt.orders.push_back(std::move(order));
    }
    name_offers(desk, receipt);
    desk.write({}, {receipt_job(desk, receipt)});
    desk.ports.printer.wake();
    return {};
}

} // namespace guitai
