// What an event of one till means for all the others: stock that left, points
// that were earned, an order that another till of the shop may be asked about.
#pragma once

#include "sync/office/office.hpp"

#include <vector>

namespace guitai::office {

// What people should know about `event`, which is not in the books yet: content at
// fault, an unknown SKU, a step that is not possible. None of it stops the event.
[[nodiscard]] std::vector<Refusal> concerns_about(database::Connection& connection, const Event& event);

// Writes the news that follow from `event`, which has just been put into the
// books, in the same transaction.
void tell(Office& office, const database::Transaction& open, const Event& event);

} // namespace guitai::office
