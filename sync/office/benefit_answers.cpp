#include "sync/office/benefit_answers.hpp"

#include "sync/office/projections/coupons.hpp"
#include "sync/office/referrals.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace guitai::office {
namespace {

using Json = nlohmann::ordered_json;

} // namespace

std::string with_benefits(database::Connection& connection, const MemberProfile& profile, std::string_view today,
                          std::string json)
{
    Json referrals = Json::array();
    for (const Referral& one : brought_by(connection, profile.member)) {
        referrals.push_back({{"member", one.invited.text}, {"name", one.name}, {"joined_on", one.joined_on}});
    }
    Json coupons = Json::array();
    for (const CouponMoved& coupon : coupons_of(connection, profile.member, today)) {
        coupons.push_back({{"code", coupon.code},
                           {"promotion", coupon.promotion},
                           {"valid_from", coupon.valid_from},
                           {"valid_to", coupon.valid_to}});
    }
    Json answer = Json::parse(json);
    answer["referred_by"] = profile.referred_by.text;
    answer["referral_depth"] = depth_of(connection, profile.member);
    answer["referrals"] = std::move(referrals);
    answer["coupons"] = std::move(coupons);
    return answer.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace guitai::office
