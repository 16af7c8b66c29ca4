// What codes and numbers of ours are made of, so that they stand in an address, a file name and a receipt as they are.
#pragma once

#include <cstddef>
#include <string_view>

namespace guitai {

// 1 to `chars_max` letters, digits, - or _.
[[nodiscard]] bool is_plain_code(std::string_view text, std::size_t chars_max);

} // namespace guitai
