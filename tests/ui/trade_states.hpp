// States of returns, tenders, guides, notes and tried codes, by name.
#pragma once

#include "tests/ui/states.hpp"

namespace guitai::test {

[[nodiscard]] std::vector<ScreenState> trade_states();

// A ticket in hand, and that sheet over it.
[[nodiscard]] ScreenState selling_with(std::string name, ui::SaleSheet sheet);

} // namespace guitai::test
