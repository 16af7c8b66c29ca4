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

// No leases any more for the till, nor for the branch that is named: what it spends is of the leases of its stem.
void set_aside(database::Connection& connection, const TillSetAside& aside);
// The till whose leases `origin` spends: its own, but for a branch.
[[nodiscard]] TillNumber stem_of(database::Connection& connection, TillNumber origin);
[[nodiscard]] bool is_branch(database::Connection& connection, TillNumber origin);

} // namespace guitai::purses
