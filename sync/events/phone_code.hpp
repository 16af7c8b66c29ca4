// Codes by telephone: what both ends sign with the key they share, and how a
// signature becomes digits that a person can read out. Pure; the signing itself
// (HMAC-SHA-256) is done by whoever holds the key.
#pragma once

#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace guitai {

inline constexpr std::size_t phone_nonce_digits{4};
inline constexpr std::size_t phone_check_digits{4};
inline constexpr std::size_t phone_request_digits{phone_nonce_digits + phone_check_digits};
inline constexpr std::size_t phone_code_digits{8};

using PhoneMac = std::array<std::uint8_t, 32>;

// What a code allows: this once, at this till, on this ticket, for this amount.
struct PhoneQuestion {
    TillNumber till{0};
    std::string action{}; // The dotted name of what is to be allowed.
    std::int64_t ticket{0};
    Money amount{};
    std::string nonce{}; // Digits of chance, so that no two questions are alike.
};

// What the till signs, for its request to show that it is about these very facts …
[[nodiscard]] std::string signed_request(const PhoneQuestion& question);
// … and what the head office signs to allow it.
[[nodiscard]] std::string signed_grant(const PhoneQuestion& question);

// `digits` (at most 9) decimal digits of a signature: the dynamic truncation of RFC 4226, section 5.3, with the
// longer hash of RFC 6238.
[[nodiscard]] std::string digits_of(const PhoneMac& mac, std::size_t digits);

// The request as it is read out: the nonce and the digits of the signature over it.
[[nodiscard]] std::string phone_request(const PhoneQuestion& question, const PhoneMac& request_mac);

// Digits only, as people type them: spaces and dashes between are passed over.
[[nodiscard]] std::string typed_digits(std::string_view text);

} // namespace guitai
