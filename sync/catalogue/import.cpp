#include "sync/catalogue/import.hpp"

#include "sync/catalogue/csv.hpp"
#include "sync/catalogue/magento.hpp"
#include "sync/catalogue/shopify.hpp"

#include <fmt/format.h>

namespace guitai {
namespace {

Refusal unknown_format(const CsvTable& table)
{
    std::string detail{fmt::format("line 1: neither a Shopify product CSV (no column \"{}\") nor a Magento 2 one "
                                   "(no column \"{}\")",
                                   missing_for_shopify(table), missing_for_magento(table))};
    const std::string_view first{table.heading(0)};
    if (table.headings().size() == 1 && first.find_first_of(";\t") != std::string_view::npos) {
        detail += "; its columns are not separated by commas";
    }
    return {"catalogue.unknown_format", std::move(detail)};
}

} // namespace

Result<Catalogue> read_catalogue(std::string_view bytes, const CatalogueOptions& options)
{
    if (bytes.size() > catalogue_bytes_max) {
        return refuse("csv.too_large", fmt::format("{} bytes; at most {} are read", bytes.size(), catalogue_bytes_max));
    }
    const auto text = utf8_of(bytes, options.encoding);
    if (!text) return refuse(text.error());
    auto table = CsvTable::open(*text);
    if (!table) return refuse(std::move(table.error()));

    if (missing_for_magento(*table).empty()) return read_magento(std::move(*table), options);
    if (missing_for_shopify(*table).empty()) return read_shopify(std::move(*table), options);
    return refuse(unknown_format(*table));
}

} // namespace guitai
