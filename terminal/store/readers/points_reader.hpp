// Points that can be spent: leases as rows, and the purses of a shop of its own.
#pragma once

#include "sync/database/database.hpp"
#include "terminal/app/points_ports.hpp"

namespace guitai {

class StorePointsReader final : public PointsReader {
public:
    explicit StorePointsReader(database::Connection& connection) : m_connection{connection} {}

    [[nodiscard]] std::optional<Lease> lease(std::string_view name) const override;
    [[nodiscard]] std::vector<LeaseLot> purse(std::string_view account) const override;
    [[nodiscard]] Money value(std::string_view account, std::string_view today) const override;
    [[nodiscard]] Money restored(const std::string& redemption) const override;
    [[nodiscard]] std::string points_day() const override;
    [[nodiscard]] bool office_recovering() const override;

private:
    database::Connection& m_connection;
};

} // namespace guitai
