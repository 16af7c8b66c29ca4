#include "terminal/domain/shop_rules.hpp"

#include <algorithm>
#include <array>

namespace guitai {
namespace {

constexpr std::int64_t return_days_default{7};

struct Default {
    Role role;
    std::int64_t discount_percent;
    std::int64_t refund_fen;
    bool drawer;
    bool vouch;
};

// A privacy officer reads and sells nothing.
constexpr std::array<Default, 6> defaults{{
    {Role::clerk, 10, 20'000, false, false},
    {Role::adviser, 10, 20'000, false, false},
    {Role::owner, 50, 500'000, true, true},
    {Role::office, 50, 500'000, true, true},
    {Role::executive, 50, 500'000, true, true},
    {Role::privacy, 0, 0, false, false},
}};

RoleLimit limit_from(const Default& one)
{
    RoleLimit limit;
    limit.role = one.role;
    limit.discount_max = {one.discount_percent * 100};
    limit.refund_max = Money::from_minor(one.refund_fen);
    limit.may_open_drawer = one.drawer;
    limit.may_vouch = one.vouch;
    return limit;
}

} // namespace

ShopRulesSet default_rules(const PlaceCode& store)
{
    ShopRulesSet rules;
    rules.store = store;
    for (const Default& one : defaults) rules.limits.push_back(limit_from(one));
    return rules;
}

RoleLimit limit_of(const ShopRulesSet& rules, Role role)
{
    const auto named = std::find_if(rules.limits.begin(), rules.limits.end(),
                                    [&](const RoleLimit& limit) { return limit.role == role; });
    if (named != rules.limits.end()) return *named;
    return limit_from(*std::find_if(defaults.begin(), defaults.end(),
                                    [&](const Default& one) { return one.role == role; }));
}

BasisPoints discount_max_of_all(const ShopRulesSet& rules)
{
    BasisPoints most{};
    for (const Default& one : defaults) most = std::max(most, limit_of(rules, one.role).discount_max);
    return most;
}

bool lies_under(std::string_view category, std::string_view above)
{
    if (above.empty()) return true;
    return category.substr(0, above.size()) == above &&
           (category.size() == above.size() || category[above.size()] == '/');
}

Money in_coins(const ShopRulesSet& rules, Money due)
{
    const std::int64_t coin{rules.coin.minor()};
    if (rules.rounding == CashRounding::none || coin <= 1) return due;
    const std::int64_t amount{due.is_negative() ? -due.minor() : due.minor()};
    const std::int64_t up{rules.rounding == CashRounding::nearest ? coin / 2 : 0};
    const std::int64_t rounded{(amount + up) / coin * coin};
    return Money::from_minor(due.is_negative() ? -rounded : rounded);
}

std::int64_t return_days(const ShopRulesSet& rules, std::string_view category)
{
    const ReturnRule* best{nullptr};
    for (const ReturnRule& rule : rules.returns) {
        if (!lies_under(category, rule.category)) continue;
        if (best == nullptr || rule.category.size() > best->category.size()) best = &rule;
    }
    return best == nullptr ? return_days_default : best->days;
}

std::optional<CurrencyRate> rate_of(const ShopRulesSet& rules, std::string_view currency)
{
    for (const CurrencyRate& rate : rules.currencies) {
        if (rate.currency == currency) return rate;
    }
    return {};
}

Money worth_here(const CurrencyRate& rate, std::int64_t foreign_minor)
{
    return Money::from_minor(foreign_minor).scaled(rate.fen_per_1000, 1'000);
}

} // namespace guitai
