// Putting a ticket aside (挂单) and taking it up again (取单), after a crash too.
#include "terminal/app/coupons.hpp"
#include "terminal/app/mark_line.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/price_ticket.hpp"
#include "terminal/app/returns.hpp"
#include "terminal/app/services.hpp"
#include "terminal/app/swap_line.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::ptrdiff_t parked_max{50};

TicketParked ticket_of(const Desk& desk)
{
    TicketParked parked;
    parked.ticket = desk.ports.days.counts().tickets + 1;
    parked.staff = desk.staff();
    if (desk.state.member) parked.member = desk.state.member->member;
    parked.note = desk.state.note;
    parked.total = desk.state.priced.total;
    for (const Service& service : desk.state.services) parked.services.push_back(service.service);
    if (desk.state.facts.opened) parked.opened_local = text_of(*desk.state.facts.opened);
    for (const pricing::HeldCoupon& coupon : desk.state.coupons) parked.coupons.push_back(moved(coupon));
    for (const CartLine& line : desk.state.cart.lines()) {
        ParkedLine kept;
        kept.line_kind = line.kind;
        kept.sku = line.product.sku;
        kept.quantity = line.quantity;
        kept.discount_percent = line.discount.percent;
        kept.discount_amount = line.discount.amount;
        kept.discount_reason = line.discount.reason;
        kept.list = line.product.price;
        kept.guides = line.guides;
        kept.note = line.note;
        kept.returned_receipt = line.returned.receipt;
        kept.returned_line = line.returned.line;
        kept.reason = line.returned.reason;
        kept.freight = line.returned.freight;
        kept.serial = line.mark.serial;
        kept.lot = line.mark.lot;
        kept.swapped_receipt = line.swap.receipt;
        kept.swapped_line = line.swap.line;
        parked.lines.push_back(std::move(kept));
    }
    return parked;
}

// For a while the customer keeps the price that the goods were scanned at, where that was lower.
bool still_holds(const Desk& desk, std::optional<pricing::LocalMoment> opened)
{
    const auto now = pricing::moment_at(desk.now_ms(), desk.state.view.shop.utc_offset_minutes);
    return opened && now.minutes < opened->minutes + desk.state.rules.hold_minutes;
}

Result<LineNumber> take_up(const Desk& desk, const ParkedLine& line, bool held, Cart& cart)
{
    auto product = desk.ports.catalogue.find(line.sku);
    if (!product || product->withdrawn) return refuse("cart.not_for_sale", line.sku.text);
    if (held && !line.list.is_zero()) product->price = std::min(product->price, line.list);
    // Sold meanwhile, it is asked for again.
    const bool sold{!check_unsold(desk, line.sku, line.serial)};
    const auto added = cart.add_marked(*product, line.quantity, {sold ? "" : line.serial, line.lot});
    if (added) (void)cart.discount(*added, {line.discount_percent, line.discount_amount, line.discount_reason});
    return added;
}

// False where a line is gone.
bool take_up_lines(const Desk& desk, const TicketParked& parked, bool held, Cart& cart,
                   std::map<ReceiptNumber, KnownSale>& sales)
{
    bool complete{true};
    for (std::size_t at{0}; at < parked.lines.size(); ++at) {
        const ParkedLine& line{parked.lines[at]};
        const bool swap{!line.swapped_receipt.empty()};
        if (swap && line.line_kind != LineKind::return_) continue; // It came with the line before it.
        if (swap && at + 1 == parked.lines.size()) return false;
        const auto added = swap                                 ? take_up_swap(desk, line, parked.lines[at + 1], cart)
                           : line.line_kind == LineKind::return_ ? take_up_return(desk, line, cart, sales)
                                                                : take_up(desk, line, held, cart);
        complete = complete && added;
        if (!added) continue;
        const ParkedLine& shown{swap ? parked.lines[at + 1] : line};
        (void)cart.set_guides(*added, shown.guides);
        (void)cart.note(*added, shown.note);
    }
    return complete;
}

// Those that are still good; false where one was used up meanwhile.
bool take_up_coupons(Desk& desk, const std::vector<CouponMoved>& coupons)
{
    desk.state.coupons.clear();
    for (const CouponMoved& coupon : coupons) {
        const auto known = known_coupon(desk, coupon.code);
        const bool gone{!known && known.error().code == "coupon.used"};
        if (!gone) desk.state.coupons.push_back(held(coupon));
    }
    return desk.state.coupons.size() == coupons.size();
}

} // namespace

Result<void> perform(Desk& desk, const Park&)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    const auto& lines = desk.state.cart.lines();
    if (lines.empty()) return refuse("cart.empty");
    // An address is not left lying about; the order is finished or given up.
    if (std::any_of(lines.begin(), lines.end(), [](const CartLine& line) { return line.kind == LineKind::order; })) {
        return refuse("park.has_orders");
    }
    const auto& waiting = desk.state.view.cart.parked;
    const auto own = std::count_if(waiting.begin(), waiting.end(), [](const ParkedView& one) { return one.till == 0; });
    if (own >= parked_max) return refuse("park.full", std::to_string(parked_max));

    const TicketParked parked{ticket_of(desk)};
    desk.write({parked});
    forget_ticket(desk);
    show_parked(desk);
    desk.state.view.parked_ticket = parked.ticket;
    return {};
}

Result<void> perform(Desk& desk, const Recall& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    if (!desk.state.cart.is_empty()) return refuse("shift.cart_open");
    const auto parked = desk.ports.days.parked(command.ticket, command.till);
    if (!parked) return refuse("park.unknown", std::to_string(command.ticket));

    Cart cart;
    std::map<ReceiptNumber, KnownSale> sales;
    const auto opened = pricing::parse_moment(parked->opened_local);
    const bool held_prices{still_holds(desk, opened)};
    const bool complete{take_up_lines(desk, *parked, held_prices, cart, sales)};
    TicketRecalled recalled;
    recalled.ticket = command.ticket;
    recalled.till = command.till;
    recalled.staff = desk.staff();
    desk.write({recalled});

    desk.state.cart = std::move(cart);
    desk.state.sales = std::move(sales);
    desk.state.note = parked->note;
    desk.state.facts.opened = opened;
    const bool all_good{take_up_coupons(desk, parked->coupons)};
    const auto member = parked->member.empty() ? std::nullopt : desk.ports.members.find(parked->member.text);
    desk.state.view.cart.member.reset();
    desk.state.member.reset();
    if (member) put_on_ticket(desk, *member);
    show_cart(desk);
    const bool all_services{take_up_services(desk, parked->services)};
    show_parked(desk);
    if (!parked->total.is_zero() && parked->total != desk.state.priced.total) {
        desk.state.view.cart.total_before = parked->total;
    }
    if (!all_good) desk.state.view.banner = {"coupon.used", "", true};
    if (!all_services) desk.state.view.banner = {"service.gone", "", true};
    // The rest of the ticket can be sold; that something is missing must be seen.
    if (!complete) desk.state.view.banner = {"park.line_gone", "", true};
    return {};
}

} // namespace guitai
