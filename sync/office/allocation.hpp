// Which places send what to one door: the fewest parcels, and of those the places that are to be asked first.
// Pure: knows neither orders nor books.
#pragma once

#include "sync/events/ids.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

struct Wanted {
    Sku sku;
    std::int64_t milli{0}; // Thousandths of a piece, above zero.
};

// What a place could give away, after all that is promised and kept back there.
struct Shelf {
    PlaceCode place;
    bool is_warehouse{false};
    std::int64_t priority{100}; // The smallest is asked first.
    int nearness{0};            // By nearness_of.
    std::map<Sku, std::int64_t> free_milli;
};

struct Part {
    std::size_t wanted{0}; // Index of what was asked for.
    PlaceCode place;
    std::int64_t milli{0};
};

// All of what is wanted, out of at most `parcels_max` places; nothing where that can not be done. Fewest places
// first; then by priority, warehouses before shops, the nearer, the one with more, by code. Only whole pieces are
// parted: what is weighed comes from one place.
[[nodiscard]] std::optional<std::vector<Part>> allocate(std::span<const Wanted> wanted, std::vector<Shelf> shelves,
                                                        std::int64_t parcels_max);

// How many parts of the region, the largest first and a space between ("浙江省 杭州市 西湖区"), stand in the address:
// 3 in the same district, 0 in another province or where nothing is known.
[[nodiscard]] int nearness_of(std::string_view region, std::string_view address);

} // namespace guitai::office
