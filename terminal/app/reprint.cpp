// The same receipt once more, marked as a copy.
#include "terminal/app/use_cases.hpp"
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
    receipt.copy = ReceiptCopy::reprint;
    receipt.shop_name = shop.name;
    receipt.tax_mode = desk.tax_mode();
    receipt.at = sale->business_date;
    const auto member = sale->member.empty() ? std::nullopt : desk.ports.members.find(sale->member.text);
    if (member) receipt.member_name = member->name.empty() ? member->phone : member->name;
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
    PrintJob job;
    job.text = receipt_text(receipt, desk.ports.paper_columns, desk.words());
    job.barcode = number.text;
    desk.write({}, {std::move(job)});
    desk.ports.printer.wake();
    return {};
}

} // namespace guitai
