// Every movement of a stock: where, when, why and how much. Levels are in stock.hpp; this is how they came about.
#pragma once

#include "sync/events/stock_events.hpp"
#include "sync/office/projections/projection.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

class StockMovements final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"stock_movements"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

struct Movement {
    std::int64_t number{0}; // Of the head office's event.
    PlaceCode place;
    std::int64_t change_milli{0};
    std::string reason;         // A word of StockReason, or of a later program.
    TillNumber source_origin{0}; // The till whose event caused it; 0: the head office.
    std::int64_t source_number{0};
    std::int64_t at_ms{0};
};

// The newest first, `skip` of them left out. `place` empty: of all places.
[[nodiscard]] std::vector<Movement> movements_of(database::Connection& connection, const Sku& sku,
                                                 const PlaceCode& place, int limit, std::int64_t skip = 0);

} // namespace guitai::office
