// A count of stock as a file: location, sku, quantity. Knows neither which places
// nor which SKUs exist: whoever does names the line.
#pragma once

#include "sync/catalogue/encoding.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/quantity.hpp"
#include "sync/events/result.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace guitai {

struct StockLine {
    PlaceCode place;
    Sku sku;
    Quantity quantity; // Never negative.
    std::int64_t line{0};

    bool operator==(const StockLine&) const = default;
};

// All or nothing, in the file's order. Refuses, with the line, with the codes of
// encoding.hpp and csv.hpp, csv.missing_column, stock.missing_value,
// stock.bad_quantity and stock.duplicate_row (one SKU twice in one place).
[[nodiscard]] Result<std::vector<StockLine>> read_stock(std::string_view bytes, Encoding encoding = Encoding::utf8);

} // namespace guitai
