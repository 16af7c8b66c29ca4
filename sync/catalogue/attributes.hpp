// Magento 2 packs many values into one cell: `size=XS,color=Black`. With "fields
// enclosure" a value stands in quotes, without it a comma may stand in the open;
// both are read.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai {

using Attributes = std::vector<std::pair<std::string, std::string>>;

// `code=value` pairs in the order they stand; the codes are lower case letters,
// digits and underscores. A piece that is no pair belongs to the value before it.
[[nodiscard]] Attributes read_attributes(std::string_view text);

// "" where there is no such code.
[[nodiscard]] std::string_view value_of(const Attributes& attributes, std::string_view code);

// The children of a configurable product: `sku=A-XS,size=XS|sku=A-S,size=S`.
[[nodiscard]] std::vector<Attributes> read_variations(std::string_view text);

} // namespace guitai
