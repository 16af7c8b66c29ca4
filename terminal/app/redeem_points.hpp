// Paying with points (积分抵现): what the ticket takes of them, and what of the sale says
// so. Out of which leases they come is in leases.hpp.
#pragma once

#include "terminal/app/till_state.hpp"

#include <vector>

namespace guitai {

// Prices the ticket with the points that were wished for, as far as it takes them; none while
// they are waited for.
void price_with_points(Desk& desk);

// `tenders` and before them what points pay and, of goods that come back, what goes back as points.
[[nodiscard]] std::vector<TenderTaken> with_points(const Desk& desk, const std::vector<TenderTaken>& tenders);

// Refuses points.left_hand where the hand does not hold what is on the ticket any more: a copy of this till has taken
// over, or news that was kept a moment ago made it another purse's.
[[nodiscard]] Result<void> check_points(const Desk& desk);

// What the ticket earns, spends and restores, written into the sale.
void put_points(const Desk& desk, SaleCompleted& sale);

// The lease that was waited for is here, or the till is armed: goes on where the wish stood.
void go_on_with_points(Desk& desk);

void show_points(Desk& desk);

// How many of `wanted` points the ticket takes; below one is refused, and what RedeemPoints refuses for want of a
// member, of a shop that takes them or of anything to pay.
[[nodiscard]] Result<std::int64_t> points_taken(Desk& desk, std::int64_t wanted);
// Of this ticket's member, what can be spent here without asking anybody.
[[nodiscard]] std::int64_t points_here(const Desk& desk);

} // namespace guitai
