// The catalogue as people look for things in it: by SKU, style, name, barcode, colour and size. Reads only.
#pragma once

#include "sync/events/catalogue_events.hpp"
#include "sync/office/projections/items.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace guitai::office {

struct StyleRow {
    StyleId style;
    std::string name;
    std::string name_en;
    std::string category;
    std::int64_t variants{0};
    std::int64_t lowest_minor{0};
    std::int64_t highest_minor{0};
    std::int64_t on_hand_milli{0}; // Of that place, or of all.
    bool withdrawn{false};         // All of it.
};

inline constexpr std::size_t item_words_max{5};

// By style; empty `text`: all of them. `place` empty: stock of all places.
[[nodiscard]] std::vector<StyleRow> found_styles(database::Connection& connection, const std::string& text,
                                                 const PlaceCode& place, int limit, std::int64_t skip = 0);
[[nodiscard]] std::int64_t count_styles(database::Connection& connection, const std::string& text);
// Those of which that place, or any, has or should have some; by style and place in the file.
[[nodiscard]] std::vector<Sku> found_stocked(database::Connection& connection, const std::string& text,
                                             const PlaceCode& place, int limit, std::int64_t skip = 0);
[[nodiscard]] std::int64_t count_stocked(database::Connection& connection, const std::string& text,
                                         const PlaceCode& place);
// All variants of a style, in the order of the file.
[[nodiscard]] std::vector<CatalogueItem> items_of_style(database::Connection& connection, const StyleId& style);

} // namespace guitai::office
