// Who works where with which PIN, and which till stands in which shop.
#pragma once

#include "sync/events/staff_events.hpp"
#include "sync/office/projections/projection.hpp"

#include <optional>
#include <vector>

namespace guitai::office {

class Staff final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"staff"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

class Tills final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"tills"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

// Few read members' files as a whole: how many others than `name` may.
inline constexpr std::int64_t executives_max{3};
[[nodiscard]] std::int64_t other_executives(database::Connection& connection, const StaffName& name);

// Everybody, those who left too; by shop, role and name.
[[nodiscard]] std::vector<StaffSet> all_staff(database::Connection& connection);
// Everybody of that name, in any shop, who still works there.
[[nodiscard]] std::vector<StaffSet> staff_named(database::Connection& connection, const StaffName& name);
[[nodiscard]] std::optional<TillEnrolled> find_till(database::Connection& connection, TillNumber till);
[[nodiscard]] std::vector<TillEnrolled> all_tills(database::Connection& connection);
// The shop of that till; empty for an unknown till.
[[nodiscard]] PlaceCode store_of(database::Connection& connection, TillNumber till);

} // namespace guitai::office
