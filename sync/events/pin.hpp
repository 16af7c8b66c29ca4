// What a PIN looks like, for whoever gives one out and whoever draws its dots.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace guitai {

inline constexpr std::size_t pin_digits_min{4};
inline constexpr std::size_t pin_digits_max{12};

[[nodiscard]] constexpr bool is_pin(std::string_view text)
{
    return text.size() >= pin_digits_min && text.size() <= pin_digits_max &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace guitai
