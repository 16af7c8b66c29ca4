// Stored value (储值) and gift cards (礼品卡): the key that names the cards, and what the
// screens of other tills are told when money goes into a purse, out of it or back.
#pragma once

#include "sync/office/office.hpp"

#include <vector>

namespace guitai::office {

// Tells that till the chain's key for gift cards, sealed for it alone, unless it was told before.
void share_gift_key(Office& office, const database::Transaction& open, TillNumber till);

// Money of a member nobody knows: value.unknown_member. It stands; it was taken.
[[nodiscard]] std::vector<Refusal> concerns_about_value(database::Connection& connection, const ValueLoaded& loaded);
// Money spent that is in no lease of that till any more: value.spent_twice, a loss with a name.
[[nodiscard]] std::vector<Refusal> concerns_about_value(database::Connection& connection, const Event& event,
                                                        const SaleCompleted& sale);

void tell_value(Office& office, const database::Transaction& open, const Event& event, const ValueLoaded& loaded);
void tell_value(Office& office, const database::Transaction& open, const Event& event, const SaleCompleted& sale);
void tell_value(Office& office, const database::Transaction& open, const Event& event, const OrderRefunded& refunded);

} // namespace guitai::office
