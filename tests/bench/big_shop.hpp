// A shop of any size, the same for the same size: its catalogue as a Shopify
// export, its promotions in their documented form, its members as the head
// office's news.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace guitai::bench {

inline constexpr std::int64_t items_per_style{12}; // 3 colours × 4 sizes

// At least `items` items, in whole styles.
[[nodiscard]] std::string catalogue_csv(std::int64_t items);
// Of the item with that index, from 0.
[[nodiscard]] std::string barcode_of(std::int64_t item);
[[nodiscard]] std::string style_of(std::int64_t item);

// Promotions that are all in force: most on single styles, some on sets of two styles, on categories and on the
// whole ticket. They meet the first `promoted_styles` styles.
inline constexpr std::int64_t promoted_styles{500};
[[nodiscard]] std::string promotions_form(std::int64_t promotions);

// Encoded events `first` to `last`, numbered as the head office's feed numbers them: one member each.
[[nodiscard]] std::vector<std::string> members_news(std::int64_t first, std::int64_t last);
// Of the member of that event.
[[nodiscard]] std::string phone_of(std::int64_t number);
[[nodiscard]] std::string name_of(std::int64_t number);

} // namespace guitai::bench
