// Pictures in files: photographs of goods in, pictures of the screen out. The
// only place that knows JPEG and PNG.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace guitai::ui {

struct Pixels {
    int width{0}, height{0};
    std::vector<std::uint8_t> rgba{}; // Rows from the top.
};

// A JPEG or PNG, made smaller by halves until no side is longer than `side_max` px.
// Nothing when there is no such file, it is no picture, or it is absurdly large.
[[nodiscard]] std::optional<Pixels> read_picture(const std::filesystem::path& file, int side_max);

// Writes a PNG, making its folder. Throws std::runtime_error if that fails.
void write_picture(const Pixels& pixels, const std::filesystem::path& file);

} // namespace guitai::ui
