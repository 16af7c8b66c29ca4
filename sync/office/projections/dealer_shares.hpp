// What a shop has of the orders that it took and others sent: a part of each that was worn, less what came back.
#pragma once

#include "sync/office/projections/projection.hpp"

#include <string>
#include <vector>

namespace guitai::office {

// Needs the orders as they were before the event: stands in front of them.
class DealerShares final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"order_lines", "dealer_shares"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

struct DealerShare {
    OrderId order;
    PlaceCode store;
    std::string business_date;
    std::int64_t base_minor{0}; // Below zero: it came back.
    BasisPoints share;
    std::int64_t amount_minor{0};
};

// The oldest first, of one shop or of all where it is empty; from a day on, or all where that is empty.
[[nodiscard]] std::vector<DealerShare> dealer_shares(database::Connection& connection, const PlaceCode& store,
                                                     const std::string& since, int limit);
// What is owed to a shop of all of it.
[[nodiscard]] std::int64_t dealer_sum_minor(database::Connection& connection, const PlaceCode& store);

} // namespace guitai::office
