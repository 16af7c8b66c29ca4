// The sums of a shift as rows: what the projection adds to and the reports read.
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/shift_events.hpp"

#include <cstdint>

namespace guitai {

// All zero for a shift that was never opened.
[[nodiscard]] Takings read_takings(database::Connection& connection, std::int64_t shift);
void write_takings(database::Connection& connection, std::int64_t shift, const Takings& takings);

} // namespace guitai
