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

void ask_for_door(Desk& desk, const OrderId& id)
{
    const auto order = desk.ports.orders.find(id);
    const bool is_sent_here{order && (order->brief.to_send || order->brief.on_trip)};
    const bool to_a_door{is_sent_here && order->brief.delivery == Delivery::ship && order->recipient.address.empty()};
    if (!to_a_door || desk.ports.receipts == nullptr || desk.state.doors.count(id) != 0) return;
    if (const auto door = desk.ports.receipts->door_of(id); door && *door) desk.state.doors[id] = **door;
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
    if (!brief.slot.empty()) page.pair(words("paper.slot"), brief.slot);
    if (!brief.due.is_zero() && brief.delivery == Delivery::ship) page.pair(words("paper.due"), text_of(brief.due));
    if (brief.first_trip) page.text(words("paper.first_trip"));
    const auto door = desk.state.doors.find(brief.order);
    const bool is_asked{order.recipient.address.empty() && door != desk.state.doors.end()};
    const Recipient& to{is_asked ? door->second : order.recipient};
    if (!to.phone.empty()) page.text(to.phone);
    if (!to.address.empty()) page.text(to.address);
    PrintJob job;
    job.text = page.str();
    job.barcode = brief.order.text;
    return job;
}

} // namespace guitai
