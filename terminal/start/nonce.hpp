// What tells one running process of a till from any other, of a copy of it too.
#pragma once

#include <string>
#include <string_view>

namespace guitai::start {

inline constexpr std::string_view program_version{"0.1.0"};

// 128 random bits as hex, never the same twice.
[[nodiscard]] std::string new_nonce();

} // namespace guitai::start
