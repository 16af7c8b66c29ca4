#include "terminal/app/settle_ticket.hpp"

#include "sync/events/purse_account.hpp"
#include "sync/points/points.hpp"
#include "terminal/app/pay_value.hpp"
#include "terminal/app/price_ticket.hpp"
#include "terminal/app/receipt_paper.hpp"
#include "terminal/app/redeem_points.hpp"
#include "terminal/app/return_freight.hpp"
#include "terminal/app/returns.hpp"
#include "terminal/app/talk.hpp"
#include "terminal/app/view_parts.hpp"
#include "terminal/domain/tender.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace guitai {
namespace {

SaleLine sale_line(const CartLine& line, const PricedLine& priced, OrderId order)
{
    SaleLine made;
    made.line_kind = priced.kind;
    made.sku = line.product.sku;
    made.name = line.product.name;
    made.variant = variant_of(line.product);
    made.quantity = line.quantity;
    made.unit = priced.unit;
    made.discount = priced.discount;
    made.total = priced.total;
    made.tax = priced.tax;
    made.tax_rate = line.product.tax_rate;
    made.why = priced.why;
    made.keyed_percent = line.discount.percent;
    made.keyed_amount = line.discount.amount;
    made.guides = line.guides;
    made.note = line.note;
    made.serial = line.mark.serial;
    made.lot = line.mark.lot;
    made.order = std::move(order);
    made.returned_receipt = line.returned.receipt;
    made.returned_line = line.returned.line;
    made.reason = line.returned.reason;
    made.freight = line.returned.freight;
    made.freight_by = freight_payer(made.freight, made.reason);
    made.unit_prices = priced.pieces;
    made.swapped_receipt = line.swap.receipt;
    made.swapped_line = line.swap.line;
    return made;
}

OrderPlaced order_of(const Desk& desk, const CartLine& line, const SaleLine& sold, const SaleCompleted& sale)
{
    OrderPlaced placed;
    placed.order = sold.order;
    placed.receipt = sale.receipt;
    placed.store = sale.store;
    placed.staff = sale.staff;
    placed.member = sale.member;
    placed.sku = sold.sku;
    placed.name = sold.name;
    placed.variant = sold.variant;
    placed.quantity = sold.quantity;
    placed.delivery = line.order.delivery;
    placed.recipient = line.order.recipient;
    placed.total = sold.total;
    placed.stock_as_of_ms = line.order.stock_as_of_ms;
    placed.test = desk.state.view.shop.test;
    placed.slot = line.order.slot;
    return placed;
}

MissChoice choice_of(Delivery delivery)
{
    switch (delivery) {
    case Delivery::ship: return MissChoice::ship_home;
    case Delivery::ship_to_shop: return MissChoice::ship_to_shop;
    case Delivery::collect: break;
    }
    return MissChoice::collect_elsewhere;
}

// Of this ticket: `missing` was asked for and not here, and something else saved the sale.
MissRecorded rescued_miss(const CatalogueItem& missing, const SaleCompleted& sale, std::int64_t number)
{
    MissRecorded miss;
    miss.miss = number;
    miss.store = sale.store;
    miss.staff = sale.staff;
    miss.member = sale.member;
    miss.business_date = sale.business_date;
    miss.style = missing.style;
    miss.colour = missing.colour;
    miss.size = missing.size;
    miss.reason = MissReason::size;
    miss.talk = sale.talk;
    return miss;
}

MissRecorded rescued_by(const CartLine& line, const SaleLine& sold, const SaleCompleted& sale, std::int64_t number)
{
    MissRecorded miss{rescued_miss(line.product, sale, number)};
    miss.rescued_by = sold.order;
    miss.chosen = choice_of(line.order.delivery);
    miss.chosen_sku = sold.sku;
    return miss;
}

// What was taken from the shelf instead of what was not there; not what was put back since.
void add_taken_instead(const Desk& desk, SettledTicket& ticket, std::int64_t misses_before)
{
    for (const TakenInstead& taken : desk.state.instead) {
        const auto& lines = ticket.sale.lines;
        const bool is_sold{std::any_of(lines.begin(), lines.end(), [&](const SaleLine& line) {
            return line.line_kind == LineKind::sale && line.sku == taken.taken;
        })};
        if (!is_sold) continue;
        const auto number = misses_before + static_cast<std::int64_t>(ticket.rescued.size()) + 1;
        MissRecorded miss{rescued_miss(taken.missing, ticket.sale, number)};
        miss.chosen = taken.choice;
        miss.chosen_sku = taken.taken;
        ticket.rescued.push_back(std::move(miss));
    }
}

// What was left to the carrier is owed by the orders, each its part.
void share_payment(SettledTicket& ticket)
{
    Money cod;
    for (const TenderTaken& tender : ticket.sale.tenders) {
        if (tender.tender == TenderKind::cod) cod += tender.amount;
    }
    std::vector<Money> totals;
    for (const OrderPlaced& order : ticket.orders) totals.push_back(order.total);
    const std::vector<Money> due{share_cod(cod, totals)};
    for (std::size_t at{0}; at < due.size(); ++at) {
        ticket.orders[at].due_on_delivery = due[at];
        ticket.orders[at].paid = totals[at] - due[at];
    }
}

SaleCompleted sale_head(const Desk& desk, std::int64_t receipt_count, std::vector<TenderTaken> tenders)
{
    const ShopView& shop{desk.state.view.shop};
    SaleCompleted sale;
    sale.receipt = make_receipt_number(shop.store, shop.till, receipt_count);
    sale.store = shop.store;
    sale.shift = desk.state.shift.shift;
    sale.staff = desk.staff();
    sale.business_date = desk.state.shift.business_date;
    if (desk.state.member) sale.member = desk.state.member->member;
    sale.tenders = std::move(tenders);
    sale.total = desk.state.priced.total;
    sale.tax = desk.state.priced.tax;
    sale.test = shop.test;
    sale.note = desk.state.note;
    sale.talk = talk_to_write(desk);
    sale.talk.step = talk_steps;
    return sale;
}

// As far as this till knows; what is pending is not in it yet.
std::int64_t balance_after(const Desk& desk, const SaleCompleted& sale)
{
    const PointsView before{desk.ports.members.points(sale.member, desk.today())};
    std::int64_t balance{before.balance - before.debt};
    const bool pending{!sale.earned.empty() && !sale.earned.front().matures_on.empty()};
    if (!pending) balance += sale.points_earned;
    for (const PointsRedeemed& spent : sale.spent) balance -= spent.amount;
    for (const ServiceTaken& taken : sale.services) balance -= taken.spent.amount;
    return balance;
}

// What is left in the purses that this ticket paid out of or gave back to, as far as this till knows.
std::vector<ReceiptPurse> purses_after(const Desk& desk, const SaleCompleted& sale)
{
    std::map<std::string, Money> moved;
    for (const ValueSpent& spent : sale.value_spent) moved[spent.account] -= spent.amount;
    for (const ValueRestored& back : sale.value_restored) moved[back.account] += back.amount;
    std::vector<ReceiptPurse> purses;
    for (const auto& [account, amount] : moved) {
        purses.push_back({value_tender(account), shown_account(account),
                          std::max(desk.ports.points->value(account, desk.today()) + amount, Money{})});
    }
    return purses;
}

} // namespace

