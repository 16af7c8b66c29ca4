// What tickets did with coupons, and how often members used the offers that have
// a limit. Sums of what every till said, so tickets may arrive in any order.
#pragma once

#include "sync/events/sale_events.hpp"
#include "sync/office/projections/projection.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai::office {

class Coupons final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"coupons", "promotion_uses"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

struct CouponRow {
    CouponMoved coupon;
    ReceiptNumber issued_by; // Empty: not given out by a ticket that we know.
    ReceiptNumber used_by;   // The first of several; empty where nobody used it, or that one gave it back.
    std::int64_t uses{0};    // Less what was given back; more than one is a loss.

    [[nodiscard]] bool is_spent() const { return uses > 0; }
};
[[nodiscard]] std::optional<CouponRow> find_coupon(database::Connection& connection, std::string_view code);

// Hers that are good on `today` or later, the first to end first.
[[nodiscard]] std::vector<CouponMoved> coupons_of(database::Connection& connection, const MemberId& member,
                                                  std::string_view today);

// Promotion and times, by promotion; what was given back altogether is left out.
[[nodiscard]] std::vector<std::pair<std::string, std::int64_t>> promotion_uses_of(database::Connection& connection,
                                                                                  const MemberId& member);

} // namespace guitai::office
