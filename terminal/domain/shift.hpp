// What a shift took: the arithmetic of the drawer and of the X, shift and Z
// report, in one place. Change is not takings, a promise on delivery is not
// cash. Knows neither the journal nor a clock; who reads events adds them here.
#pragma once

#include "sync/events/account_events.hpp"
#include "sync/events/fulfil_events.hpp"
#include "sync/events/membership_events.hpp"
#include "sync/events/miss_events.hpp"
#include "sync/events/order_events.hpp"
#include "sync/events/sale_events.hpp"
#include "sync/events/shift_events.hpp"
#include "sync/events/value_events.hpp"

#include <span>

namespace guitai {

// Beyond this variance, either way, a second person must agree.
inline constexpr Money variance_limit{Money::from_minor(5'000)};
// No drawer holds more; a larger float, movement or count is a slip of the hand.
inline constexpr Money cash_max{Money::from_minor(1'000'000'000)};

// Each adds one event to the sums. What they keep true: the tenders add up to
// `turnover` and `fees`, and `cash_taken` is the tender cash, refunds in cash taken off.
void add(Takings& takings, const SaleCompleted& sale);
// The customer came for an order: what was promised on delivery is now paid so.
void add(Takings& takings, const OrderCollected& collected);
void add(Takings& takings, const OrderBrought& brought);
void add(Takings& takings, const OrderRefunded& refunded);
// What was owed is now paid so.
void add(Takings& takings, const AccountPaid& paid);
// Takings of the drawer; turnover only when it is spent.
void add(Takings& takings, const ValueLoaded& loaded);
// Takings of the drawer, and never turnover of goods; what of a fee goes back comes off again.
void add(Takings& takings, const MembershipPaid& paid);
void add(Takings& takings, const MembershipRefunded& refunded);
void add(Takings& takings, const CashMoved& moved);
// `misses` counts every miss, `rescued` the part of them that became an order.
void add(Takings& takings, const MissRecorded& miss);

[[nodiscard]] Takings sum(std::span<const Takings> parts);

// Float + cash taken (net of change and of cash refunds) + paid in − paid out − drops.
[[nodiscard]] Money expected_cash(Money float_amount, const Takings& takings);

// Of notes and coins; negative counts and what passes cash_max are the caller's
// to refuse: see counts_fit().
[[nodiscard]] Money sum(std::span<const Denomination> denominations);
[[nodiscard]] bool counts_fit(std::span<const Denomination> denominations);

} // namespace guitai