SettledTicket settle_ticket(const Desk& desk, const std::vector<TenderTaken>& tenders)
{
    const DayReader::Counts counts{desk.ports.days.counts()};
    const ShopView& shop{desk.state.view.shop};
    SettledTicket ticket;
    SaleCompleted& sale{ticket.sale};
    sale = sale_head(desk, counts.receipts + 1, with_points(desk, tenders));

    for (std::size_t at{0}; at < desk.state.cart.lines().size(); ++at) {
        const CartLine& line{desk.state.cart.lines()[at]};
        const bool ordered{line.kind == LineKind::order};
        const auto order_count = counts.orders + static_cast<std::int64_t>(ticket.orders.size()) + 1;
        sale.lines.push_back(sale_line(line, desk.state.priced.lines[at],
                                       ordered ? make_order_id(shop.store, shop.till, order_count) : OrderId{}));
        const SaleLine& sold{sale.lines.back()};
        if (!ordered) continue;
        ticket.orders.push_back(order_of(desk, line, sold, sale));
        ticket.orders.back().points = desk.state.member ? desk.state.priced.lines[at].points : 0;
        if (line.order.was_missing) {
            const auto miss_count = counts.misses + static_cast<std::int64_t>(ticket.rescued.size()) + 1;
            ticket.rescued.push_back(rescued_by(line, sold, sale, miss_count));
        }
    }
    add_taken_instead(desk, ticket, counts.misses);
    share_payment(ticket);
    keep_facts(desk, sale);
    sale.minor_per_point = desk.state.facts.minor_per_point;
    sale.visit_points = visit_points(desk);
    if (desk.state.member) sale.points_earned = desk.state.priced.points + sale.visit_points;
    sale.points_back = points_back(desk);
    put_offers_back(desk, sale);
    if (sale.points_earned != 0) sale.points_expire_on = expiry_of(sale.business_date);
    put_points(desk, sale);
    put_value(desk, sale);
    settle(sale.lines, sale.tenders, sale.total);
    return ticket;
}

