// States of a member's file behind its keys, and of her own screen, by name.
#pragma once

#include "tests/ui/states.hpp"

namespace guitai::test {

[[nodiscard]] std::vector<ScreenState> privacy_states();

// What she sees of herself, with every part filled.
[[nodiscard]] OwnFileView own_file();

} // namespace guitai::test
