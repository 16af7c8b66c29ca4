// What of one style was asked for and not there, by colour and size. Reads only.
#pragma once

#include "sync/office/projections/misses.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

struct MissCell {
    std::string colour;
    std::string size;
    std::int64_t misses{0};
    std::int64_t rescued{0};
};

// Since that ISO date; of all stores where `store` is empty.
[[nodiscard]] std::vector<MissCell> misses_by_cell(database::Connection& connection, const StyleId& style,
                                                   const PlaceCode& store, std::string_view since);

struct MissRow {
    TillNumber till{0};
    PlaceCode store;
    std::string staff;
    MemberId member;
    std::string colour;
    std::string size;
    std::string reason; // A word of MissReason.
    std::string chosen; // A word of MissChoice.
    OrderId rescued_by;
    std::string chosen_sku;
    std::int64_t at_ms{0};
};
// The newest first.
[[nodiscard]] std::vector<MissRow> latest_misses(database::Connection& connection, const StyleId& style,
                                                 const PlaceCode& store, std::string_view since, int limit);

} // namespace guitai::office
