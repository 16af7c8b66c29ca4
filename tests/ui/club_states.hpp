// States of membership fees and of services that points pay, by name.
#pragma once

#include "tests/ui/states.hpp"

namespace guitai::test {

[[nodiscard]] std::vector<ScreenState> club_states();

} // namespace guitai::test
