// What a point costs: one for every whole yuan. The one place that says so.
#pragma once

#include <cstdint>

namespace guitai {

inline constexpr std::int64_t minor_per_point{100};

} // namespace guitai
