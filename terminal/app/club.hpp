// Paying members (会费): which fees are a member's, until when they hold, and giving back
// what is not used of one.
#pragma once

#include "terminal/app/till_state.hpp"

#include <string>
#include <vector>

namespace guitai {

// The last day that any of them holds, those that went back left out; empty where that day is over.
[[nodiscard]] std::string paying_until(const std::vector<FeeView>& fees, std::string_view today);

// Her fees, as this till knows them.
void show_fees(const Desk& desk, MemberView& view);

// What the shop asks for membership, and whether an answer of the head office is waited for.
void show_membership(Desk& desk);

// Whether points of that account are wanted for a fee that goes back.
[[nodiscard]] bool refunds_fee_of(const Desk& desk, const std::string& account);

// The lease that was waited for is here, or the till is armed: goes on where the refund stood.
void go_on_with_fee(Desk& desk);

// Whether a fee waits for the answer that `heard` refuses.
[[nodiscard]] bool hears_fee(const Desk& desk, const HearLease& heard);
// The refund as far as it goes without it: what is in the hand may be all that there is.
[[nodiscard]] Result<void> refund_without_lease(Desk& desk, const HearLease& heard);

} // namespace guitai
