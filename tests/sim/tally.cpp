#include "tests/sim/tally.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::sim {
namespace {

// a × b ÷ c, half away from zero; all above or at zero.
std::int64_t rounded(std::int64_t a, std::int64_t b, std::int64_t c) { return (a * b + c / 2) / c; }

// A promise on delivery is no payment: the largest of the others, the first of equals.
TenderKind largest_tender(const Ticket& ticket)
{
    TenderKind tender{TenderKind::cash};
    std::int64_t most{0};
    for (const auto& [kind, amount] : ticket.paid) {
        if (kind == TenderKind::cod || amount <= most) continue;
        tender = kind;
        most = amount;
    }
    return tender;
}

} // namespace

Priced price_of(const Chain& chain, const Wish& wish, bool is_member)
{
    const CatalogueItem& item{chain.item(wish.sku)};
    const std::int64_t list{item.price.minor() * wish.pieces};
    const std::int64_t for_members{item.member_price.minor() * wish.pieces};
    std::int64_t left{is_member && for_members != 0 ? for_members : list};
    left -= wish.off_rate != 0 ? rounded(left, wish.off_rate, 10'000) : std::min(left, wish.off_minor);

    Priced priced;
    priced.discount = list - left;
    if (wish.ordered && wish.delivery == Delivery::ship) left += chain.delivery_fee.minor();
    const std::int64_t rate{item.tax_rate.value};
    priced.tax = chain.tax_included ? rounded(left, rate, 10'000 + rate) : rounded(left, rate, 10'000);
    priced.total = chain.tax_included ? left : left + priced.tax;
    return priced;
}

TicketSum sum_of(const Chain& chain, const Ticket& ticket)
{
    TicketSum sum;
    for (const Wish& wish : ticket.wishes) {
        const Priced priced{price_of(chain, wish, !ticket.member.empty())};
        sum.all.total += priced.total;
        sum.all.tax += priced.tax;
        sum.all.discount += priced.discount;
        (wish.ordered ? sum.ordered : sum.goods) += priced.total;
        sum.pieces += wish.pieces;
    }
    return sum;
}

std::int64_t SoldTally::part(std::int64_t whole, std::int64_t all, std::int64_t from, std::int64_t pieces)
{
    const std::int64_t odd{whole % all};
    const auto first = [&](std::int64_t count) { return count * (whole / all) + std::min(count, odd); };
    return first(from + pieces) - first(from);
}

std::int64_t SoldTally::earning() const
{
    std::int64_t sum{0};
    for (const Line& line : lines) {
        if (line.wish.ordered) continue;
        sum += line.priced.total - part(line.priced.total, line.wish.pieces, 0, line.back);
    }
    return sum;
}

std::int64_t ShiftTally::cash_in_drawer() const
{
    const auto cash = tenders.find(TenderKind::cash);
    return float_minor + (cash == tenders.end() ? 0 : cash->second) - rounded + paid_in - paid_out - drops;
}

void Tally::open_shift(TillNumber till, const PlaceCode& store, const std::string& date, std::int64_t float_minor)
{
    ShiftTally& shift{tills[till].shifts.emplace_back()};
    shift.store = store;
    shift.date = date;
    shift.float_minor = float_minor;
}

void Tally::sell(TillNumber till, const Chain& chain, const Ticket& ticket)
{
    ++tills.at(till).receipts;
    const TicketSum sum{sum_of(chain, ticket)};
    ShiftTally& shift{shift_of(till)};
    ++shift.tickets;
    shift.pieces += sum.pieces;
    shift.turnover += sum.all.total;
    shift.order_turnover += sum.ordered;
    shift.discounts += sum.all.discount;
    shift.tax += sum.all.tax;
    for (const auto& [tender, amount] : ticket.paid) shift.tenders[tender] += amount;
    shift.rounded += ticket.rounded;
    if (ticket.guided) guided[{shift.store.text, shift.date}] += sum.all.total;
    remember(till, chain, ticket);
    if (!ticket.member.empty()) points[ticket.member] += sum.goods / 100;
    for (const Wish& wish : ticket.wishes) {
        if (wish.ordered) take_order(till, chain, ticket, wish);
        else sold[{shift.store.text, wish.sku.text}] += wish.pieces;
    }
}

void Tally::remember(TillNumber till, const Chain& chain, const Ticket& ticket)
{
    SoldTally sold_ticket;
    const ShiftTally& shift{shift_of(till)};
    sold_ticket.receipt = fmt::format("{}-{}-{:06}", shift.store.text, till, tills.at(till).receipts);
    sold_ticket.store = shift.store;
    sold_ticket.member = ticket.member;
    sold_ticket.guided = ticket.guided;
    for (const auto& [tender, amount] : ticket.paid) {
        if (tender != TenderKind::cod) sold_ticket.tender = tender;
    }
    const bool all_promised{std::all_of(ticket.paid.begin(), ticket.paid.end(),
                                        [](const auto& paid) { return paid.first == TenderKind::cod; })};
    if (all_promised) return;
    for (const Wish& wish : ticket.wishes) {
        sold_ticket.lines.push_back({wish, price_of(chain, wish, !ticket.member.empty()), 0});
    }
    tills.at(till).sold.push_back(std::move(sold_ticket));
}

void Tally::give_back(TillNumber till, const Chain& chain, SoldTally& sale, std::size_t at, std::int64_t pieces,
                      std::int64_t rounded_off)
{
    SoldTally::Line& line{sale.lines[at]};
    const std::int64_t all{line.wish.pieces};
    const std::int64_t refund{SoldTally::part(line.priced.total, all, line.back, pieces)};
    const auto tax_left = [&](std::int64_t back) { return rounded(line.priced.tax, all - back, all); };
    const std::int64_t tax{tax_left(line.back) - tax_left(line.back + pieces)};
    const std::int64_t list{chain.item(line.wish.sku).price.minor() * pieces};
    const std::int64_t points_before{sale.earning() / 100};
    line.back += pieces;

    ++tills.at(till).receipts;
    ShiftTally& shift{shift_of(till)};
    ++shift.tickets;
    shift.pieces -= pieces;
    shift.turnover -= refund;
    shift.tax -= tax;
    shift.discounts -= list - (chain.tax_included ? refund : refund - tax);
    shift.tenders[sale.tender] -= refund;
    shift.rounded -= rounded_off;
    if (sale.guided) guided[{shift.store.text, shift.date}] -= refund;
    if (!sale.member.empty()) points[sale.member] -= points_before - sale.earning() / 100;
    sold[{shift.store.text, line.wish.sku.text}] -= pieces;
}

// A ticket of the simulator holds one order at most, so what is promised is its.
void Tally::take_order(TillNumber till, const Chain& chain, const Ticket& ticket, const Wish& wish)
{
    const ShiftTally& shift{shift_of(till)};
    TillTally& own{tills.at(till)};
    OrderTally order;
    order.till = till;
    order.receipt = fmt::format("{}-{}-{:06}", shift.store.text, till, own.receipts);
    order.sku = wish.sku;
    order.pieces = wish.pieces;
    order.delivery = wish.delivery;
    order.member = ticket.member;
    order.total = price_of(chain, wish, !ticket.member.empty()).total;
    for (const auto& [tender, amount] : ticket.paid) {
        if (tender == TenderKind::cod) order.due += amount;
    }
    order.paid = order.total - order.due;
    order.most_by = largest_tender(ticket);
    orders[{fmt::format("{}-{}-D{:05}", shift.store.text, till, ++own.orders)}] = order;
    if (!ticket.was_missing) return;
    miss(till);
    ++shift_of(till).rescued;
}

void Tally::refund(TillNumber till, const OrderId& order, TenderKind tender)
{
    OrderTally& given{orders.at(order)};
    given.refunded = true;
    ShiftTally& shift{shift_of(till)};
    shift.refunds += given.paid;
    shift.turnover -= given.paid;
    shift.order_turnover -= given.paid;
    shift.tenders[tender] -= given.paid;
}

void Tally::collect(TillNumber till, const OrderId& order, TenderKind tender)
{
    OrderTally& given{orders.at(order)};
    given.collected = true;
    ShiftTally& shift{shift_of(till)};
    shift.tenders[tender] += given.due;
    shift.tenders[TenderKind::cod] -= given.due;
}

void Tally::move_cash(TillNumber till, CashMovement movement, std::int64_t minor)
{
    ShiftTally& shift{shift_of(till)};
    if (movement == CashMovement::paid_in) shift.paid_in += minor;
    else if (movement == CashMovement::paid_out) shift.paid_out += minor;
    else shift.drops += minor;
}

void Tally::miss(TillNumber till)
{
    ++tills.at(till).misses;
    ++shift_of(till).misses;
}

void Tally::close_shift(TillNumber till, std::int64_t counted)
{
    shift_of(till).closed = true;
    shift_of(till).counted = counted;
}

} // namespace guitai::sim
