// A receipt as the bytes a thermal printer understands: ESC/POS with Chinese
// characters in GB18030, as nearly every receipt printer sold in China reads it.
// Knows no cable and no queue.
#pragma once

#include "terminal/app/ports.hpp"
#include "terminal/device/raster.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace guitai {

enum class QrMaker {
    printer, // GS ( k: the printer draws it, crisp and short.
    till,    // As a picture, for printers that do not know the command.
};

// What the paper is like, and what is on every receipt.
struct PaperSetup {
    std::size_t columns{42}; // 32 on 58 mm; 42 or 48 on 80 mm.
    Raster logo{};           // Above a receipt; empty: none.
    QrMaker qr{QrMaker::printer};
    std::string again_mark{}; // Above what may be on paper already, in the language of the paper. UTF-8.
};

enum class Attempt { first, again };

// Dots across: 384, 512 or 576 at 203 dpi.
[[nodiscard]] std::size_t dots_of(std::size_t columns);
inline constexpr std::size_t logo_rows_max{240};

// Drawer first (the customer waits for change, not for paper), then the logo, the
// text, the barcode of the receipt number, the square code, and a partial cut. A barcode or a
// square code that the paper is too narrow for is left out. Without text only the drawer
// opens, and not again on a second attempt.
[[nodiscard]] std::string escpos_bytes(const PrintJob& job, const PaperSetup& setup = {},
                                       Attempt attempt = Attempt::first);

// `text` (UTF-8) as GB18030 that a printer has glyphs for: signs it knows only by
// other names are renamed, anything else it can not print becomes '?'.
[[nodiscard]] std::string printer_text(std::string_view text);

} // namespace guitai
