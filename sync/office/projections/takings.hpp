// What every shop took on every business day, added up from its tickets and never
// worked out anew; and the shifts and Z reports to hold it against.
#pragma once

#include "sync/events/sale_events.hpp"
#include "sync/events/shift_events.hpp"
#include "sync/office/projections/projection.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai::office {

class DayTakings final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"shifts", "day_takings", "day_tenders", "day_reports"};
    }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

// Fen as plain integers: the sums of a chain pass what a till may hold.
struct DayFigures {
    PlaceCode store;
    std::string business_date; // ISO date
    std::int64_t tickets{0};
    std::int64_t pieces{0};
    std::int64_t turnover_minor{0}; // Goods sold and ordered here, refunds taken off.
    std::int64_t order_turnover_minor{0};
    std::int64_t tax_minor{0};
    std::int64_t discounts_minor{0};
    std::int64_t refunds_minor{0};
    std::int64_t paid_in_minor{0};
    std::int64_t paid_out_minor{0};
    std::int64_t drops_minor{0};
    std::int64_t rounded_minor{0}; // Let go of by rounding cash.
    std::int64_t carrier_cash_minor{0}; // Taken on delivery that day by a carrier (货到付款); in no drawer.
    std::int64_t fees_minor{0}; // Of members (会费), what went back taken off: in the tenders, and no turnover.
    std::vector<std::pair<std::string, std::int64_t>> tenders; // By name.
};

struct ShiftRow {
    TillNumber till{0};
    std::int64_t shift{0};
    std::string opened_by;
    std::int64_t opened_at_ms{0};
    std::int64_t float_minor{0};
    std::string closed_by; // Empty: still open.
    std::int64_t expected_minor{0};
    std::int64_t counted_minor{0};
    std::int64_t variance_minor{0};
    std::string variance_reason;
    std::string approved_by;
};

struct DayReportRow {
    TillNumber till{0};
    std::int64_t z{0};
    std::string staff;
    std::int64_t closed_at_ms{0};
    std::int64_t tickets{0};
    std::int64_t turnover_minor{0};
    std::int64_t variance_minor{0};
    std::string chain_head;
};

// Zeros for a day on which nothing was heard from the store.
[[nodiscard]] DayFigures day_figures(database::Connection& connection, const PlaceCode& store, std::string_view date);
// The latest days, the newest first; of all stores where `store` is empty.
[[nodiscard]] std::vector<DayFigures> latest_days(database::Connection& connection, const PlaceCode& store, int limit);
[[nodiscard]] std::vector<ShiftRow> shifts_of(database::Connection& connection, const PlaceCode& store,
                                              std::string_view date);
[[nodiscard]] std::vector<DayReportRow> day_reports_of(database::Connection& connection, const PlaceCode& store,
                                                       std::string_view date);

} // namespace guitai::office
