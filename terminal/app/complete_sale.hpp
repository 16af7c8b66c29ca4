// Taking money towards the ticket in hand, whoever brings it: a person with Pay,
// or a payment terminal.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/till_state.hpp"

#include <vector>

namespace guitai {

// What Pay would take now. Refuses as Pay does, and changes nothing.
[[nodiscard]] Result<TenderTaken> try_tender(const Desk& desk, const Pay& command);

// Puts `taken` on the ticket; where nothing is due any more, the sale is complete.
// `first` is written before it, in one transaction. Throws where the disk fails;
// the ticket is as it was then.
void take_on_ticket(Desk& desk, TenderTaken taken, std::vector<EventBody> first);

} // namespace guitai
