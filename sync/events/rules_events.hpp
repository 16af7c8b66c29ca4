// What a shop allows: limits per role, rounding of cash, returns, foreign money.
// Data of the head office; a shop that was told nothing has the defaults of a role's table.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"
#include "sync/events/points_rule.hpp"
#include "sync/events/staff_events.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai {

// How far a role may go alone.
struct RoleLimit {
    Role role{Role::clerk};
    BasisPoints discount_max; // Off a line, of its price.
    Money refund_max; // Without a receipt; with one there is no limit.
    bool may_open_drawer{false}; // Without a sale.
    bool may_vouch{false}; // Approves what others may not do alone.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("role", &RoleLimit::role),
                     field("discount_max", &RoleLimit::discount_max),
                     field("refund_max", &RoleLimit::refund_max),
                     field("may_open_drawer", &RoleLimit::may_open_drawer),
                     field("may_vouch", &RoleLimit::may_vouch));
    }

    bool operator==(const RoleLimit&) const = default;
};

// Of a category and everything under it; an empty category is everything.
struct ReturnRule {
    std::string category;
    std::int64_t days{7}; // After the day of the sale; 0: never taken back.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("category", &ReturnRule::category),
                     field("days", &ReturnRule::days));
    }

    bool operator==(const ReturnRule&) const = default;
};

// Foreign cash that the drawer takes.
struct CurrencyRate {
    std::string currency; // ISO 4217.
    std::int64_t fen_per_1000{0}; // Fen for 1,000 of its smallest coin.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("currency", &CurrencyRate::currency),
                     field("fen_per_1000", &CurrencyRate::fen_per_1000));
    }

    bool operator==(const CurrencyRate&) const = default;
};

// Earning points, paying with them (积分抵现), and what a till may hold of them.
struct PointsRules {
    std::int64_t per_yuan{100}; // So many points pay one yuan; 0: this shop takes none.
    std::int64_t unit{1}; // Taken in multiples of it.
    BasisPoints share_max{10'000}; // The part of a ticket that points may pay.
    std::int64_t pending_days{0}; // After the sale before they may be spent; 0: at once.
    std::int64_t till_cap{300'000}; // The most points in the leases of one till: what its loss can cost.
    std::int64_t ahead_max{0}; // Left with the first till of a member's shop, for when the line is down; 0: none.
    std::int64_t minor_per_point{guitai::minor_per_point}; // So many fen earn one point.
    std::int64_t visit{0}; // On top for a member's first purchase of a day (到店积分); 0: none.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("per_yuan", &PointsRules::per_yuan),
                     field("unit", &PointsRules::unit),
                     field("share_max", &PointsRules::share_max),
                     field("pending_days", &PointsRules::pending_days),
                     field("till_cap", &PointsRules::till_cap),
                     field("ahead_max", &PointsRules::ahead_max),
                     later_field("minor_per_point", &PointsRules::minor_per_point),
                     later_field("visit", &PointsRules::visit));
    }

    bool operator==(const PointsRules&) const = default;
};

// 充值赠送: who pays in at least `from` has `bonus` on top.
struct LoadStep {
    Money from;
    Money bonus;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("from", &LoadStep::from),
                     field("bonus", &LoadStep::bonus));
    }

    bool operator==(const LoadStep&) const = default;
};

// Stored value and gift cards. The limits are those that Chinese law sets for cards of
// one firm (单用途商业预付卡管理办法, article 18): 5,000 yuan with a name, 1,000 without.
struct ValueRules {
    Money member_max{Money::from_minor(500'000)}; // The most in a member's purse; zero: there are none here.
    Money gift_max{Money::from_minor(100'000)}; // The most on a gift card; zero: none are sold here.
    Money till_cap{Money::from_minor(2'000'000)}; // The most in the leases of one till: what its loss can cost.
    std::vector<LoadStep> steps; // The highest that is reached counts.
    std::int64_t bonus_days{0}; // How long the bonus is good; 0: it stays.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member_max", &ValueRules::member_max),
                     field("gift_max", &ValueRules::gift_max),
                     field("till_cap", &ValueRules::till_cap),
                     field("steps", &ValueRules::steps),
                     field("bonus_days", &ValueRules::bonus_days));
    }

    bool operator==(const ValueRules&) const = default;
};

// 会费: what a year, or so many months, of paying membership costs here, and the points that it brings.
struct MembershipRules {
    Money fee; // Zero: there is none to pay here.
    std::int64_t points{0};
    std::int64_t months{12}; // How long it holds, and how long its points are good.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("fee", &MembershipRules::fee),
                     field("points", &MembershipRules::points),
                     field("months", &MembershipRules::months));
    }

    bool operator==(const MembershipRules&) const = default;
};

// Which way cash is rounded to the smallest coin in use.
enum class CashRounding { none, down, nearest };
template<>
struct Words<CashRounding> {
    static constexpr std::array<std::pair<CashRounding, std::string_view>, 3> all{{
        {CashRounding::none, "none"},
        {CashRounding::down, "down"},
        {CashRounding::nearest, "nearest"},
    }};
};

// Down: the rules of one shop, replacing what was said of it.
struct ShopRulesSet {
    static constexpr std::string_view kind{"shop_rules_set"};

    PlaceCode store;
    CashRounding rounding{CashRounding::none};
    Money coin; // Cash is rounded to multiples of it.
    std::int64_t hold_minutes{30}; // How long prices and offers hold for a ticket that waits.
    std::vector<RoleLimit> limits;
    std::vector<ReturnRule> returns; // The longest category that fits decides.
    std::vector<CurrencyRate> currencies;
    std::int64_t price_guarantee_days{0}; // A price that falls so soon after the sale is made good; 0: never.
    PointsRules points{};
    ValueRules value{};
    MembershipRules membership{};
    // "https://HOST" of the head office as phones reach it: the QR on a receipt leads to the member's own page there.
    // Empty: nowhere.
    std::string member_site{};
    std::vector<std::string> delivery_slots{}; // "14:00-18:00": when its runner comes (送货上门); empty: at any time.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("store", &ShopRulesSet::store),
                     field("rounding", &ShopRulesSet::rounding),
                     field("coin", &ShopRulesSet::coin),
                     field("hold_minutes", &ShopRulesSet::hold_minutes),
                     field("limits", &ShopRulesSet::limits),
                     field("returns", &ShopRulesSet::returns),
                     field("currencies", &ShopRulesSet::currencies),
                     later_field("price_guarantee_days", &ShopRulesSet::price_guarantee_days),
                     later_field("points", &ShopRulesSet::points),
                     later_field("value", &ShopRulesSet::value),
                     later_field("membership", &ShopRulesSet::membership),
                     later_field("member_site", &ShopRulesSet::member_site),
                     later_field("delivery_slots", &ShopRulesSet::delivery_slots));
    }

    bool operator==(const ShopRulesSet&) const = default;
};

} // namespace guitai
