// Coupons (优惠券) that the customer hands over. Which of them are used, the best
// plan decides: one that brings nothing is never burnt.
#include "terminal/app/coupons.hpp"

#include "terminal/app/coupon_owners.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"
#include "terminal/domain/columns.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::size_t code_bytes_max{60};
constexpr std::size_t coupons_max{20};

auto find(std::vector<pricing::HeldCoupon>& coupons, const std::string& code)
{
    return std::find_if(coupons.begin(), coupons.end(), [&](const auto& coupon) { return coupon.code == code; });
}

bool is_open_to_all(const Desk& desk, const pricing::Promotion* promotion)
{
    if (promotion == nullptr) return false;
    const CouponOwners* const owners{coupon_owners(desk.ports.offers)};
    return owners == nullptr || !owners->is_given_to_members(promotion->id);
}

// A paper is good for whoever holds it; what was given to a member is good on her tickets alone.
bool is_of_another(const Desk& desk, const std::string& code)
{
    const CouponOwners* const owners{coupon_owners(desk.ports.offers)};
    const MemberId owner{owners == nullptr ? MemberId{} : owners->owner_of(code)};
    if (owner.empty()) return false;
    if (!desk.state.member) return true;
    const MemberId& here{desk.state.member->member};
    if (owner == here) return false;
    const auto known = desk.ports.members.find(owner.text); // She may be kept under another number by now.
    return !known || (known->member != here && known->merged_into != here);
}

} // namespace

Result<pricing::HeldCoupon> known_coupon(const Desk& desk, const std::string& code)
{
    const OfferReader* const offers{desk.ports.offers};
    if (offers == nullptr) return refuse("coupon.unknown", cut_to(code, code_bytes_max));
    if (const auto coupon = offers->coupon(code)) {
        if (coupon->used_on.empty()) return coupon->held;
        return refuse("coupon.used", coupon->used_on.text);
    }
    const auto in_force = offers->in_force();
    const pricing::Promotion* const open{in_force ? in_force->public_coupon(code) : nullptr};
    if (!is_open_to_all(desk, open)) return refuse("coupon.unknown", cut_to(code, code_bytes_max));
    return pricing::HeldCoupon{.promotion = open->id, .code = code};
}

std::string put_used_coupons_away(Desk& desk)
{
    std::string gone;
    if (!desk.state.tenders.empty()) return gone; // The price was agreed on.
    std::erase_if(desk.state.coupons, [&](const pricing::HeldCoupon& coupon) {
        const auto known = known_coupon(desk, coupon.code);
        const bool used{!known && known.error().code == "coupon.used"};
        if (used) gone = coupon.code;
        return used;
    });
    return gone;
}

Result<void> perform(Desk& desk, const AddCoupon& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    auto& coupons = desk.state.coupons;
    if (find(coupons, command.code) != coupons.end()) {
        return refuse("coupon.twice", cut_to(command.code, code_bytes_max));
    }
    if (coupons.size() >= coupons_max) return refuse("coupon.too_many", std::to_string(coupons_max));
    auto coupon = known_coupon(desk, command.code);
    if (!coupon) return refuse(coupon.error());
    if (is_of_another(desk, command.code)) return refuse("coupon.of_another", cut_to(command.code, code_bytes_max));
    coupons.push_back(std::move(*coupon));
    show_cart(desk);
    return {};
}

Result<void> perform(Desk& desk, const RemoveCoupon& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    const auto found = find(desk.state.coupons, command.code);
    if (found == desk.state.coupons.end()) return refuse("coupon.not_here", cut_to(command.code, code_bytes_max));
    desk.state.coupons.erase(found);
    show_cart(desk);
    return {};
}

} // namespace guitai
