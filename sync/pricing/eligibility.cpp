#include "sync/pricing/eligibility.hpp"

#include <algorithm>

namespace guitai::pricing {
namespace {

using Reason = std::optional<std::string_view>;

constexpr std::int64_t hold_minutes_max{24 * 60};

bool holds(const std::vector<std::string>& words, const std::string& word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool share_a_word(const std::vector<std::string>& some, const std::vector<std::string>& others)
{
    return std::any_of(some.begin(), some.end(), [&](const std::string& word) { return holds(others, word); });
}

bool is_under(const std::string& category, const std::string& path)
{
    if (category.size() < path.size() || category.compare(0, path.size(), path) != 0) return false;
    return category.size() == path.size() || category[path.size()] == '/';
}

bool is_on(const When& when, std::int64_t day)
{
    return when.weekdays == 0 || (when.weekdays & (1U << weekday_of(day))) != 0;
}

// A span over midnight belongs to the day it began.
bool is_inside(const When& when, const DailySpan& span, LocalMoment at)
{
    const int minute{minute_of_day(at)};
    const std::int64_t day{day_of(at)};
    if (span.from < span.to) return minute >= span.from && minute < span.to && is_on(when, day);
    if (minute < span.to) return is_on(when, day - 1);
    return minute >= span.from && is_on(when, day);
}

Reason out_of_time(const Promotion& promotion, const Basket& basket)
{
    const Reason now{out_of_force(promotion.when, basket.now)};
    if (!now || !basket.opened || out_of_force(promotion.when, *basket.opened)) return now;
    const std::int64_t hold{std::min(basket.hold_minutes, hold_minutes_max)};
    LocalMoment probe{std::max(basket.opened->minutes, basket.now.minutes - hold)};
    for (; probe <= basket.now; ++probe.minutes) {
        if (!out_of_force(promotion.when, probe)) return std::nullopt;
    }
    return now;
}

bool has_birthday(const BirthdayRule& rule, const MemberFacts& member, LocalMoment now)
{
    if (!member.birthday) return false;
    if (!rule.within_days) return month_of(now) == member.birthday->month;
    return days_from_anniversary(now, *member.birthday) <= *rule.within_days;
}

Reason out_of_company(const Who& who, const Basket& basket)
{
    if (!basket.member) return "members_only";
    const MemberFacts& member{*basket.member};
    if (!who.tiers.empty() && !holds(who.tiers, member.tier)) return "tier";
    if (who.birthday && !has_birthday(*who.birthday, member, basket.now)) return "birthday";
    if (who.first_purchase && member.sales != 0) return "first_purchase";
    return std::nullopt;
}

// One good coupon is enough; the first one's reason stands for all.
Reason out_of_coupons(const Promotion& promotion, const Basket& basket)
{
    Reason first{"no_code"};
    bool any{false};
    for (const HeldCoupon& coupon : basket.coupons) {
        if (coupon.promotion != promotion.id) continue;
        const Reason reason{out_of_date(coupon, basket.now)};
        if (!reason) return std::nullopt;
        if (!any) first = reason;
        any = true;
    }
    return first;
}

} // namespace

bool in_selector(const Selector& selector, const Article& article)
{
    if (selector.all || holds(selector.skus, article.sku)) return true;
    if (!article.style.empty() && holds(selector.styles, article.style)) return true;
    for (const std::string& path : selector.categories) {
        for (const std::string& category : article.categories) {
            if (is_under(category, path)) return true;
        }
    }
    return share_a_word(selector.tags, article.tags) || share_a_word(selector.collections, article.collections);
}

bool in_scope(const Scope& scope, const Article& article)
{
    if (!article.discountable || !in_selector(scope.takes, article)) return false;
    return !scope.except || !in_selector(*scope.except, article);
}

std::optional<std::string_view> out_of_force(const When& when, LocalMoment at)
{
    if (when.from && at < *when.from) return "early";
    if (when.to && at >= *when.to) return "ended";
    if (when.daily.empty()) return is_on(when, day_of(at)) ? Reason{} : Reason{"weekday"};
    const bool inside{std::any_of(when.daily.begin(), when.daily.end(),
                                  [&](const DailySpan& span) { return is_inside(when, span, at); })};
    return inside ? Reason{} : Reason{"hours"};
}

std::optional<std::string_view> out_of_date(const HeldCoupon& coupon, LocalMoment now)
{
    if (coupon.from && now < *coupon.from) return "early";
    if (coupon.to && now >= *coupon.to) return "ended";
    return std::nullopt;
}

std::optional<std::string_view> refusal_of(const Promotion& promotion, const Basket& basket)
{
    if (const Reason reason{out_of_time(promotion, basket)}) return reason;
    if (!promotion.stores.empty() && !holds(promotion.stores, basket.store)) return "store";
    if (promotion.who) {
        if (const Reason reason{out_of_company(*promotion.who, basket)}) return reason;
    }
    if (promotion.needs_coupon) {
        if (const Reason reason{out_of_coupons(promotion, basket)}) return reason;
    }
    if (allowance_of(promotion, basket) == 0) return "limit";
    return std::nullopt;
}

std::optional<std::int64_t> allowance_of(const Promotion& promotion, const Basket& basket)
{
    std::optional<std::int64_t> left{promotion.per_ticket};
    if (!promotion.per_member) return left;
    std::int64_t used{0};
    if (basket.member) {
        const auto found = basket.member->used.find(promotion.id);
        if (found != basket.member->used.end()) used = found->second;
    }
    const std::int64_t own{std::max<std::int64_t>(0, *promotion.per_member - used)};
    return left ? std::min(*left, own) : own;
}

} // namespace guitai::pricing
