// Files of goods, counts, members and promotions into the books. A file is judged whole
// before anything is written, and written in one transaction; what the books say
// already is not said again, so that an import can be repeated.
#pragma once

#include "sync/catalogue/encoding.hpp"
#include "sync/office/catalogue_plan.hpp"
#include "sync/office/office.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

// Told now and then: rows done and rows in all.
using Progress = std::function<void(std::size_t done, std::size_t all)>;

// The bytes of a file. Refuses file.unreadable and file.too_large.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::size_t bytes_max);

struct CatalogueImport {
    Encoding encoding{Encoding::utf8};
    Missing missing{Missing::kept};
};

struct Imported {
    std::string summary; // One line.
    std::vector<std::string> warnings;
};

// Refuses with the codes of read_catalogue, and catalogue.duplicate_barcode where
// an item that stays on sale has one of the file's barcodes.
[[nodiscard]] Result<Imported> import_catalogue(Office& office, std::string_view bytes, const CatalogueImport& options,
                                                const Progress& progress = {});

// The same, put into force when that day begins. Refuses like plan_for_day().
[[nodiscard]] Result<Imported> import_catalogue_on(Office& office, std::string_view bytes,
                                                   const CatalogueImport& options, const std::string& on);

// Counts are levels: the difference to what the books say is moved. Refuses with
// the codes of read_stock, and stock.unknown_place and stock.unknown_sku with the line.
[[nodiscard]] Result<Imported> import_stock(Office& office, std::string_view bytes, Encoding encoding,
                                            const Progress& progress = {});

// A member is known again by the phone. Refuses with the codes of read_members.
[[nodiscard]] Result<Imported> import_members(Office& office, std::string_view bytes, Encoding encoding,
                                              const Progress& progress = {});

// The whole form or nothing, and only a revision above the newest. Refuses with the
// codes of read_promotion_form and set_promotions.
[[nodiscard]] Result<Imported> import_promotions(Office& office, std::string_view bytes);

} // namespace guitai::office
