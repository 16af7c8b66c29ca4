// How often this program asked the disk to keep something.
#pragma once

#include <cstdint>

namespace guitai::bench {

// Calls of fsync and fdatasync so far, by any library in this program.
[[nodiscard]] std::int64_t syncs_so_far();

} // namespace guitai::bench
