// Several words in one column: barcodes, tags, collections. A line each, for none
// of them holds a line break.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guitai::database {

[[nodiscard]] std::string joined(const std::vector<std::string>& words);
[[nodiscard]] std::vector<std::string> parted(std::string_view text);

} // namespace guitai::database
