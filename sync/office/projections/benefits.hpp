// What the chain gave its members unasked, which rules hold, and the first ticket that each member paid: by them it
// is known whether somebody has had a gift, whatever comes a second time.
#pragma once

#include "sync/events/event.hpp"
#include "sync/office/projections/projection.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

class Benefits final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"benefit_rules", "gifts", "first_sales"};
    }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

// Of nothing at all where none were set.
[[nodiscard]] BenefitsSet benefits_of(database::Connection& connection);

struct GiftRow {
    MemberId member;
    std::string subject; // What it was given for.
    std::int64_t points{0};
    std::string expires_on; // Of the points.
    std::string coupon; // Its code; empty: none.
    std::string given_on; // ISO date.
    bool taken_back{false};
};
[[nodiscard]] std::optional<GiftRow> find_gift(database::Connection& connection, const MemberId& member,
                                               std::string_view subject);
// Nothing: it is a coupon of another kind.
[[nodiscard]] std::optional<GiftRow> gift_with_coupon(database::Connection& connection, std::string_view code);
// Of everybody, by member.
[[nodiscard]] std::vector<GiftRow> gifts_for(database::Connection& connection, std::string_view subject);

// The first ticket with goods that she paid, as far as the head office has heard.
struct FirstSale {
    MemberId member;
    ReceiptNumber receipt;
    std::string business_date;
    TillNumber till{0};
    std::int64_t number{0}; // Of its event in that till's journal.

    [[nodiscard]] bool is_in(const Event& event) const { return event.origin == till && event.number == number; }
};
[[nodiscard]] std::optional<FirstSale> first_sale_of(database::Connection& connection, const MemberId& member);
// Nothing: it was nobody's first.
[[nodiscard]] std::optional<FirstSale> first_sale_with(database::Connection& connection, const ReceiptNumber& receipt);
[[nodiscard]] std::int64_t count_first_sales(database::Connection& connection);
// Whether it was paid and goods went out with it.
[[nodiscard]] bool is_paid_sale(const SaleCompleted& sale);
// All goods of that ticket have come back, however many tickets that took.
[[nodiscard]] bool came_back_whole(database::Connection& connection, const FirstSale& first);

} // namespace guitai::office