namespace {

// A tier of the chain's own making has no word: its name is one.
std::string tier_words(const Desk& desk, const std::string& tier)
{
    const std::string key{"tier." + tier};
    const std::string word{desk.words()(key)};
    return word == key ? tier : word;
}

// As she has it with what this ticket earns.
void put_tier(const Desk& desk, const SaleCompleted& sale, Receipt& receipt)
{
    const auto profile = desk.ports.members.find(sale.member.text);
    if (!profile || desk.ports.member_files == nullptr || desk.state.tiers.steps.empty()) return;
    auto earnings = desk.ports.member_files->earnings(sale.member);
    earnings.push_back({sale.business_date, sale.points_earned});
    for (const PointsBack& back : sale.points_back) {
        if (back.member == sale.member) earnings.push_back({sale.business_date, -back.points});
    }
    const TierStanding standing{tier_standing(desk.state.tiers, earnings, {profile->tier, profile->tier_until},
                                              std::max(sale.business_date, desk.today()))};
    receipt.tier = tier_words(desk, standing.tier.empty() ? std::string{no_tier} : standing.tier);
    if (standing.next.empty()) return;
    receipt.next_tier = tier_words(desk, standing.next);
    receipt.missing = standing.missing;
}

} // namespace

Receipt receipt_of(const Desk& desk, const SettledTicket& ticket)
{
    const ShopView& shop{desk.state.view.shop};
    Receipt receipt;
    receipt.sale = ticket.sale;
    receipt.shop_name = shop.name;
    receipt.tax_mode = desk.tax_mode();
    receipt.at = date_and_minute(desk.now_ms(), shop.utc_offset_minutes);
    if (desk.state.member) {
        receipt.member_name = shown_name(*desk.state.member);
        receipt.points_balance = balance_after(desk, ticket.sale);
        put_tier(desk, ticket.sale, receipt);
    }
    receipt.purses = purses_after(desk, ticket.sale);
    for (const OrderPlaced& order : ticket.orders) {
        const std::string& to{order.delivery == Delivery::collect ? order.recipient.address : order.recipient.name};
        receipt.orders.push_back({order.order, order.delivery, to, order.due_on_delivery});
    }
    name_offers(desk, receipt);
    return receipt;
}

} // namespace guitai
