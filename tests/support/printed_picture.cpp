#include "tests/support/printed_picture.hpp"

#include <qrencode.h>

#include <stdexcept>

namespace guitai::test {

PrintedPicture picture_of_bits(std::string_view bits, std::size_t row_bytes, std::size_t rows, std::size_t across,
                               std::size_t down)
{
    PrintedPicture picture{row_bytes * 8 * across, rows * down, {}};
    picture.black.reserve(picture.width * picture.height);
    for (std::size_t y{0}; y < picture.height; ++y) {
        for (std::size_t x{0}; x < picture.width; ++x) {
            const auto byte = static_cast<unsigned char>(bits[y / down * row_bytes + x / across / 8]);
            picture.black.push_back(byte >> (7 - x / across % 8) & 1U);
        }
    }
    return picture;
}

PrintedPicture picture_of_bars(const Code128& code, std::size_t bar_width, std::size_t height)
{
    PrintedPicture picture{0, height, {}};
    for (const unsigned width : code.widths()) picture.width += width * bar_width;
    picture.black.resize(picture.width * height);
    std::size_t x{0};
    bool black{true};
    for (const unsigned width : code.widths()) {
        for (const std::size_t end{x + width * bar_width}; x < end; ++x) {
            for (std::size_t y{0}; y < height; ++y) picture.black[y * picture.width + x] = black ? 1 : 0;
        }
        black = !black;
    }
    return picture;
}

PrintedPicture picture_of_square(const std::string& text, std::size_t module, int correction)
{
    QRcode* const code{::QRcode_encodeData(static_cast<int>(text.size()),
                                           reinterpret_cast<const unsigned char*>(text.data()), 0,
                                           static_cast<QRecLevel>(correction))};
    if (code == nullptr) throw std::runtime_error{"a square code that can not be"};
    const auto modules = static_cast<std::size_t>(code->width);
    PrintedPicture picture{modules * module, modules * module, {}};
    for (std::size_t y{0}; y < picture.height; ++y) {
        for (std::size_t x{0}; x < picture.width; ++x) {
            picture.black.push_back(code->data[y / module * modules + x / module] & 1U);
        }
    }
    ::QRcode_free(code);
    return picture;
}

} // namespace guitai::test
