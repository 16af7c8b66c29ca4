#include "terminal/ui/picture_file.hpp"

#include <stb/stb_image.h>
#include <stb/stb_image_write.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>

namespace guitai::ui {
namespace {

constexpr int side_absurd{10'000};
constexpr std::int64_t pixels_absurd{32'000'000}; // 128 MB once decoded: the largest cameras of a studio.
constexpr std::uintmax_t bytes_absurd{40'000'000};

// Each pixel is the mean of four.
Pixels halved(const Pixels& from)
{
    Pixels to{std::max(from.width / 2, 1), std::max(from.height / 2, 1)};
    to.rgba.resize(static_cast<std::size_t>(to.width) * static_cast<std::size_t>(to.height) * 4U);
    const auto at = [&](int x, int y, int k) {
        x = std::min(x, from.width - 1);
        y = std::min(y, from.height - 1);
        return unsigned{from.rgba[static_cast<std::size_t>((y * from.width + x) * 4 + k)]};
    };
    std::size_t out{0};
    for (int y{0}; y < to.height; ++y) {
        for (int x{0}; x < to.width; ++x) {
            for (int k{0}; k < 4; ++k) {
                const unsigned sum{at(2 * x, 2 * y, k) + at(2 * x + 1, 2 * y, k) + at(2 * x, 2 * y + 1, k) +
                                   at(2 * x + 1, 2 * y + 1, k)};
                to.rgba[out++] = static_cast<std::uint8_t>((sum + 2U) / 4U);
            }
        }
    }
    return to;
}

} // namespace

std::optional<Pixels> read_picture(const std::filesystem::path& file, int side_max)
{
    std::error_code error;
    const std::uintmax_t bytes{std::filesystem::file_size(file, error)};
    if (error || bytes == 0 || bytes > bytes_absurd) return std::nullopt;
    int width{0};
    int height{0};
    int channels{0};
    // Asked before decoding: a small file can claim a picture that fills the memory.
    if (stbi_info(file.c_str(), &width, &height, &channels) == 0) return std::nullopt;
    if (width < 1 || height < 1 || width > side_absurd || height > side_absurd) return std::nullopt;
    if (std::int64_t{width} * height > pixels_absurd) return std::nullopt;
    const std::unique_ptr<stbi_uc, void (*)(void*)> decoded{stbi_load(file.c_str(), &width, &height, &channels, 4),
                                                            stbi_image_free};
    if (decoded == nullptr) return std::nullopt;
    const std::size_t size{static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4U};
    Pixels pixels{width, height, {decoded.get(), decoded.get() + size}};
    while (std::max(pixels.width, pixels.height) > side_max) pixels = halved(pixels);
    return pixels;
}

void write_picture(const Pixels& pixels, const std::filesystem::path& file)
{
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
    if (stbi_write_png(file.c_str(), pixels.width, pixels.height, 4, pixels.rgba.data(), pixels.width * 4) == 0)
        throw std::runtime_error{"picture not written: " + file.string()};
}

} // namespace guitai::ui
