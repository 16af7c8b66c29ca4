#include "tests/sim/sold_tally.hpp"

#include <algorithm>

namespace guitai::sim {
namespace {

// The points that come back when goods of `left` stay.
std::int64_t points_until(const SoldTally& sale, std::int64_t left)
{
    return sale.start == 0 ? 0 : sale.redeemed * (sale.start - left) / sale.start;
}

Seen as_sold(const Chain& chain, const SoldTally& sale)
{
    Seen seen;
    seen.back.assign(sale.wishes.size(), 0);
    seen.nets = sale.nets;
    seen.points = sale.points;
    seen.issued = coupons_for(chain, sum_of(sale.nets));
    seen.coupon = !sale.coupon.empty();
    return seen;
}

} // namespace

Pieces SoldTally::back_at(TillNumber here) const
{
    Pieces pieces(wishes.size(), 0);
    for (const VisitTally& visit : visits) {
        if (visit.till == here) pieces[visit.line] += visit.pieces;
    }
    return pieces;
}

std::int64_t Seen::earning(const SoldTally& sale) const
{
    std::int64_t sum{0};
    for (std::size_t line{0}; line < sale.wishes.size(); ++line) {
        if (!sale.wishes[line].ordered) sum += sum_of(nets[line]);
    }
    return sum;
}

Seen seen_at(const Chain& chain, const SoldTally& sale, TillNumber till, const Pieces& elsewhere)
{
    Seen seen{as_sold(chain, sale)};
    for (const VisitTally& visit : sale.visits) {
        if (visit.till != till) continue;
        seen = take_back(chain, sale, seen, visit.line, visit.pieces).after;
        seen.rounded_back += visit.rounded;
    }
    seen = take_back(chain, sale, seen, elsewhere).after;
    seen.unaware = seen.back != sale.back;
    return seen;
}

BackTally take_back(const Chain& chain, const SoldTally& sale, const Seen& seen, const Pieces& pieces)
{
    BackTally back;
    back.after = seen;
    Pieces kept;
    for (std::size_t at{0}; at < sale.wishes.size(); ++at) {
        // Nothing comes back a second time.
        back.after.back[at] = std::min(seen.back[at] + pieces[at], sale.wishes[at].pieces);
        kept.push_back(sale.wishes[at].pieces - back.after.back[at]);
    }
    if (back.after.back == seen.back) return back;
    Seen& after{back.after};
    const Reckoned plan{reckon(chain, sale.wishes, !sale.member.empty(), kept, seen.coupon)};
    after.nets = plan.nets;
    const std::int64_t paid{sum_of(seen.nets)};
    const std::int64_t worth{sum_of(after.nets)};
    if (worth > paid) take_off(sale.wishes, after.nets, worth - paid);
    back.refund = std::max<std::int64_t>(0, paid - worth);
    for (std::size_t at{0}; at < sale.wishes.size(); ++at) {
        back.tax += tax_of(chain, sale.wishes[at], sum_of(seen.nets[at])) -
                    tax_of(chain, sale.wishes[at], sum_of(after.nets[at]));
    }
    if (!chain.tax_included) {
        const std::int64_t due{back.tax - seen.tax_owed};
        back.tax = std::max(due, -back.refund); // Nobody pays for giving something back …
        after.tax_owed = back.tax - due;        // … and gets it back with what else comes.
        back.refund += back.tax;
    }
    back.in_points = points_until(sale, after.earning(sale)) - seen.redeemed_back;
    after.redeemed_back += back.in_points;
    after.points = std::min(seen.points, (after.earning(sale) - sale.redeemed + after.redeemed_back) / 100);
    if (sale.member.empty()) after.points = 0;
    back.points = seen.points - after.points;
    // Handed back only where what is kept is really paid without it.
    back.coupon_back = seen.coupon && plan.coupon_off == 0 && worth <= paid;
    if (back.coupon_back) after.coupon = false;
    after.issued = std::min(seen.issued, coupons_for(chain, worth));
    back.coupons_void = seen.issued - after.issued;
    return back;
}

BackTally take_back(const Chain& chain, const SoldTally& sale, const Seen& seen, std::size_t line,
                    std::int64_t pieces)
{
    Pieces all(sale.wishes.size(), 0);
    all[line] = pieces;
    return take_back(chain, sale, seen, all);
}

std::int64_t in_coins(const Chain& chain, const SoldTally& sale, const Seen& before, const Seen& after,
                      std::int64_t refund)
{
    bool all_back{true};
    for (std::size_t at{0}; at < sale.wishes.size(); ++at) {
        all_back = all_back && !sale.wishes[at].ordered && after.back[at] == sale.wishes[at].pieces;
    }
    std::int64_t owing{refund + before.rounded_back};
    if (all_back && sale.cash_alone) {
        owing = std::max<std::int64_t>(0, owing - sale.rounded);
        // Whoever paid in coins that the shop lets go of gets them back.
        if ((sale.total - sale.rounded) % chain.coin_minor != 0) return owing;
    }
    return owing / chain.coin_minor * chain.coin_minor;
}

} // namespace guitai::sim
