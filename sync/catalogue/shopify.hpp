// Shopify's product CSV, as its admin exports it and as people fill it by hand:
// one row a variant, the product's own words on its first row only, further rows
// for further pictures. Columns beyond Shopify's that we read: Member Price, Tax
// Rate (percent), Title en, Requires Serial and Requires Lot (yes or no).
#pragma once

#include "sync/catalogue/csv.hpp"
#include "sync/catalogue/import.hpp"

namespace guitai {

// Empty if `table` has Shopify's columns; else the first column that it lacks.
[[nodiscard]] std::string_view missing_for_shopify(const CsvTable& table);

// The catalogue in `table`; refuses as read_catalogue does.
//
// A variant without a SKU is given one from its handle and its options: the same at
// every import, and scannable as it stands.
[[nodiscard]] Result<Catalogue> read_shopify(CsvTable table, const CatalogueOptions& options);

} // namespace guitai
