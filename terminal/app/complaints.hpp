// Complaints at the counter: taken with four promises, and answered one after the other.
#pragma once

#include "terminal/app/complaint_view.hpp"
#include "terminal/app/till_state.hpp"

#include <vector>

namespace guitai {

// Hers: the open ones first, of them the one due first; then the closed ones, the newest first.
[[nodiscard]] std::vector<ComplaintView> complaints_of(const Desk& desk, const MemberId& member);

// What of this shop's complaints is to be done before today ends, and what is late now.
[[nodiscard]] DutyCount duties_today(const Desk& desk);

} // namespace guitai
