// Magento 2's product export: one row a product, where a configurable product is
// the style and lists the simple ones that are its colours and sizes.
#pragma once

#include "sync/catalogue/csv.hpp"
#include "sync/catalogue/import.hpp"

namespace guitai {

// Empty if `table` has Magento's columns; else the first column that it lacks.
[[nodiscard]] std::string_view missing_for_magento(const CsvTable& table);

// The catalogue in `table`; refuses as read_catalogue does. Rows of a store view
// (translations) give only the English name; disabled products are left out, and
// bundles and other kinds that are not one thing on a shelf are passed over.
[[nodiscard]] Result<Catalogue> read_magento(CsvTable table, const CatalogueOptions& options);

} // namespace guitai
