// Goods that come back and change, and the coupons that hang on them.
#include "tests/sim/tally.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::sim {

void Tally::give_back(TillNumber till, const Chain& chain, SoldTally& sale, const VisitTally& visit, Paper& paper,
                      const BackTally& back, std::int64_t kept_back)
{
    const std::int64_t refund{back.refund - kept_back};
    const std::int64_t list{chain.item(paper.sku).price.minor() * visit.pieces};
    ++tills.at(till).receipts;
    ShiftTally& shift{shift_of(till)};
    ++shift.tickets;
    shift.pieces -= visit.pieces;
    shift.turnover -= refund;
    shift.tax -= back.tax;
    shift.discounts -= list - (chain.tax_included ? refund : refund - back.tax);
    shift.tenders[sale.tender] -= refund - back.in_points;
    if (back.in_points != 0) shift.tenders[TenderKind::points] -= back.in_points;
    if (sale.tender == TenderKind::on_account) owed[sale.member] -= refund - back.in_points;
    shift.rounded -= visit.rounded;
    if (sale.guided) guided[{shift.store.text, shift.date}] -= refund;
    if (!sale.member.empty()) {
        const std::int64_t gone{std::min(back.points, sale.points - sale.points_gone)};
        const std::int64_t home{std::min(back.in_points, sale.redeemed - sale.points_home)};
        points[sale.member] -= gone - home;
        sale.points_gone += gone;
        sale.points_home += home;
        earned[sale.member] -= back.points;
    }
    sold[{shift.store.text, paper.sku.text}] -= visit.pieces;
    paper.pieces -= visit.pieces;
    sale.back[visit.line] += visit.pieces;
    sale.visits.push_back(visit);
}

void Tally::swap(TillNumber till, SoldTally& sale, std::size_t line, Paper& from, const Paper& to)
{
    ++tills.at(till).receipts;
    ShiftTally& shift{shift_of(till)};
    ++shift.tickets;
    sold[{shift.store.text, from.sku.text}] -= to.pieces;
    sold[{shift.store.text, to.sku.text}] += to.pieces;
    from.pieces -= to.pieces;
    sale.papers[line].push_back(to); // From here on `from` may be gone.
    ++swaps;
}

std::string Tally::give_coupons(TillNumber till, const std::vector<CouponMoved>& given, std::int64_t due)
{
    const ShiftTally& shift{shift_of(till)};
    const std::string receipt{fmt::format("{}-{}-{:06}", shift.store.text, till, tills.at(till).receipts)};
    auto& own = tills.at(till).sold;
    SoldTally* const sale{!own.empty() && own.back().receipt == receipt ? &own.back() : nullptr};
    for (const CouponMoved& coupon : given) {
        if (coupon.code.rfind(receipt + "-", 0) != 0 || coupons.contains(coupon.code)) {
            return fmt::format("gives out coupon {} with {}", coupon.code, receipt);
        }
        coupons[coupon.code] = {till, coupon.valid_from, coupon.valid_to, {}, 0, 0};
        if (sale != nullptr) sale->issued.push_back(coupon.code);
    }
    if (static_cast<std::int64_t>(given.size()) == due) return {};
    return fmt::format("gives out {} coupons with {} where {} are due", given.size(), receipt, due);
}

} // namespace guitai::sim
