// The naive rules: each is what a programmer in a hurry would write instead of one rule of the leases. They are planted
// from outside, around the real code, so that the oracles are seen to find them.
#pragma once

#include "sync/office/writer.hpp"
#include "tests/sim/dice.hpp"

#include <memory>
#include <string_view>

namespace guitai::leases {

enum class Naive {
    none,
    // At the head office.
    clock_takes_back,     // What is out at tills is in the purse again a moment later.
    carries_after_crash,  // A start after a crash has the leases of the process before.
    carries_resting,      // A clean stop and start brings resting leases back.
    own_earnings_twice,   // What is born at a till goes into the purse at once, too.
    restores_twice,       // What came back of a redemption is not remembered.
    expires_leased,       // A day takes what is out at tills as well.
    claws_leased,         // A debt is taken out of what is at tills.
    drops_waiting,        // A refund that comes before its sale is forgotten.
    ignores_debt,         // What could not be taken back is forgotten.
    writes_off_unnamed,   // A till is written off without saying what that may cost.
    trusts_returns,       // Credits what a till says it gives back.
    merge_adds_balances,  // Two members become one: the sums are added, leases are forgotten.
    lends_without_lock,   // Two processes read the purse, and then both lend.
    takes_in_without_lock, // One takes a return in while the other has read already.
    applies_repeats,      // What is sent again is counted again.
    passes_over_gaps,     // What was lost on the way is not asked for.
    believes_aside,       // Takes the owner's word for a till that is set aside.
    same_history,         // Put back to an older copy, it goes on as if nothing had been.
    lends_while_restoring, // Put back, it lends before any till has shown what it holds.
    hears_before_shown,   // Put back, it counts what tills spent before it knows their leases.
    recovers_early,       // It lends again once all tills have shown, and not when their journals are here.
    forgets_arming,       // It does not arm a till again that was waiting for that.
    // At a till.
    fills_hand_at_start,  // After any start what its rows hold is in the hand.
    ignores_nonce,        // Is armed by the answer to any start.
    never_superseded,     // Does not mind that another process of this till was armed.
    takes_any_epoch,      // A grant for another start will do.
    keeps_returned        // Spends of a lease after its return.
};

// The triggers that make the office's tables do what the rule says; empty: it needs none.
[[nodiscard]] std::string_view triggers_of(Naive rule);

// The office's writer with the rule around it.
[[nodiscard]] std::unique_ptr<office::Writing> writing_with(Naive rule, office::Office& office, sim::Dice& dice);

} // namespace guitai::leases
