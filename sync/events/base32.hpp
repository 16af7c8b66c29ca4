// RFC 4648 base 32 without its filling: only capitals and digits, for what a scanner types.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace guitai {

// Of bytes of any number.
[[nodiscard]] std::string base32(const unsigned char* bytes, std::size_t count);
[[nodiscard]] std::string base32(std::string_view bytes);

// The bytes; nothing where `text` holds anything else, or could be written otherwise.
[[nodiscard]] std::optional<std::string> bytes_of_base32(std::string_view text);

} // namespace guitai
