// What came back and what was swapped, at whichever till, and who had sold it: the tally, the tills and the head
// office agree.
#include "tests/sim/oracles.hpp"

#include "sync/office/projections/trade.hpp"
#include "tests/sim/world.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::sim {
namespace {

template<typename Look>
void for_each_sale(World& world, const Look& look)
{
    for (const auto& [till, own] : world.tally().tills) {
        for (const SoldTally& sale : own.sold) look(sale);
    }
}

bool came_back_twice(const SoldTally& sale)
{
    for (std::size_t at{0}; at < sale.wishes.size(); ++at) {
        if (sale.out(at) < 0) return true;
    }
    return false;
}

// Whatever a till has heard of it: what is out by its books is out.
void look_at_till(SimTill& till, const SoldTally& sale, Complaints& complaints)
{
    const ReceiptNumber receipt{sale.receipt};
    const auto known = till.store().days().known_sale(receipt);
    if (!known) {
        if (sale.till == till.number()) complaints.push_back(fmt::format("till {} has no {}", sale.till, sale.receipt));
        return;
    }
    const auto visits = till.store().days().visits(receipt);
    for (std::size_t at{0}; at < sale.wishes.size(); ++at) {
        const auto number = static_cast<std::int64_t>(at) + 1;
        const std::int64_t out{still_out(*known, visits, number).whole()};
        if (out == std::max<std::int64_t>(0, sale.out(at))) continue;
        complaints.push_back(fmt::format("till {} has {} out of line {} of {}, of {}", till.number(), out, number,
                                         sale.receipt, sale.out(at)));
    }
}

// In money and points; an order on it may have carried an offer, so its part counts.
std::int64_t paid_for(const Chain& chain, const SoldTally& sale)
{
    std::int64_t paid{0};
    for (std::size_t at{0}; at < sale.wishes.size(); ++at) {
        const std::int64_t net{sum_of(sale.nets[at])};
        paid += net + (chain.tax_included ? 0 : tax_of(chain, sale.wishes[at], net));
    }
    return paid;
}

// No more goes back than was paid, unless a till took something back that did not know of all that came before.
void look_at_money(const Chain& chain, const SoldTally& sale, Complaints& complaints)
{
    std::int64_t back{0};
    bool unaware{false};
    std::string story;
    for (const VisitTally& visit : sale.visits) {
        back += visit.refund;
        unaware = unaware || visit.unaware;
        story += fmt::format(" till {} {} of line {} for {};", visit.till, visit.pieces, visit.line + 1, visit.refund);
    }
    const std::int64_t paid{paid_for(chain, sale)};
    if (back <= paid || unaware) return;
    complaints.push_back(fmt::format("{} was given back of {}, which cost {}:{}", back, sale.receipt, paid, story));
}

} // namespace

Complaints returns_agree(World& world)
{
    Complaints complaints;
    for_each_sale(world, [&](const SoldTally& sale) {
        for (std::size_t at{0}; at < sale.wishes.size(); ++at) {
            const auto number = static_cast<std::int64_t>(at) + 1;
            const auto line = office::find_receipt_line(world.office().reads(), {sale.receipt}, number);
            const std::int64_t back{line ? line->returned_milli / 1'000 : -1};
            if (back == sale.back[at]) continue;
            complaints.push_back(fmt::format("line {} of {}: the office has {} pieces back, and {} are", number,
                                             sale.receipt, back, sale.back[at]));
        }
        for (SimTill* till : world.tills()) look_at_till(*till, sale, complaints);
        look_at_money(world.chain(), sale, complaints);
    });
    return complaints;
}

Complaints guides_agree(World& world)
{
    Complaints complaints;
    for (const auto& [day, due] : world.tally().guided) {
        std::int64_t found{0};
        for (const auto& [staff, minor] : office::guide_takings_of(world.office().reads(), {day.first}, day.second)) {
            found += minor;
        }
        if (found == due) continue;
        complaints.push_back(
            fmt::format("guides of {} on {} sold {} and the office says {}", day.first, day.second, due, found));
    }
    return complaints;
}

TradeCounts trade_of(World& world)
{
    TradeCounts counts;
    for_each_sale(world, [&](const SoldTally& sale) {
        for (const VisitTally& visit : sale.visits) counts.elsewhere += visit.till == sale.till ? 0 : 1;
        counts.twice += came_back_twice(sale) ? 1 : 0;
    });
    counts.swaps = world.tally().swaps;
    for (const auto& [code, coupon] : world.tally().coupons) {
        counts.coupons += coupon.uses();
        counts.coupons_twice += coupon.uses() - coupon.backs > 1 ? 1 : 0;
        counts.coupons_void += coupon.voids;
    }
    return counts;
}

} // namespace guitai::sim
