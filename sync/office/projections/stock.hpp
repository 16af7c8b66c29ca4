// What lies where: the sum of every movement, and what of it is promised already.
#pragma once

#include "sync/events/stock_events.hpp"
#include "sync/office/projections/projection.hpp"

#include <map>
#include <vector>

namespace guitai::office {

class Stock final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"stock_levels"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

// One place's thousandths of one SKU. Figures are plain integers, for the sum of
// many movements from outside may pass what a Quantity holds.
struct Available {
    PlaceCode place;
    bool is_warehouse{false};
    std::int64_t on_hand_milli{0};
    std::int64_t reserved_milli{0}; // Accepted orders that have not left yet, and what was offered instead.
    std::int64_t ring_fence_milli{0}; // Kept for the people who come in.

    // Available to promise: never more than what nobody else may count on.
    [[nodiscard]] std::int64_t free_milli() const { return on_hand_milli - reserved_milli - ring_fence_milli; }
};

[[nodiscard]] std::int64_t on_hand_milli(database::Connection& connection, const PlaceCode& place, const Sku& sku);
// The places that have, or should have, any of it, by code.
[[nodiscard]] std::vector<Available> availability(database::Connection& connection, const Sku& sku);
// Everything in one place: SKU to thousandths.
[[nodiscard]] std::map<std::string, std::int64_t> levels_in(database::Connection& connection, const PlaceCode& place);

} // namespace guitai::office
