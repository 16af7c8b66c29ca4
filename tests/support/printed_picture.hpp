// The dots of what a printer is told to draw: rasters, bars, square codes.
#pragma once

#include "tests/support/code128.hpp"
#include "tests/support/escpos_printer.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace guitai::test {

// Rows of whole bytes, the left dot highest; each dot so many across and down.
[[nodiscard]] PrintedPicture picture_of_bits(std::string_view bits, std::size_t row_bytes, std::size_t rows,
                                             std::size_t across, std::size_t down);
[[nodiscard]] PrintedPicture picture_of_bars(const Code128& code, std::size_t bar_width, std::size_t height);
// A QR code without its quiet zone; `correction` from 0 (L) to 3 (H). Throws where the text is too long.
[[nodiscard]] PrintedPicture picture_of_square(const std::string& text, std::size_t module, int correction);

} // namespace guitai::test
