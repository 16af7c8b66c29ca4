// What it cost to send goods back, and who bore it: refused parcels, and what customers sent to a shop.
#pragma once

#include "sync/events/freight.hpp"
#include "sync/events/ids.hpp"
#include "sync/office/projections/projection.hpp"

#include <string>
#include <vector>

namespace guitai::office {

class ReturnFreight final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"return_freight"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

struct FreightRow {
    std::string subject; // The order, or the receipt it was sold on.
    PlaceCode store;     // That took it back.
    std::string business_date;
    std::string reason;
    FreightPayer payer{FreightPayer::nobody};
    std::int64_t amount_minor{0};
};

// The oldest first, of one shop or of all where it is empty.
[[nodiscard]] std::vector<FreightRow> return_freight(database::Connection& connection, const PlaceCode& store,
                                                     int limit);

} // namespace guitai::office
