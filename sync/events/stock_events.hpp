// What lies where.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/quantity.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai {

inline constexpr std::size_t moves_per_event_max{500};

// Why a stock moved.
enum class StockReason { counted, sold, ordered, returned, cancelled, arrived };
template<>
struct Words<StockReason> {
    static constexpr std::array<std::pair<StockReason, std::string_view>, 6> all{{
        {StockReason::counted, "counted"},
        {StockReason::sold, "sold"},
        {StockReason::ordered, "ordered"},
        {StockReason::returned, "returned"},
        {StockReason::cancelled, "cancelled"},
        {StockReason::arrived, "arrived"},
    }};
};

// One SKU in one place.
struct StockMove {
    PlaceCode place;
    Sku sku;
    Quantity change; // Negative: it left.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("place", &StockMove::place),
                     field("sku", &StockMove::sku),
                     field("change", &StockMove::change));
    }

    bool operator==(const StockMove&) const = default;
};

// Down: stock changed. Always a change and never a level, so that the order in
// which news arrives can not matter: stock is opening plus movements, everywhere.
// The till named as the source has counted it already and skips it.
struct StockMoved {
    static constexpr std::string_view kind{"stock_moved"};

    StockReason reason{StockReason::counted};
    std::int64_t source_origin{0}; // The till whose event caused this; 0 for the office.
    std::int64_t source_number{0};
    std::vector<StockMove> moves;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("reason", &StockMoved::reason),
                     field("source_origin", &StockMoved::source_origin),
                     field("source_number", &StockMoved::source_number),
                     field("moves", &StockMoved::moves));
    }

    bool operator==(const StockMoved&) const = default;
};

} // namespace guitai
