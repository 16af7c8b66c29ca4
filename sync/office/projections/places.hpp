// The shops and warehouses, and how each of them works.
#pragma once

#include "sync/events/staff_events.hpp"
#include "sync/office/projections/projection.hpp"

#include <optional>
#include <vector>

namespace guitai::office {

class Places final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"places"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

[[nodiscard]] std::optional<PlaceSet> find_place(database::Connection& connection, const PlaceCode& place);
// By code.
[[nodiscard]] std::vector<PlaceSet> all_places(database::Connection& connection);

// The date in the place's own time; for a place that nobody knows, in China's.
[[nodiscard]] std::string date_in(database::Connection& connection, const PlaceCode& place, std::int64_t at_ms);
// The same with the minute: "2026-11-22 14:05".
[[nodiscard]] std::string minute_in(database::Connection& connection, const PlaceCode& place, std::int64_t at_ms);

} // namespace guitai::office
