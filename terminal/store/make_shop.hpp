// Making a till's folder: a shop of its own out of a catalogue file, or an empty
// till that has joined a head office. All or nothing: whatever goes wrong, no
// half-made folder is left where a till is looked for.
#pragma once

#include "sync/catalogue/import.hpp"
#include "sync/events/time.hpp"
#include "terminal/store/data_folder.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace guitai {

struct ShopPlan {
    PlaceCode store;
    TillNumber till{1};
    std::string name; // Of the shop; empty: its code.
    std::filesystem::path catalogue;
    std::filesystem::path promotions{}; // A form of promotions; empty: none.
    std::string encoding; // As parse_encoding reads it.
    std::string owner{"店长"};
    std::string pin; // Empty: six random digits.
    bool test{false};
};

struct MadeShop {
    std::string owner;
    std::string pin; // To be told once; the folder keeps only its hash.
    std::size_t styles{0};
    std::size_t items{0};
    std::vector<ImportWarning> warnings;
};

// Told how many items of how many are in.
using MakingProgress = std::function<void(std::size_t done, std::size_t all)>;

// The shop writes as its own head office: place, owner, goods and counted stock.
// Refuses folder.is_a_till, folder.not_empty, folder.not_writable,
// folder.disk_full, shop.bad_plan, staff.bad_pin, catalogue.no_file and
// everything that read_catalogue, read_promotions and parse_encoding refuse.
[[nodiscard]] Result<MadeShop> make_shop(const std::filesystem::path& folder, const ShopPlan& plan, const Clock& clock,
                                         const MakingProgress& progress = {});

// Makes the books of a till that joined a head office, beside the key that
// key_for_folder made. Refuses as make_shop does about folders, and folder.no_key.
[[nodiscard]] Result<void> create_enrolled_folder(const std::filesystem::path& folder, const Device& device);

// The whole file. Refuses catalogue.no_file and, over catalogue_bytes_max, catalogue.too_large.
[[nodiscard]] Result<std::string> read_catalogue_file(const std::filesystem::path& path);

} // namespace guitai
