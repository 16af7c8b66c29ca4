#include "tests/sim/tally.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::sim {
namespace {

bool is_of_a_purse(TenderKind tender)
{
    return tender == TenderKind::stored_value || tender == TenderKind::gift_card;
}

// A promise on delivery is no payment: the largest of the others, the first of equals.
TenderKind largest_tender(const Ticket& ticket)
{
    TenderKind tender{TenderKind::cash};
    std::int64_t most{0};
    for (const auto& [kind, amount] : ticket.paid) {
        if (kind == TenderKind::cod || is_of_a_purse(kind) || amount <= most) continue;
        tender = kind;
        most = amount;
    }
    return tender;
}

} // namespace

TicketSum sum_of(const Chain& chain, const Ticket& ticket)
{
    TicketSum sum;
    std::vector<std::int64_t> pieces;
    for (const Wish& wish : ticket.wishes) pieces.push_back(wish.pieces);
    const Reckoned plan{reckon(chain, ticket.wishes, !ticket.member.empty(), pieces, !ticket.coupon.empty())};
    sum.nets = plan.nets;
    sum.coupon_off = plan.coupon_off;
    sum.issued = coupons_for(chain, sum_of(sum.nets));
    for (std::size_t line{0}; line < ticket.wishes.size(); ++line) {
        const Wish& wish{ticket.wishes[line]};
        const std::int64_t net{sum_of(sum.nets[line])};
        const bool shipped{wish.ordered && wish.delivery == Delivery::ship};
        const std::int64_t with_fee{net + (shipped ? chain.delivery_fee.minor() : 0)};
        Priced priced;
        priced.discount = chain.item(wish.sku).price.minor() * wish.pieces - net;
        priced.tax = tax_of(chain, wish, with_fee);
        priced.total = chain.tax_included ? with_fee : with_fee + priced.tax;
        sum.all.total += priced.total;
        sum.all.tax += priced.tax;
        sum.all.discount += priced.discount;
        (wish.ordered ? sum.ordered : sum.earning) += wish.ordered ? priced.total : net;
        sum.pieces += wish.pieces;
        sum.lines.push_back(priced);
    }
    return sum;
}

std::int64_t ShiftTally::cash_in_drawer() const
{
    const auto cash = tenders.find(TenderKind::cash);
    return float_minor + (cash == tenders.end() ? 0 : cash->second) - rounded + paid_in - paid_out - drops;
}

void Tally::load(TillNumber till, TenderKind tender, TenderKind into, std::int64_t minor)
{
    ShiftTally& shift{shift_of(till)};
    shift.tenders[tender] += minor;
    shift.tenders[into] -= minor;
    stored += minor;
}

void Tally::pay_account(TillNumber till, const MemberId& member, TenderKind tender, std::int64_t minor)
{
    ShiftTally& shift{shift_of(till)};
    shift.tenders[tender] += minor;
    shift.tenders[TenderKind::on_account] -= minor;
    owed[member] -= minor;
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
    for (const auto& [tender, amount] : ticket.paid) {
        shift.tenders[tender] += amount;
        if (is_of_a_purse(tender)) stored -= amount;
        if (tender == TenderKind::on_account) owed[ticket.member] += amount;
    }
    shift.rounded += ticket.rounded;
    if (ticket.guided) guided[{shift.store.text, shift.date}] += sum.all.total;
    if (sum.coupon_off > 0) {
        const std::string receipt{fmt::format("{}-{}-{:06}", shift.store.text, till, tills.at(till).receipts)};
        coupons.at(ticket.coupon).took_off[receipt] = sum.coupon_off;
    }
    remember(till, sum, ticket);
    if (!ticket.member.empty()) {
        points[ticket.member] += (sum.earning - ticket.redeemed) / 100 - ticket.redeemed - ticket.services;
        earned[ticket.member] += (sum.earning - ticket.redeemed) / 100;
    }
    for (std::size_t line{0}; line < ticket.wishes.size(); ++line) {
        const Wish& wish{ticket.wishes[line]};
        if (wish.ordered) take_order(till, ticket, wish, sum.lines[line].total, sum_of(sum.nets[line]));
        else sold[{shift.store.text, wish.sku.text}] += wish.pieces;
    }
}

