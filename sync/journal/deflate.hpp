// Many lines on their way: deflated as HTTP means it (zlib, RFC 1950). Knows
// neither lines nor HTTP.
#pragma once

#include "sync/events/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace guitai {

// Shorter texts fit two packets of a network and are sent as they are.
inline constexpr std::size_t deflate_from_bytes{4'096};

[[nodiscard]] std::string deflated(std::string_view plain);

// Refuses `deflate.unreadable` for what was not deflated, was cut, or would be
// longer than `bytes_max`: a few bytes can unfold into gigabytes.
[[nodiscard]] Result<std::string> inflated(std::string_view packed, std::size_t bytes_max);

} // namespace guitai
