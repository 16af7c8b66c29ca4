// The few things the head office asks of libsodium, in its own words. Binary
// values are lower-case hex outside of here.
#pragma once

#include "sync/office/chance.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace guitai::office {

[[nodiscard]] std::string random_hex(Chance& chance, std::size_t bytes);
// Of `length` characters that nobody misreads: no 0 O, 1 I L.
[[nodiscard]] std::string random_code(Chance& chance, std::size_t length);

// Of secrets that are long and random themselves; a PIN needs hash_pin.
[[nodiscard]] std::string hash_of(std::string_view secret);
[[nodiscard]] std::string sha256_of(std::string_view bytes);

// Argon2id, libsodium's text form; about 70 ms and 64 MB.
[[nodiscard]] std::string hash_pin(std::string_view pin);
[[nodiscard]] bool pin_matches(std::string_view pin_hash, std::string_view pin);

// Equal length of time for every wrong answer of the same length.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

// An Ed25519 key as 64 hex digits.
[[nodiscard]] bool is_public_key(std::string_view hex);
// False also for a key or a signature that is none.
[[nodiscard]] bool signature_fits(std::string_view public_key, std::string_view signature, std::string_view text);

using Mac = std::array<std::uint8_t, 32>;
// HMAC-SHA-256. The key is 64 hex digits; another one is a bug: asserts.
[[nodiscard]] Mac mac_of(std::string_view key, std::string_view text);
[[nodiscard]] std::string hex_of(const Mac& mac);
// A key of its own for `purpose`, as 64 hex digits, that says nothing of `secret` (64 hex) itself.
[[nodiscard]] std::string derived_key(std::string_view secret, std::string_view purpose);

// 32 bytes (64 hex) that only the holder of that Ed25519 key can open again: libsodium's sealed box for the
// X25519 key made from it. Nothing where it is no key.
[[nodiscard]] std::optional<std::string> sealed_for(Chance& chance, std::string_view public_key,
                                                    std::string_view secret);

} // namespace guitai::office
