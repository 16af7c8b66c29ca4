// States of a member's file, by name.
#pragma once

#include "tests/ui/states.hpp"

namespace guitai::test {

[[nodiscard]] std::vector<ScreenState> member_states();

// A member with a tier, notes of every kind, consents and one thing to be asked.
[[nodiscard]] MemberView well_known_member();

// Hers: late with the call of the one, in time with the result of the other.
[[nodiscard]] std::vector<ComplaintView> two_complaints();

} // namespace guitai::test
