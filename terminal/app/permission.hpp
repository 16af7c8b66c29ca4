// What the till must be in the middle of for a command, and who is asked when a role
// may not do it alone. How far a role goes is a rule of the shop: domain/shop_rules.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/command.hpp"
#include "terminal/app/till_state.hpp"

namespace guitai {

// Refuses staff.not_signed_in for everything but signing in, the clock and sync.
[[nodiscard]] Result<void> must_be_signed_in(const Desk& desk, const Command& command);

// Refuses shift.not_open.
[[nodiscard]] Result<void> must_have_shift(const Desk& desk);

// Before the ticket changes: refuses shift.not_open and, once part of it is paid,
// pay.under_way. Puts the last sale's "done" away.
[[nodiscard]] Result<void> begin_edit(Desk& desk);

// Whether the command only looks: it leaves banner and pending approval alone.
[[nodiscard]] bool only_looks(const Command& command);

// Nobody touched the till for it.
[[nodiscard]] bool comes_from_a_device(const Command& command);

// Keeps `command` until a second person allows it, and refuses with `code`.
[[nodiscard]] Result<void> ask_approval(Desk& desk, Command command, std::string code, OverrideGiven given);

} // namespace guitai
