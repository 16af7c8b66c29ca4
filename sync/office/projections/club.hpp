// Membership fees (会费), the services that points pay (积分换服务), and those that were given back.
#pragma once

#include "sync/events/event.hpp"
#include "sync/office/projections/projection.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

class Club final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"fees", "service_rules", "services_returned"};
    }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

struct FeeRow {
    std::string fee;
    MemberId member; // Under which number of hers.
    std::int64_t amount_minor{0};
    TenderKind tender{TenderKind::cash};
    std::string reference;
    std::int64_t points{0};
    std::string paid_on, paid_until; // ISO dates; empty: its payment was not heard of yet.
    std::int64_t given_back_minor{0}, points_back{0};
    std::string refund; // The slip with which its unused part went back; empty: it did not.
};
[[nodiscard]] std::optional<FeeRow> find_fee(database::Connection& connection, std::string_view fee);
// Of all her numbers, the newest first.
[[nodiscard]] std::vector<FeeRow> fees_of(database::Connection& connection, const MemberId& member);
// The last day that one of them holds; empty where that is before `today`.
[[nodiscard]] std::string paying_until(database::Connection& connection, const MemberId& member,
                                       std::string_view today);

// None where none were set.
[[nodiscard]] ServicesSet services_of(database::Connection& connection);
[[nodiscard]] bool was_returned(database::Connection& connection, const ReceiptNumber& receipt, std::int64_t n);

} // namespace guitai::office
