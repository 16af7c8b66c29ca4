// A scanner held over the paper: zbar, which shares nothing with what drew it.
#include "tests/support/escpos_printer.hpp"

#ifdef GUITAI_HAS_ZBAR
#include <zbar.h>
#endif

namespace guitai::test {

#ifdef GUITAI_HAS_ZBAR

bool can_scan_pictures() { return true; }

std::vector<std::string> scan_picture(const PrintedPicture& picture)
{
    constexpr unsigned margin{40};
    const auto width = static_cast<unsigned>(picture.width) + 2 * margin;
    const auto height = static_cast<unsigned>(picture.height) + 2 * margin;
    std::vector<unsigned char> grey(static_cast<std::size_t>(width) * height, 255);
    for (std::size_t y{0}; y < picture.height; ++y) {
        for (std::size_t x{0}; x < picture.width; ++x) {
            if (picture.black[y * picture.width + x] != 0) grey[(y + margin) * width + x + margin] = 0;
        }
    }
    zbar::zbar_image_scanner_t* const scanner{zbar::zbar_image_scanner_create()};
    zbar::zbar_image_scanner_set_config(scanner, zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    zbar::zbar_image_scanner_set_config(scanner, zbar::ZBAR_CODE128, zbar::ZBAR_CFG_ENABLE, 1);
    zbar::zbar_image_scanner_set_config(scanner, zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    zbar::zbar_image_t* const image{zbar::zbar_image_create()};
    constexpr unsigned long eight_bits{0x30303859}; // "Y800"
    zbar::zbar_image_set_format(image, eight_bits);
    zbar::zbar_image_set_size(image, width, height);
    zbar::zbar_image_set_data(image, grey.data(), grey.size(), nullptr);
    zbar::zbar_scan_image(scanner, image);
    std::vector<std::string> read;
    for (const zbar::zbar_symbol_t* symbol{zbar::zbar_image_first_symbol(image)}; symbol != nullptr;
         symbol = zbar::zbar_symbol_next(symbol)) {
        read.push_back(std::string{zbar::zbar_get_symbol_name(zbar::zbar_symbol_get_type(symbol))} + ":" +
                       zbar::zbar_symbol_get_data(symbol));
    }
    zbar::zbar_image_destroy(image);
    zbar::zbar_image_scanner_destroy(scanner);
    return read;
}

#else

bool can_scan_pictures() { return false; }

std::vector<std::string> scan_picture(const PrintedPicture&) { return {}; }

#endif

} // namespace guitai::test