void Tally::remember(TillNumber till, const TicketSum& sum, const Ticket& ticket)
{
    SoldTally sold_ticket;
    const ShiftTally& shift{shift_of(till)};
    sold_ticket.receipt = fmt::format("{}-{}-{:06}", shift.store.text, till, tills.at(till).receipts);
    sold_ticket.till = till;
    sold_ticket.store = shift.store;
    sold_ticket.member = ticket.member;
    sold_ticket.guided = ticket.guided;
    // Into a purse goes back only what came out: the clerk of the simulator gives the rest of the money back.
    for (const auto& [tender, amount] : ticket.paid) {
        const bool gives_back{tender != TenderKind::cod && tender != TenderKind::points && !is_of_a_purse(tender)};
        if (gives_back) sold_ticket.tender = tender;
    }
    const bool all_promised{std::all_of(ticket.paid.begin(), ticket.paid.end(),
                                        [](const auto& paid) { return paid.first == TenderKind::cod; })};
    if (all_promised) return;
    sold_ticket.cash_alone = std::all_of(ticket.paid.begin(), ticket.paid.end(),
                                         [](const auto& paid) { return paid.first == TenderKind::cash; });
    sold_ticket.rounded = ticket.rounded;
    sold_ticket.total = sum.all.total;
    sold_ticket.wishes = ticket.wishes;
    sold_ticket.back.assign(ticket.wishes.size(), 0);
    sold_ticket.nets = sum.nets;
    if (!ticket.member.empty()) sold_ticket.points = (sum.earning - ticket.redeemed) / 100;
    sold_ticket.start = sum.earning;
    sold_ticket.redeemed = ticket.redeemed;
    sold_ticket.services = ticket.services;
    if (sum.coupon_off > 0) sold_ticket.coupon = ticket.coupon;
    std::int64_t number{0};
    for (const Wish& wish : ticket.wishes) {
        sold_ticket.papers.push_back({{{sold_ticket.receipt}, ++number, wish.sku, wish.pieces}});
    }
    tills.at(till).sold.push_back(std::move(sold_ticket));
}

// A ticket of the simulator holds one order at most, so what is promised is its.
void Tally::take_order(TillNumber till, const Ticket& ticket, const Wish& wish, std::int64_t total,
                       std::int64_t net)
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
    order.total = total;
    order.points = ticket.member.empty() ? 0 : net / 100;
    for (const auto& [tender, amount] : ticket.paid) {
        if (tender == TenderKind::cod) order.due += amount;
    }
    order.paid = order.total - order.due;
    order.most_by = largest_tender(ticket);
    for (const auto& [kind, amount] : ticket.paid) order.stored += kind == TenderKind::stored_value ? amount : 0;
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
    if (tender == TenderKind::stored_value) stored += given.paid;
    if (tender == TenderKind::on_account) owed[given.member] -= given.paid;
}

void Tally::collect(TillNumber till, const OrderId& order, TenderKind tender)
{
    OrderTally& given{orders.at(order)};
    given.collected = true;
    ShiftTally& shift{shift_of(till)};
    shift.tenders[tender] += given.due;
    shift.tenders[TenderKind::cod] -= given.due;
}

void Tally::split(const OrderSplit& split)
{
    if (orders.count(split.part) > 0 || orders.count(split.order) == 0) return;
    OrderTally& whole{orders.at(split.order)};
    OrderTally part{whole};
    part.pieces = split.quantity.whole();
    part.total = split.total.minor();
    part.paid = split.paid.minor();
    part.due = split.due_on_delivery.minor();
    part.points = split.points;
    whole.pieces -= part.pieces;
    whole.total -= part.total;
    whole.paid -= part.paid;
    whole.due -= part.due;
    whole.points -= part.points;
    orders[split.part] = part;
}

void Tally::substitute(const OrderSubstituted& instead)
{
    const auto found = orders.find(instead.order);
    if (found != orders.end()) found->second.sku = instead.sku;
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

void Tally::pay_fee(TillNumber till, const MemberId& member, TenderKind tender)
{
    ShiftTally& shift{shift_of(till)};
    shift.tenders[tender] += fee_minor;
    shift.fees += fee_minor;
    points[member] += fee_points;
    fees[fmt::format("{}-{}-F{:05}", shift.store.text, till, ++tills.at(till).fees)] = {member, tender, 0, 0, false};
}

std::string Tally::give_fee_back(TillNumber till, const std::string& name, std::int64_t minor, std::int64_t units)
{
    const auto known = fees.find(name);
    if (known == fees.end()) return fmt::format("gives back fee {}, which nobody paid", name);
    FeeTally& fee{known->second};
    ShiftTally& shift{shift_of(till)};
    shift.tenders[fee.tender] -= minor;
    shift.fees -= minor;
    points[fee.member] -= units;
    fee.given_back += minor;
    fee.points_back += units;
    if (fee.refunded) return fmt::format("gives back fee {} a second time", name);
    fee.refunded = true;
    if (units < 1 || units > fee_points || minor != fee_minor * units / fee_points) {
        return fmt::format("gives {} back of fee {} for {} points", minor, name, units);
    }
    return {};
}

void Tally::give_service_back(SoldTally& sale)
{
    sale.service_back = true;
    points[sale.member] += sale.services;
}

void Tally::close_shift(TillNumber till, std::int64_t counted)
{
    shift_of(till).closed = true;
    shift_of(till).counted = counted;
}

} // namespace guitai::sim
