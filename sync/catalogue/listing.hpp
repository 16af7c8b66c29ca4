// The rules that every catalogue obeys, whichever program wrote it: what an item
// must have, how long its texts may be, and that a SKU or a barcode names one
// thing only.
#pragma once

#include "sync/catalogue/import.hpp"
#include "sync/catalogue/problems.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guitai {

// An item and where it came from.
struct ListedItem {
    CatalogueItem item;
    std::optional<Quantity> quantity;
    std::int64_t line{0};
};

class Listing {
public:
    static constexpr std::size_t code_bytes_max{255}; // SKU and style number.
    static constexpr std::size_t text_bytes_max{800}; // Any other text: 200 items must fit one event.
    static constexpr std::size_t barcode_bytes_max{48};
    static constexpr std::size_t barcodes_max{8};
    static constexpr std::size_t note_characters_max{80};

    // Checks and keeps it; what is wrong goes to `problems`.
    void add(ListedItem listed, Problems& problems);
    void leave_out(Sku sku) { m_catalogue.left_out.push_back(std::move(sku)); }

    // Everything added so far, or the refusal that `problems` hold.
    [[nodiscard]] Result<Catalogue> finish(CatalogueFormat format, Problems& problems);

private:
    [[nodiscard]] bool is_new(const ListedItem& listed, Problems& problems);
    void check_barcodes(const ListedItem& listed, Problems& problems);

    Catalogue m_catalogue;
    std::vector<std::int64_t> m_lines; // Of each item.
    std::unordered_map<std::string, std::size_t> m_by_sku;
    std::unordered_map<std::string, std::size_t> m_by_barcode;
};

// One barcode as a spreadsheet holds it; "" for an empty cell. Refuses with
// catalogue.bad_barcode what a spreadsheet has rounded (6.9E+12) and what no scanner sends.
[[nodiscard]] Result<std::string> read_barcode(std::string_view text);

} // namespace guitai
