#include "terminal/domain/shift.hpp"

#include "sync/events/purse_account.hpp"

#include <algorithm>
#include <string>

namespace guitai {
namespace {

void add_tender(Takings& takings, std::string_view tender, Money amount)
{
    const auto known = std::find_if(takings.tenders.begin(), takings.tenders.end(),
                                    [&](const TenderTotal& total) { return total.tender == tender; });
    if (known != takings.tenders.end()) known->amount += amount;
    else takings.tenders.push_back({std::string{tender}, amount});
}

void add_tender(Takings& takings, TenderKind tender, Money amount)
{
    add_tender(takings, word_of(tender), amount);
    if (tender == TenderKind::cash) takings.cash_taken += amount;
}

void add_tender(Takings& takings, const TenderTaken& taken)
{
    add_tender(takings, taken.tender, taken.amount);
    takings.rounded += taken.rounded;
    // What was rounded off never reached the drawer, and change is given in our own money whatever was handed over.
    takings.cash_taken -= taken.tender == TenderKind::foreign_cash ? taken.change : taken.rounded;
}

} // namespace

void add(Takings& takings, const SaleCompleted& sale)
{
    ++takings.tickets;
    takings.turnover += sale.total;
    takings.tax += sale.tax;
    for (const SaleLine& line : sale.lines) {
        // Cloth by the metre is one piece, however long.
        const std::int64_t pieces{line.quantity.is_whole() ? line.quantity.whole() : 1};
        takings.pieces += line.line_kind == LineKind::return_ ? -pieces : pieces;
        takings.discounts += line.discount;
        if (line.line_kind == LineKind::order) takings.order_turnover += line.total;
    }
    for (const TenderTaken& tender : sale.tenders) add_tender(takings, tender);
}

void add(Takings& takings, const OrderCollected& collected)
{
    if (collected.amount.is_zero()) return;
    add_tender(takings, collected.tender, collected.amount);
    add_tender(takings, TenderKind::cod, -collected.amount);
}

void add(Takings& takings, const OrderBrought& brought)
{
    if (brought.amount.is_zero()) return;
    add_tender(takings, brought.tender, brought.amount);
    add_tender(takings, TenderKind::cod, -brought.amount);
}

void add(Takings& takings, const OrderRefunded& refunded)
{
    takings.refunds += refunded.amount;
    takings.turnover -= refunded.amount;
    takings.order_turnover -= refunded.amount;
    add_tender(takings, refunded.tender, -refunded.amount);
}

void add(Takings& takings, const AccountPaid& paid)
{
    add_tender(takings, paid.taken);
    add_tender(takings, TenderKind::on_account, -paid.taken.amount);
}

void add(Takings& takings, const ValueLoaded& loaded)
{
    add_tender(takings, loaded.taken);
    add_tender(takings, value_tender(loaded.account), -loaded.taken.amount);
}

void add(Takings& takings, const MembershipPaid& paid)
{
    add_tender(takings, paid.taken);
    takings.fees += paid.taken.amount;
}

void add(Takings& takings, const MembershipRefunded& refunded)
{
    add_tender(takings, refunded.given);
    takings.fees += refunded.given.amount;
}

void add(Takings& takings, const CashMoved& moved)
{
    switch (moved.movement) {
    case CashMovement::paid_in: takings.paid_in += moved.amount; return;
    case CashMovement::paid_out: takings.paid_out += moved.amount; return;
    case CashMovement::safe_drop:
    case CashMovement::bank_drop: takings.drops += moved.amount; return;
    }
}

void add(Takings& takings, const MissRecorded& miss)
{
    ++takings.misses;
    if (was_rescued(miss)) ++takings.rescued;
}

Takings sum(std::span<const Takings> parts)
{
    Takings all;
    for (const Takings& part : parts) {
        all.tickets += part.tickets;
        all.pieces += part.pieces;
        all.turnover += part.turnover;
        all.order_turnover += part.order_turnover;
        all.discounts += part.discounts;
        all.tax += part.tax;
        all.refunds += part.refunds;
        all.cash_taken += part.cash_taken;
        all.rounded += part.rounded;
        all.fees += part.fees;
        all.paid_in += part.paid_in;
        all.paid_out += part.paid_out;
        all.drops += part.drops;
        all.misses += part.misses;
        all.rescued += part.rescued;
        for (const TenderTotal& total : part.tenders) add_tender(all, total.tender, total.amount);
    }
    return all;
}

Money expected_cash(Money float_amount, const Takings& takings)
{
    return float_amount + takings.cash_taken + takings.paid_in - takings.paid_out - takings.drops;
}

Money sum(std::span<const Denomination> denominations)
{
    Money all;
    for (const Denomination& denomination : denominations) all += denomination.value * denomination.count;
    return all;
}

bool counts_fit(std::span<const Denomination> denominations)
{
    std::int64_t left{cash_max.minor()};
    for (const Denomination& denomination : denominations) {
        const std::int64_t value{denomination.value.minor()};
        if (value <= 0 || denomination.count < 0 || denomination.count > left / value) return false;
        left -= value * denomination.count;
    }
    return true;
}

} // namespace guitai
