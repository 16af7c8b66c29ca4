// A picture as a thermal printer burns it: black or nothing. Made of a logo's
// pixels or of a QR code's modules. Knows no file and no command.
#pragma once

#include "sync/qr/qr.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace guitai {

struct Raster {
    std::size_t width{0}, height{0}; // Dots.
    std::vector<unsigned char> bits{}; // Rows of whole bytes, the left dot highest.

    [[nodiscard]] bool empty() const { return width == 0 || height == 0; }
    [[nodiscard]] std::size_t row_bytes() const { return (width + 7) / 8; }
    [[nodiscard]] bool is_black(std::size_t x, std::size_t y) const
    {
        return (bits[y * row_bytes() + x / 8] >> (7 - x % 8) & 1U) != 0;
    }
    bool operator==(const Raster&) const = default;
};

[[nodiscard]] Raster blank_raster(std::size_t width, std::size_t height);
void blacken(Raster& raster, std::size_t x, std::size_t y);

// Four bytes a pixel, row by row, laid on white paper, shrunk to at most `width_max`
// dots and `height_max` rows, and its greys scattered (Floyd and Steinberg). Empty where the
// bytes are fewer than the pixels.
[[nodiscard]] Raster one_bit(std::size_t width, std::size_t height, const std::vector<std::uint8_t>& rgba,
                             std::size_t width_max, std::size_t height_max);

// Each module `dots` wide, with its quiet zone around it. Empty for an empty code.
[[nodiscard]] Raster raster_of(const QrCode& code, std::size_t dots);

} // namespace guitai
