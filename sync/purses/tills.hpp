// Which processes of a till the head office has seen begin and end: by them it is known whose
// hand a lease is in.
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/event.hpp"

#include <cstdint>
#include <string_view>

namespace guitai::purses {

// A new process: it carries the leases of the one before, where that ended in order; else they rest.
void start(database::Connection& connection, const Event& event, const TillStarted& started);
// `column` of its row: stopped, set_aside or written_off.
void mark_till(database::Connection& connection, TillNumber till, std::string_view column, std::int64_t value);

} // namespace guitai::purses
