// A receipt printer for tests: reads ESC/POS bytes and shows what would be on
// paper, as text and as a picture. It knows the commands of common receipt
// printers, not those of our writer, and says so where it meets one that it does
// not know.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::test {

// One character in its cell.
struct PrintedSign {
    std::string utf8{};
    std::size_t columns{1}; // Before it is stretched.
    std::size_t across{1}, down{1};
    bool bold{false}, reverse{false}, underlined{false};
    std::size_t at_dots{0}; // Of its left edge.
};

// Dots, row by row; 1 is black.
struct PrintedPicture {
    std::size_t width{0}, height{0};
    std::vector<std::uint8_t> black{};
};

enum class PaperAlign { left, middle, right };

// A strip of paper: a line of signs, or a picture, or blank feed.
struct PaperStrip {
    PaperAlign align{PaperAlign::left};
    std::vector<PrintedSign> signs{};
    PrintedPicture picture{};
    std::size_t feed_dots{0};
    bool cut{false};
};

struct Paper {
    std::vector<std::string> lines{};    // UTF-8, as printed.
    std::vector<std::string> barcodes{}; // As a scanner reads them.
    std::vector<std::string> squares{};  // QR codes that the printer drew itself.
    int pictures{0};                   // Rasters.
    int cuts{0};
    int drawer_kicks{0};
    std::size_t columns{0}; // Of the widest line; a hanzi takes two.
    std::vector<PaperStrip> strips{};
};

// Throws std::runtime_error at a command it does not know, or where the bytes end inside one.
[[nodiscard]] Paper print_out(std::string_view bytes);

// What the paper of that many dots across looks like; wider lines go on below, as on a printer.
[[nodiscard]] PrintedPicture draw_paper(const Paper& paper, std::size_t dots_across);
// Grey on a white margin, as PNG.
void write_png(const PrintedPicture& picture, const std::filesystem::path& file);

// What a scanner reads off the picture: "CODE-128:…", "QR-Code:…". Empty where there is no reader on this machine.
[[nodiscard]] std::vector<std::string> scan_picture(const PrintedPicture& picture);
[[nodiscard]] bool can_scan_pictures();

} // namespace guitai::test
