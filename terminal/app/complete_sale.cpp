// Money is taken; when nothing is due any more, the sale is written down with its
// orders and its receipt in one go, before the first byte of paper.
#include "terminal/app/complete_sale.hpp"

#include "sync/events/purse_account.hpp"
#include "terminal/app/cannot.hpp"
#include "terminal/app/cards.hpp"
#include "terminal/app/leases.hpp"
#include "terminal/app/mark_line.hpp"
#include "terminal/app/pay_value.hpp"
#include "terminal/app/price_guarantee.hpp"
#include "terminal/app/receipt_paper.hpp"
#include "terminal/app/redeem_points.hpp"
#include "terminal/app/return_freight.hpp"
#include "terminal/app/returns.hpp"
#include "terminal/app/services.hpp"
#include "terminal/app/settle_ticket.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"
#include "terminal/domain/card_reference.hpp"
#include "terminal/domain/shift.hpp"
#include "terminal/domain/tender.hpp"

#include <algorithm>
#include <set>

namespace guitai {
namespace {

constexpr std::size_t reference_bytes_max{100};
constexpr std::size_t currency_bytes_max{10};

SaleDone done_view(const SettledTicket& ticket, const Receipt& receipt, std::string text)
{
    SaleDone done;
    done.receipt = ticket.sale.receipt;
    done.total = ticket.sale.total;
    for (const TenderTaken& tender : ticket.sale.tenders) {
        done.given += tender.given;
        done.change += tender.change;
    }
    done.points_earned = ticket.sale.points_earned;
    done.visit_points = ticket.sale.visit_points;
    for (const PointsRedeemed& spent : ticket.sale.spent) done.points_redeemed += spent.amount;
    done.points_balance = receipt.points_balance.value_or(0);
    for (const OrderPlaced& order : ticket.orders) done.orders.push_back(order.order);
    done.text = std::move(text);
    return done;
}

std::set<StyleId> styles_on(const Cart& cart)
{
    std::set<StyleId> styles;
    for (const CartLine& line : cart.lines()) styles.insert(line.product.style);
    return styles;
}

void complete_sale(Desk& desk, const std::vector<TenderTaken>& tenders, std::vector<EventBody> bodies)
{
    const SettledTicket ticket{settle_ticket(desk, tenders)};
    const Receipt receipt{receipt_of(desk, ticket)};
    PrintJob job{receipt_job(desk, receipt)};
    job.open_drawer = std::any_of(ticket.sale.tenders.begin(), ticket.sale.tenders.end(),
                                  [](const TenderTaken& tender) {
                                      return tender.tender == TenderKind::cash ||
                                             tender.tender == TenderKind::foreign_cash;
                                  });

    begin_points_day(desk, bodies);
    for (const OrderPlaced& order : ticket.orders) bodies.emplace_back(order);
    bodies.emplace_back(ticket.sale);
    for (const MissRecorded& miss : ticket.rescued) bodies.emplace_back(miss);
    if (const Money freight{freight_we_owe(ticket.sale)}; !freight.is_zero()) {
        bodies.emplace_back(freight_paid(desk, freight, ticket.sale.receipt));
    }
    desk.write(std::move(bodies), {job});
    for (const LotEarned& lot : ticket.sale.earned) {
        if (lot.kept) desk.state.hand.take(ticket.sale.receipt.text);
    }

    desk.state.view.payment.done = done_view(ticket, receipt, std::move(job.text));
    desk.state.view.payment.done->qr = std::move(job.qr);
    desk.state.view.payment.done->printed = desk.ports.printer.ok();
    desk.ports.printer.wake();
    desk.state.sold = styles_on(desk.state.cart);
    forget_ticket(desk);
    show_leases(desk);
    if (!ticket.orders.empty()) show_orders(desk);
}

// Owing is for members, and only up to what the head office allows each of them.
Money account_room(const Desk& desk)
{
    if (!desk.state.member || desk.state.member->account_limit.is_zero()) return {};
    Money room{desk.state.member->account_limit - desk.ports.members.owed(desk.state.member->member)};
    for (const TenderTaken& taken : desk.state.tenders) {
        if (taken.tender == TenderKind::on_account) room -= taken.amount;
    }
    return std::max(room, Money{});
}

// Money goes back the way it came; another way needs a reason, and cash must be in the drawer.
Result<void> check_refund(const Desk& desk, const TicketDue& ticket, const Pay& command)
{
    if (!ticket.due.is_negative()) return {};
    const std::vector<TenderKind> came{original_tenders(desk)};
    const bool another_way{!came.empty() && std::find(came.begin(), came.end(), command.tender) == came.end()};
    if (another_way && command.reason.empty()) return refuse("refund.other_way_needs_reason");
    if (command.tender != TenderKind::cash) return {};
    const DayReader::Shift& shift{desk.state.shift};
    const Money drawer{expected_cash(shift.float_amount, desk.ports.days.takings_of_shift(shift.shift))};
    if (-in_cash(desk, ticket.due) > drawer) return refuse("cash.not_enough", text_of(drawer));
    return {};
}

// What leaves purses is still in the hand. Asked again where a ticket ends, for money that a payment terminal has
// taken comes whether or not it can.
Result<void> check_purses(const Desk& desk, const std::vector<TenderTaken>& tenders)
{
    if (auto points = check_points(desk); !points) return points;
    return check_value(desk, tenders);
}

// As the ticket stands, whatever it is paid with.
Result<void> may_be_paid(const Desk& desk)
{
    if (auto held = check_purses(desk, desk.state.tenders); !held) return held;
    if (auto whole = check_price_drops(desk); !whole) return whole;
    if (auto seen = check_cannot(desk); !seen) return seen;
    if (auto served = check_services(desk); !served) return served;
    return check_marks(desk);
}

TicketDue due_now(const Desk& desk, const std::vector<TenderTaken>& tenders)
{
    TicketDue ticket{
        still_due(desk.state.priced.total, desk.state.priced.order_total, with_points(desk, tenders))};
    if (ticket.due.is_negative()) ticket.cash = in_cash(desk, ticket.due);
    return ticket;
}

} // namespace

Result<TenderTaken> try_tender(const Desk& desk, const Pay& command)
{
    if (desk.state.shift.shift == 0) return refuse("shift.not_open");
    if (desk.state.cart.is_empty()) return refuse("cart.empty");
    if (auto may = may_be_paid(desk); !may) return refuse(may.error());
    TicketDue ticket{due_now(desk, desk.state.tenders)};
    if (auto may = check_refund(desk, ticket, command); !may) return refuse(may.error());
    if (command.tender == TenderKind::on_account) {
        if (!desk.state.member) return refuse("pay.account_needs_member");
        ticket.account_room = account_room(desk);
    }
    const std::string reference{typed_reference(command.reason.empty() ? command.reference : command.reason)};
    return take_tender(ticket,
                       {.tender = command.tender,
                        .given = command.amount,
                        .reference = cut_to(reference, reference_bytes_max),
                        .currency = cut_to(command.currency, currency_bytes_max),
                        .foreign_minor = command.foreign_minor},
                       desk.state.rules);
}

void take_on_ticket(Desk& desk, TenderTaken taken, std::vector<EventBody> first)
{
    // Not yet in the state: a disk that fails below must leave the ticket as it was.
    std::vector<TenderTaken> tenders{desk.state.tenders};
    tenders.push_back(std::move(taken));
    const bool ends{due_now(desk, tenders).due.is_zero() && check_purses(desk, tenders)};
    if (ends) return complete_sale(desk, tenders, std::move(first));
    if (!first.empty()) desk.write(std::move(first));
    desk.state.tenders = std::move(tenders);
    show_cart(desk);
}

Result<void> perform(Desk& desk, const Pay& command)
{
    const bool costs_nothing{due_now(desk, desk.state.tenders).due.is_zero() && command.amount.is_zero()};
    if (costs_nothing && desk.state.shift.shift != 0 && !desk.state.cart.is_empty()) {
        if (auto may = may_be_paid(desk); !may) return may;
        complete_sale(desk, desk.state.tenders, {});
        return {};
    }
    if (command.tender == TenderKind::points) return refuse("points.redeem_first");
    if (is_purse_tender(command.tender)) {
        const bool back{due_now(desk, desk.state.tenders).due.is_negative()};
        return back ? give_value_back(desk, command) : pay_with_value(desk, command);
    }
    auto taken = try_tender(desk, command);
    if (!taken) return refuse(taken.error());
    take_on_ticket(desk, std::move(*taken), {});
    return {};
}

Result<void> perform(Desk& desk, const TakeBackTender& command)
{
    if (command.index >= desk.state.tenders.size()) return refuse("pay.no_such_tender");
    const TenderTaken taken{desk.state.tenders[command.index]};
    desk.state.tenders.erase(desk.state.tenders.begin() + static_cast<std::ptrdiff_t>(command.index));
    if (taken.tender == TenderKind::card) give_card_back(desk, taken);
    show_cart(desk);
    if (is_purse_tender(taken.tender)) tend_leases(desk);
    return {};
}

Result<void> perform(Desk& desk, const NextCustomer&)
{
    desk.state.view.payment.done.reset();
    return {};
}

} // namespace guitai
