#include "sync/office/console/coupon_rows.hpp"

#include "sync/events/last_day.hpp"
#include "sync/office/console/offer_words.hpp"
#include "sync/office/projections/coupons.hpp"
#include "sync/office/promotions.hpp"

namespace guitai::office {

void fill_coupons(const PageMaker& maker, PageData& page, const MemberId& member, const std::string& today)
{
    const auto coupons = coupons_of(maker.reads, member, today);
    page.when("any_coupons", !coupons.empty());
    if (coupons.empty()) return; // The whole form is read for their names.
    const auto form = promotions_in_force(maker.reads);
    const pricing::PromotionBook none;
    const pricing::PromotionIndex index{(form ? form->book : none).promotions};
    for (const CouponMoved& coupon : coupons) {
        page.add("coupons")
            .set("code", coupon.code)
            .set("name", offer_name(maker, index, coupon.promotion))
            .set("until", last_day_before(coupon.valid_to))
            .when("ends", !coupon.valid_to.empty());
    }
}

} // namespace guitai::office
