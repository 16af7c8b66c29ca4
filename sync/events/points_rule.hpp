// What a point costs where a shop's rules say nothing else: one for every whole yuan.
#pragma once

#include <cstdint>

namespace guitai {

inline constexpr std::int64_t minor_per_point{100};

} // namespace guitai
