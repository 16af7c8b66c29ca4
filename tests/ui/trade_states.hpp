// States of returns, tenders, guides, notes and tried codes, by name.
#pragma once

#include "tests/ui/states.hpp"

namespace guitai::test {

[[nodiscard]] std::vector<ScreenState> trade_states();

} // namespace guitai::test
