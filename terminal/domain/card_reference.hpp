// How a card tender names the charge behind it: the slip's number for people,
// and behind a mark the key that the terminal knows the charge by. Knows no terminal.
#pragma once

#include <string>
#include <string_view>

namespace guitai {

// "000123 #S01-1-C00005-6926b3a0". `slip` is cut to what a receipt has room for.
[[nodiscard]] std::string card_reference(std::string_view slip, std::string_view key);

// The key in it; empty where a person typed the reference.
[[nodiscard]] std::string_view card_key_in(std::string_view reference);

// What a person typed, so that it never reads as a key.
[[nodiscard]] std::string typed_reference(std::string_view reference);

} // namespace guitai
