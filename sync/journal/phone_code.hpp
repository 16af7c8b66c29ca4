// The code that is told over the phone when nobody in the shop may allow what a
// clerk asks for: worked out at the head office, checked at the till without a
// line between them. It is bound to one question and to one till's secret. Knows
// no table and no screen.
#pragma once

#include "sync/events/money.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace guitai {

using PhoneSecret = std::array<unsigned char, 32>;

inline constexpr std::size_t phone_code_digits{8};
inline constexpr std::size_t phone_challenge_letters{6};

// What is to be allowed, as both sides of the phone say it.
struct PhoneQuestion {
    std::string action;    // discount.line …
    std::string subject;   // The receipt, line or order it is about.
    Money amount;
    std::string challenge; // Made by the till for this question alone.
};

// Eight digits of HMAC-SHA256 over "action|subject|amount in fen|challenge".
[[nodiscard]] std::string phone_code(const PhoneSecret& secret, const PhoneQuestion& question);

// The same length of time for every code; blanks and dashes in what was typed do not count.
[[nodiscard]] bool phone_code_fits(const PhoneSecret& secret, const PhoneQuestion& question, std::string_view typed);

// 64 hex digits. Nothing: they are none.
[[nodiscard]] std::optional<PhoneSecret> read_phone_secret(std::string_view hex);
[[nodiscard]] std::string hex_of(const PhoneSecret& secret);

// As people read it out: large letters and digits, nothing between. Nothing: it is no challenge.
[[nodiscard]] std::optional<std::string> typed_challenge(std::string_view typed);

} // namespace guitai
