#include "terminal/app/void_coupons.hpp"

#include <algorithm>

namespace guitai {
namespace {

enum class Fate { good, spent, gone };

struct Issued {
    CouponMoved coupon;
    Fate fate{Fate::good};
    Money took_off{};
};

bool holds(const std::vector<CouponMoved>& coupons, const std::string& code)
{
    return std::any_of(coupons.begin(), coupons.end(), [&](const CouponMoved& one) { return one.code == code; });
}

Money taken_off_by(const SaleCompleted& sale, const std::string& promotion)
{
    Money sum;
    for (const SaleLine& line : sale.lines) {
        for (const PriceReason& why : line.why) {
            if (why.promotion == promotion) sum += why.amount;
        }
    }
    return sum;
}

Issued look_at(const Desk& desk, const CouponMoved& coupon)
{
    Issued issued{coupon};
    const auto row = desk.ports.offers == nullptr ? std::nullopt : desk.ports.offers->coupon(coupon.code);
    if (!row || row->used_on.empty()) return issued;
    issued.fate = Fate::spent;
    const auto ticket = desk.ports.days.known_sale(row->used_on);
    if (!ticket) return issued;
    // An earlier return may have made it void; its row names that ticket then.
    if (holds(ticket->coupons_void, coupon.code)) issued.fate = Fate::gone;
    else issued.took_off = taken_off_by(*ticket, coupon.promotion);
    return issued;
}

} // namespace

VoidCoupons void_coupons(const Desk& desk, const KnownSale& known)
{
    VoidCoupons all;
    auto left = known.back.coupons_void;
    if (left.empty()) return all;
    std::vector<Issued> issued;
    for (const CouponMoved& coupon : known.sale.coupons_issued) issued.push_back(look_at(desk, coupon));
    std::stable_sort(issued.begin(), issued.end(), [](const Issued& a, const Issued& b) { return a.fate < b.fate; });
    for (const Issued& one : issued) {
        if (one.fate == Fate::gone || left[one.coupon.promotion]-- <= 0) continue;
        all.coupons.push_back(one.coupon);
        all.spent += one.took_off;
    }
    return all;
}

} // namespace guitai
