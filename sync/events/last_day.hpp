// The last day of what ends at a moment, for people: rules are half open, and nobody reads them so.
#pragma once

#include <string>
#include <string_view>

namespace guitai {

// `end` is the first local minute outside ("2026-12-01T00:00"): what ends at midnight was good on the day before.
// ISO date; a text that is no date is given back as it is, empty included.
[[nodiscard]] std::string last_day_before(std::string_view end);

} // namespace guitai
