// What the ticket in hand is priced with: the moment, the customer, the offers in
// force. Works out no price itself.
#pragma once

#include "terminal/app/till_state.hpp"

namespace guitai {

// Prices the ticket anew with the facts of now; once a tender has begun, with those it had.
void price_ticket(Desk& desk);

// The facts as they would be for a ticket that was opened then.
[[nodiscard]] PriceFacts facts_for(const Desk& desk, const std::optional<MemberProfile>& member,
                                   const std::vector<pricing::HeldCoupon>& coupons,
                                   std::optional<pricing::LocalMoment> opened);

// On top for the member's first purchase of the day, of goods taken along, as far as this till has heard; 0: none.
[[nodiscard]] std::int64_t visit_points(const Desk& desk);

// What is written down of the facts with the sale, so that a return finds the same terms.
void keep_facts(const Desk& desk, SaleCompleted& sale);

// The coupons that the ticket uses up as it is priced: of each promotion the first good one, however
// many were handed over.
[[nodiscard]] std::vector<pricing::HeldCoupon> coupons_used(const TillState& state);

// The same coupon in the words of the books.
[[nodiscard]] CouponMoved moved(const pricing::HeldCoupon& coupon);
[[nodiscard]] pricing::HeldCoupon held(const CouponMoved& coupon);

} // namespace guitai
