// States of returns, tenders, guides and notes, by name.
#pragma once

#include "tests/ui/states.hpp"

namespace guitai::test {

[[nodiscard]] std::vector<ScreenState> trade_states();

} // namespace guitai::test
