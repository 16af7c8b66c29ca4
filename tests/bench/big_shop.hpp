// A catalogue of any size, the same for the same size, as a Shopify export.
#pragma once

#include <cstdint>
#include <string>

namespace guitai::bench {

inline constexpr std::int64_t items_per_style{12}; // 3 colours × 4 sizes

// At least `items` items, in whole styles.
[[nodiscard]] std::string catalogue_csv(std::int64_t items);
// Of the item with that index, from 0.
[[nodiscard]] std::string barcode_of(std::int64_t item);
[[nodiscard]] std::string style_of(std::int64_t item);

} // namespace guitai::bench
