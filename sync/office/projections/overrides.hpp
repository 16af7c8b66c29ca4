// Who allowed what to whom, and why: every override of every till, to be read by
// those who answer for it.
#pragma once

#include "sync/events/staff_events.hpp"
#include "sync/office/projections/projection.hpp"

#include <vector>

namespace guitai::office {

class Overrides final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"overrides"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

struct OverrideRow {
    OverrideGiven given;
    TillNumber till{0};
    PlaceCode store;
    std::int64_t at_ms{0};
    StaffName phoned{}; // Who gave the code for it by telephone; empty: allowed at the till, or not heard of yet.
};

// The newest first; of all stores where `store` is empty.
[[nodiscard]] std::vector<OverrideRow> latest_overrides(database::Connection& connection, const PlaceCode& store,
                                                        int limit);

} // namespace guitai::office
