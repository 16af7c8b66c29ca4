// Codes that stand behind an address, so that a phone opens a page by what a till scans: HTTPS://HOST/MY/R/GTR1.S01…
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guitai {

inline constexpr std::size_t code_address_bytes_max{160};

// `site` ("https://HOST") in capitals, as a scanner types them all alike, and `way` and `code` behind it.
[[nodiscard]] std::string code_link(std::string_view site, std::string_view way, std::string_view code);

// From `mark` on; empty where there is none. An address may stand before it, or a scanner's word of what it read
// ("]Q1"); a scanner may type the signs of the address otherwise than they are.
[[nodiscard]] std::string_view code_behind_address(std::string_view scanned, std::string_view mark);

} // namespace guitai
