// Plays a file of worked tickets through the engine and says which differ from
// what the file expects. The file's text comes in; nothing is opened here.
#pragma once

#include "sync/events/replay_report.hpp"
#include "sync/events/result.hpp"

#include <string_view>

namespace guitai::pricing {

using guitai::DifferingCase;
using guitai::ReplayReport;

// Refuses tickets.not_a_file, tickets.bad_value, tickets.unknown_promotion, document.* and promotion.*.
[[nodiscard]] Result<ReplayReport> replay_tickets(std::string_view text);

} // namespace guitai::pricing
