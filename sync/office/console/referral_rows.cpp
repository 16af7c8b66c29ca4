#include "sync/office/console/referral_rows.hpp"

#include "sync/office/console/coupon_rows.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/referrals.hpp"

namespace guitai::office {

void fill_referrals(const PageMaker& maker, PageData& member, const MemberProfile& profile, const std::string& today)
{
    const auto brought = brought_by(maker.reads, profile.member);
    const bool was_brought{!profile.referred_by.empty()};
    member.when("any_referral", was_brought || !brought.empty()).when("any_brought", !brought.empty());
    if (was_brought) {
        const auto inviter = find_member(maker.reads, profile.referred_by.text);
        member.add("referred")
            .set("by", profile.referred_by.text)
            .set("by_name", inviter ? inviter->name : "")
            .set("depth", std::to_string(depth_of(maker.reads, profile.member)));
    }
    for (const Referral& one : brought) {
        member.add("brought").set("who", one.invited.text).set("who_name", one.name).set("since", one.joined_on);
    }
    fill_coupons(maker, member, profile.member, today);
}

} // namespace guitai::office
