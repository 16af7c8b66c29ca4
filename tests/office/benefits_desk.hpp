// An office whose chain gives something for everything, and what a test looks at of it.
#pragma once

#include "sync/journal/verify.hpp"
#include "sync/office/commands/benefits.hpp"
#include "sync/office/commands/imports.hpp"
#include "sync/office/projections/benefits.hpp"
#include "sync/office/projections/coupons.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/schema/schema.hpp"
#include "sync/purses/fold.hpp"
#include "tests/office/fresh_office.hpp"

#include <string>

namespace guitai::office::tests {

inline constexpr std::string_view promotion_file{
    R"({"format": "guitai.promotions", "version": 1, "currency": "CNY", "revision": 1, "promotions": [
    {"id": "W20", "name": {"zh_CN": "迎新券", "en": "Welcome"}, "kind": "order", "code": true,
     "steps": [{"amount_minor": 10000, "off": {"amount_minor": 2000}}]},
    {"id": "ALL", "name": {"zh_CN": "满减", "en": "For all"}, "kind": "order",
     "steps": [{"amount_minor": 90000000, "off": {"amount_minor": 1}}]}]})"};

inline constexpr std::string_view all_benefits{
    R"({"welcome": {"points": 50, "promotion": "W20", "days": 30}, "birthday": {"points": 88, "promotion": "W20"},
    "inviter": {"points": 200, "promotion": "W20", "days": 10}, "invited": {"points": 100}, "points_months": 12})"};

inline void set_all_benefits(FreshOffice& fresh, std::string_view rules = all_benefits)
{
    REQUIRE(import_promotions(*fresh.office, promotion_file));
    const auto set = set_benefits(*fresh.office, rules);
    INFO((set ? "" : set.error().code + " " + set.error().detail));
    REQUIRE(set.has_value());
}

inline MemberEnrolled brought(const MemberId& member, std::string phone, const MemberId& inviter)
{
    MemberEnrolled event{enrolled(member, std::move(phone))};
    event.profile.referred_by = inviter;
    return event;
}

// Points of gifts alone.
inline std::int64_t gift_points(FreshOffice& fresh, const MemberId& member)
{
    std::int64_t sum{0};
    for (const PointsPosted& posted : fresh.news_of<PointsPosted>()) {
        if (posted.reason == PointsReason::gift && posted.member == member) sum += posted.points;
    }
    return sum;
}

inline std::vector<std::string> coupons_held(FreshOffice& fresh, const MemberId& member)
{
    std::vector<std::string> codes;
    for (const CouponMoved& coupon : coupons_of(*fresh.connection, member, "2026-11-22")) codes.push_back(coupon.code);
    return codes;
}

inline std::string last_apart(FreshOffice& fresh)
{
    const auto rows = latest_set_apart(*fresh.connection, {}, 1);
    return rows.empty() ? "" : rows.front().why.code;
}

inline bool is_rebuilt_the_same(FreshOffice& fresh)
{
    const MakeSchema make_schema{[](database::Connection& empty) { REQUIRE(migrate_books(empty).has_value()); }};
    const auto verdict = verify(*fresh.connection, make_schema, make_projections);
    for (const std::string& problem : verdict.problems) UNSCOPED_INFO(problem);
    return verdict.ok;
}

} // namespace guitai::office::tests
