// How long a phone number is, for the fields that take one and the rule that checks it.
#pragma once

#include <cstddef>

namespace guitai {

inline constexpr std::size_t mobile_digits{11}; // Of a mobile phone in China: a field is full.
inline constexpr std::size_t phone_digits_min{5};
inline constexpr std::size_t phone_digits_max{20};

} // namespace guitai
