// States of stored value and gift cards, by name.
#pragma once

#include "tests/ui/states.hpp"

namespace guitai::test {

[[nodiscard]] std::vector<ScreenState> value_states();

} // namespace guitai::test
