// An average as people read it: on the day report, on the screen and in the console.
#pragma once

#include <cstdint>
#include <string>

namespace guitai {

// "3.4": `sum` over `count`, neither below zero, rounded to a tenth; "—" of nothing.
[[nodiscard]] std::string average_text(std::int64_t sum, std::int64_t count);

} // namespace guitai
