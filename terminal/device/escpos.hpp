// A receipt as the bytes a thermal printer understands: ESC/POS with Chinese
// characters in GB18030, as nearly every receipt printer sold in China reads it.
// Knows no cable and no queue.
#pragma once

#include "terminal/app/ports.hpp"

#include <string>
#include <string_view>

namespace guitai {

// Drawer first (the customer waits for change, not for paper), then the text,
// the barcode of the receipt number, and a cut. Without text only the drawer opens.
[[nodiscard]] std::string escpos_bytes(const PrintJob& job);

// `text` (UTF-8) as GB18030 that a printer has glyphs for: signs it knows only by
// other names are renamed, anything else it can not print becomes '?'.
[[nodiscard]] std::string printer_text(std::string_view text);

} // namespace guitai
