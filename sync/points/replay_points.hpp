// Plays a file of worked histories of points through the book and says which end
// otherwise than the file expects. The file's text comes in; nothing is opened here.
#pragma once

#include "sync/events/replay_report.hpp"
#include "sync/events/result.hpp"

#include <string_view>

namespace guitai::purse {

// Refuses points.not_a_file (no JSON, where; or no `cases`) and points.bad_value (the
// place: "cases[3].events[0].amount").
[[nodiscard]] Result<ReplayReport> replay_points(std::string_view text);

} // namespace guitai::purse
