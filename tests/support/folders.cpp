#include "tests/support/folders.hpp"

namespace guitai::test {

std::string source_root() { return SOURCE_ROOT; }
std::string build_root() { return BUILD_ROOT; }

} // namespace guitai::test
