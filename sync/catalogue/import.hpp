// A product catalogue out of a file that another program exported: Shopify's
// product CSV or Magento 2's. All or nothing: a file with one bad row is refused
// whole, so that a shop never opens with half its goods. Reads bytes it is given;
// knows no disk, no database and no date but the one it is told.
#pragma once

#include "sync/catalogue/encoding.hpp"
#include "sync/catalogue/problems.hpp"
#include "sync/events/catalogue_events.hpp"
#include "sync/events/quantity.hpp"
#include "sync/events/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// More than any export; a caller asks this of a file before it reads it.
inline constexpr std::size_t catalogue_bytes_max{512'000'000};

enum class CatalogueFormat { shopify, magento };

struct CatalogueOptions {
    Encoding encoding{Encoding::utf8};
    BasisPoints default_tax_rate{1'300}; // For goods whose file names no rate.
    std::string today; // ISO date that decides which special prices hold; empty: only those without dates do.
};

// How many the exporting shop had of it.
struct ListedQuantity {
    Sku sku;
    Quantity quantity;

    bool operator==(const ListedQuantity&) const = default;
};

struct Catalogue {
    CatalogueFormat format{CatalogueFormat::shopify};
    std::size_t style_count{0};
    std::vector<CatalogueItem> items;       // In the file's order; each SKU and each barcode once.
    std::vector<ListedQuantity> quantities; // Only what the file counted.
    std::vector<Sku> left_out;              // In the file but not for sale there: drafts, archived, disabled.
    std::vector<ImportWarning> warnings;
};

// Refuses, with line and column, with the codes of encoding.hpp and csv.hpp,
// catalogue.unknown_format (what was expected is named), catalogue.bad_price,
// catalogue.negative_price, catalogue.absurd_price, catalogue.bad_tax_rate, catalogue.bad_flag,
// catalogue.bad_quantity, catalogue.missing_value, catalogue.too_long,
// catalogue.bad_barcode, catalogue.duplicate_sku, catalogue.duplicate_barcode and
// catalogue.nothing_for_sale.
[[nodiscard]] Result<Catalogue> read_catalogue(std::string_view bytes, const CatalogueOptions& options = {});

} // namespace guitai
