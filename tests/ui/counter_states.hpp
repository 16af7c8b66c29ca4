// The counter that advises, in its states.
#pragma once

#include "tests/ui/states.hpp"

namespace guitai::test {

[[nodiscard]] std::vector<ScreenState> counter_states();

} // namespace guitai::test
