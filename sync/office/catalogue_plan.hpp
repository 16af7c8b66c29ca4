// A catalogue file held against the books: what would be new, what would change and what would go off sale. Judged
// whole, looked at as often as somebody likes, and written in one transaction or not at all.
#pragma once

#include "sync/catalogue/import.hpp"
#include "sync/office/office.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace guitai::office {

enum class Missing { kept, withdrawn }; // What the file no longer has.

struct PlannedItem {
    CatalogueItem item;
    std::optional<CatalogueItem> before; // Nothing: it is new.

    [[nodiscard]] bool has_new_price() const
    {
        return before && (before->price != item.price || before->was_price != item.was_price ||
                          before->member_price != item.member_price);
    }
};

struct CataloguePlan {
    std::vector<PlannedItem> listed; // New or changed.
    std::vector<CatalogueItem> withdrawn;
    std::size_t unchanged{0};
};

// Refuses catalogue.duplicate_barcode where an item that stays on sale has one of the file's barcodes.
[[nodiscard]] Result<CataloguePlan> plan_catalogue(database::Connection& reads, const Catalogue& file,
                                                   Missing missing);
// `progress` is told items done and items in all.
void write_plan(Office& office, const database::Transaction& open, const CataloguePlan& plan, std::string_view actor,
                const std::function<void(std::size_t, std::size_t)>& progress = {});

} // namespace guitai::office
