// Whether an offer counts at all for these facts: its time, place, customer,
// coupon and limit; and whether an article is in a scope. Looks at no amount.
#pragma once

#include "sync/pricing/basket.hpp"
#include "sync/pricing/promotion.hpp"

#include <optional>
#include <string_view>

namespace guitai::pricing {

[[nodiscard]] bool in_selector(const Selector& selector, const Article& article);
// An article that takes no discount is in no scope.
[[nodiscard]] bool in_scope(const Scope& scope, const Article& article);

// Nothing: in force at that moment; else early, ended, hours or weekday.
[[nodiscard]] std::optional<std::string_view> out_of_force(const When& when, LocalMoment at);

// Nothing: good at that moment; else early or ended.
[[nodiscard]] std::optional<std::string_view> out_of_date(const HeldCoupon& coupon, LocalMoment now);

// The first reason that speaks against the offer: early, ended, hours, weekday, store, members_only, tier,
// birthday, first_purchase, no_code, limit. An offer that was in force when the ticket was opened still
// counts while it ended less than hold_minutes ago.
[[nodiscard]] std::optional<std::string_view> refusal_of(const Promotion& promotion, const Basket& basket);

// Uses that this ticket has left; nothing: without limit.
[[nodiscard]] std::optional<std::int64_t> allowance_of(const Promotion& promotion, const Basket& basket);

} // namespace guitai::pricing
