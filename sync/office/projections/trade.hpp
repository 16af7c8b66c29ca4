// What a sale leaves behind beyond the day's money: what may still come back of each
// receipt, who sold it, and what members owe.
#pragma once

#include "sync/events/sale_events.hpp"
#include "sync/office/projections/projection.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai::office {

class Trade final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"accounts", "receipt_lines", "guide_takings", "shop_rules"};
    }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

struct ReceiptLine {
    TillNumber till{0}; // That sold it.
    std::int64_t sold_milli{0};
    std::int64_t returned_milli{0};
};

// Nothing while the sale has not reached us.
[[nodiscard]] std::optional<ReceiptLine> find_receipt_line(database::Connection& connection,
                                                           const ReceiptNumber& receipt, std::int64_t line);

// Where a sale stands, and what came back of its lines.
struct SoldReceipt {
    TillNumber till{0};
    std::int64_t number{0};
    std::vector<std::pair<std::int64_t, std::int64_t>> returned_milli; // By line; none came back where it is missing.
};
[[nodiscard]] std::optional<SoldReceipt> find_receipt(database::Connection& connection, const ReceiptNumber& receipt);

// As they were set last; nothing: the shop lives by the defaults.
[[nodiscard]] std::optional<ShopRulesSet> find_rules(database::Connection& connection, const PlaceCode& store);

// Below zero: paid ahead.
[[nodiscard]] std::int64_t owed_minor(database::Connection& connection, const MemberId& member);

// Turnover of each guide on a day, the largest first; returns are taken off.
[[nodiscard]] std::vector<std::pair<std::string, std::int64_t>>
guide_takings_of(database::Connection& connection, const PlaceCode& store, std::string_view date);

} // namespace guitai::office
