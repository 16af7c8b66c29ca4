// Paying out of a purse of money: a member's stored value (储值), or a gift card (礼品卡).
// What the ticket takes is in the hand of this process; what is not is asked for first.
#pragma once

#include "terminal/app/till_state.hpp"

#include <string>
#include <vector>

namespace guitai {

// The purse that a tender is about: the member's of the ticket, or that of a gift card's code. Refuses
// value.needs_member, gift.bad_code and gift.no_key (the head office has sent none yet).
[[nodiscard]] Result<std::string> value_purse(const Desk& desk, TenderKind tender, const std::string& code);

// As much as there is of `command.amount`; what is missing then stays due. Where the head office has to be asked it
// may come later. Refuses value.empty, value.only_offline and all that Pay refuses.
Result<void> pay_with_value(Desk& desk, const Pay& command);
// Refuses value.left_hand where the hand does not hold any more what `tenders` take out of purses: a copy of this till
// has taken over, news made it another purse's, or the day of a bonus is past.
[[nodiscard]] Result<void> check_value(const Desk& desk, const std::vector<TenderTaken>& tenders);
// It goes back only into the purse that it came out of, and no more than came out. Refuses refund.value_too_much.
Result<void> give_value_back(Desk& desk, const Pay& command);
// The most that may go back that way on this ticket.
[[nodiscard]] Money value_room(const Desk& desk, TenderKind tender);

// Whether the ticket draws on that account, or waits to.
[[nodiscard]] bool pays_with_value(const Desk& desk, const std::string& account);
// Out of which lots the tenders come, or into which they go back.
void put_value(const Desk& desk, SaleCompleted& sale);

// The order of that receipt is undone: `amount` of what paid for it goes back into the purse that it came out of.
// Empty where it was paid otherwise, or the receipt is another till's.
[[nodiscard]] std::vector<ValueRestored> restored_for(const Desk& desk, const ReceiptNumber& receipt, Money amount);

// The head office merged her into another number while she pays: her money and points are under that one now.
void rename_purse(TillState& state, const MemberId& before, const MemberId& now);

void go_on_with_value(Desk& desk);
[[nodiscard]] bool hears_value(const Desk& desk, const HearLease& heard);
Result<void> go_on_without_lease(Desk& desk, const HearLease& heard);

void show_value(Desk& desk);

} // namespace guitai
