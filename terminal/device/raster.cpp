#include "terminal/device/raster.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr int white{255};

struct Greys {
    std::size_t width{0}, height{0};
    std::vector<int> shade{}; // 0 black … 255 white.

    [[nodiscard]] int& at(std::size_t x, std::size_t y) { return shade[y * width + x]; }
};

int shade_on_paper(const std::uint8_t* pixel)
{
    const int luma{(pixel[0] * 299 + pixel[1] * 587 + pixel[2] * 114) / 1000};
    return white - (white - luma) * pixel[3] / white;
}

// Each dot is the mean of the pixels it covers.
Greys shrunk(std::size_t width, std::size_t height, const std::vector<std::uint8_t>& rgba, std::size_t width_max,
             std::size_t height_max)
{
    Greys greys{std::min(width, width_max), height};
    if (greys.width < width) greys.height = std::max<std::size_t>(height * greys.width / width, 1);
    if (greys.height > height_max) {
        greys.width = std::max<std::size_t>(greys.width * height_max / greys.height, 1);
        greys.height = height_max;
    }
    greys.shade.reserve(greys.width * greys.height);
    for (std::size_t y{0}; y < greys.height; ++y) {
        const std::size_t top{y * height / greys.height};
        const std::size_t bottom{std::max((y + 1) * height / greys.height, top + 1)};
        for (std::size_t x{0}; x < greys.width; ++x) {
            const std::size_t left{x * width / greys.width};
            const std::size_t right{std::max((x + 1) * width / greys.width, left + 1)};
            std::size_t sum{0};
            for (std::size_t from_y{top}; from_y < bottom; ++from_y) {
                for (std::size_t from_x{left}; from_x < right; ++from_x) {
                    sum += static_cast<std::size_t>(shade_on_paper(&rgba[(from_y * width + from_x) * 4]));
                }
            }
            greys.shade.push_back(static_cast<int>(sum / ((bottom - top) * (right - left))));
        }
    }
    return greys;
}

void scatter(Greys& greys, std::size_t x, std::size_t y, int error)
{
    const auto give = [&](std::size_t to_x, std::size_t to_y, int part) {
        if (to_x < greys.width && to_y < greys.height) greys.at(to_x, to_y) += error * part / 16;
    };
    give(x + 1, y, 7);
    if (x > 0) give(x - 1, y + 1, 3);
    give(x, y + 1, 5);
    give(x + 1, y + 1, 1);
}

} // namespace

Raster blank_raster(std::size_t width, std::size_t height)
{
    Raster raster{width, height};
    raster.bits.resize(raster.row_bytes() * height);
    return raster;
}

void blacken(Raster& raster, std::size_t x, std::size_t y)
{
    unsigned char& byte{raster.bits[y * raster.row_bytes() + x / 8]};
    byte = static_cast<unsigned char>(byte | 0x80U >> x % 8);
}

Raster one_bit(std::size_t width, std::size_t height, const std::vector<std::uint8_t>& rgba, std::size_t width_max,
               std::size_t height_max)
{
    const bool whole{width > 0 && height > 0 && rgba.size() / 4 / width >= height};
    if (!whole || width_max == 0 || height_max == 0) return {};
    Greys greys{shrunk(width, height, rgba, width_max, height_max)};
    Raster raster{blank_raster(greys.width, greys.height)};
    for (std::size_t y{0}; y < greys.height; ++y) {
        for (std::size_t x{0}; x < greys.width; ++x) {
            const bool black{greys.at(x, y) < white / 2};
            if (black) blacken(raster, x, y);
            scatter(greys, x, y, greys.at(x, y) - (black ? 0 : white));
        }
    }
    return raster;
}

Raster raster_of(const QrCode& code, std::size_t dots)
{
    if (code.side == 0 || dots == 0) return {};
    const std::size_t side{(code.side + 2 * qr_quiet_modules) * dots};
    Raster raster{blank_raster(side, side)};
    for (std::size_t y{0}; y < code.side * dots; ++y) {
        for (std::size_t x{0}; x < code.side * dots; ++x) {
            if (code.is_dark(x / dots, y / dots)) {
                blacken(raster, x + qr_quiet_modules * dots, y + qr_quiet_modules * dots);
            }
        }
    }
    return raster;
}

} // namespace guitai
