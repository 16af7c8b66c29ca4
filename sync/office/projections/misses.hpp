// What customers asked for and did not get (流单), and which of it an order saved.
#pragma once

#include "sync/events/order_events.hpp"
#include "sync/office/projections/projection.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

class Misses final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"misses"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

struct MissCount {
    std::string what; // A reason, or a style.
    std::string name; // Of the style; empty for a reason.
    std::int64_t misses{0};
    std::int64_t rescued{0};
};

// Since that ISO date, the most frequent first; of all stores where `store` is empty.
[[nodiscard]] std::vector<MissCount> misses_by_reason(database::Connection& connection, const PlaceCode& store,
                                                      std::string_view since);
[[nodiscard]] std::vector<MissCount> misses_by_style(database::Connection& connection, const PlaceCode& store,
                                                     std::string_view since, int limit);
// Of one store on one day: {misses, rescued}.
[[nodiscard]] MissCount misses_on(database::Connection& connection, const PlaceCode& store, std::string_view date);

} // namespace guitai::office
