// A QR code as dark and light modules, for paper that can not make its own and for
// the customer's screen. Knows no printer and no pixel.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace guitai {

struct QrCode {
    std::size_t side{0};             // Modules; 0: the text was empty or too long.
    std::vector<unsigned char> dark{}; // side × side, row by row; 1 is dark. Without the quiet zone.

    [[nodiscard]] bool is_dark(std::size_t x, std::size_t y) const { return dark[y * side + x] != 0; }
};

inline constexpr std::size_t qr_quiet_modules{4};

// The smallest code that holds `text`, with error correction M.
[[nodiscard]] QrCode qr_of(std::string_view text);

} // namespace guitai
