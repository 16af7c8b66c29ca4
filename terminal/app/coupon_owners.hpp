// Whose coupons are, where they are anybody's in particular. Who reads the offers may know it too.
#pragma once

#include "terminal/app/ports.hpp"

#include <string_view>

namespace guitai {

class CouponOwners {
public:
    CouponOwners() = default;
    virtual ~CouponOwners() = default;
    CouponOwners(const CouponOwners&) = delete;
    CouponOwners& operator=(const CouponOwners&) = delete;

    // Empty: of whoever holds the paper, or not known.
    [[nodiscard]] virtual MemberId owner_of(std::string_view code) const = 0;
    // The chain gives coupons of that promotion to members one by one: its name alone opens nothing.
    [[nodiscard]] virtual bool is_given_to_members(std::string_view promotion) const = 0;
};

// Null: every coupon is of whoever holds it.
[[nodiscard]] inline const CouponOwners* coupon_owners(const OfferReader* offers)
{
    return dynamic_cast<const CouponOwners*>(offers);
}

} // namespace guitai
