#include "sync/events/average.hpp"

#include <fmt/format.h>

namespace guitai {

std::string average_text(std::int64_t sum, std::int64_t count)
{
    if (count <= 0) return "—";
    const std::int64_t tenths{(sum * 10 + count / 2) / count};
    return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

} // namespace guitai
