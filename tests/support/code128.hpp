// Code 128 for tests: from the data of GS k 73 to what a scanner reads and to the
// bars on the paper. Written from the standard's table, not from our writer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guitai::test {

struct Code128 {
    std::string text;               // As a scanner reads it.
    std::vector<unsigned> symbols;  // Start to stop.

    // Widths of bars and gaps in turn, a bar first.
    [[nodiscard]] std::vector<unsigned> widths() const;
};

// "{B…", "{C…" and "{A…" as printers take it. Throws where a printer would print nothing.
[[nodiscard]] Code128 code128_of(std::string_view data);

} // namespace guitai::test
