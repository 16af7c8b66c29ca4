// What a printer answers when it is asked how it is (DLE EOT n): one byte each for
// the whole of it, for why it is offline, and for its paper. Knows no cable.
#pragma once

#include "terminal/app/view.hpp"

#include <optional>
#include <string_view>

namespace guitai {

// Asks for the three bytes at once.
inline constexpr std::string_view ask_status{"\x10\x04\x01\x10\x04\x02\x10\x04\x04", 9};
inline constexpr std::size_t status_bytes{3};

// The trouble in an answer; nothing where it is no answer to the question (too short, or
// bytes without the fixed bits). Nearly out of paper is no trouble yet.
[[nodiscard]] std::optional<PrinterTrouble> trouble_in(std::string_view answer);

} // namespace guitai
