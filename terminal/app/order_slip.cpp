#include "terminal/app/order_slip.hpp"

#include "terminal/app/view_parts.hpp"
#include "terminal/domain/columns.hpp"

namespace guitai {
namespace {

// What every paper of an order begins with.
Page begun(const Desk& desk, const OrderBrief& order, std::string_view title)
{
    const WordOf words{desk.words()};
    Page page{desk.ports.paper_columns};
    if (desk.state.view.shop.test) page.centred(words("paper.test"));
    page.centred(desk.state.view.shop.name);
    page.centred(words(title));
    page.rule();
    page.pair(words("paper.order"), order.order.text);
    page.text(order.name + " " + order.variant);
    page.pair(words("paper.date"), date_and_minute(desk.now_ms(), desk.state.view.shop.utc_offset_minutes));
    page.pair(words("paper.staff"), desk.staff().text);
    return page;
}

} // namespace

PrintJob slip_of(const Desk& desk, const OrderBrief& order, std::string_view title, TenderKind tender, Money amount)
{
    const WordOf words{desk.words()};
    Page page{begun(desk, order, title)};
    page.pair(words("tender." + std::string{word_of(tender)}), text_of(amount));
    PrintJob job;
    job.text = page.str();
    job.barcode = order.order.text;
    job.open_drawer = tender == TenderKind::cash && !amount.is_zero();
    return job;
}

PrintJob packing_slip(const Desk& desk, const OrderDetail& order)
{
    const WordOf words{desk.words()};
    const OrderBrief& brief{order.brief};
    Page page{begun(desk, brief, "paper.packing")};
    page.rule();
    page.pair(brief.sku.text, "× " + text_of(brief.quantity));
    page.pair(words("paper.for"), brief.recipient_name);
    page.pair(words("paper.delivery"), words("delivery." + std::string{word_of(brief.delivery)}));
    if (!order.recipient.address.empty()) page.text(order.recipient.address);
    PrintJob job;
    job.text = page.str();
    job.barcode = brief.order.text;
    return job;
}

} // namespace guitai
