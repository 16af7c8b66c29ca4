// Where the tests find what stands beside the code, and where they may leave pictures.
#pragma once

#include <string>

namespace guitai::test {

// Functions in a file of their own: as macros the two paths would stand in every
// compile line, and a second clone could not take over what the first compiled.
[[nodiscard]] std::string source_root();
[[nodiscard]] std::string build_root();

} // namespace guitai::test
