// Telling the tills what goes with what.
#pragma once

#include "sync/office/office.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace guitai::office {

// Looks at all receipts and says which styles are bought together, as of that ISO date. How many
// pairings that were; where there are none yet, nothing is said.
std::int64_t tell_pairings(Office& office, const database::Transaction& open, const std::string& date,
                           std::string_view actor = {});

// `find-pairings`: tells the tills what all receipts say by now. One line of how much that was.
[[nodiscard]] std::string tell_pairings_now(Office& office);

// The same when a day is closed, once for each date: by then the day's receipts are here.
void tell_pairings_of_day(Office& office, const database::Transaction& open, const std::string& date);

} // namespace guitai::office
