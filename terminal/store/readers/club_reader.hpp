// Fees and services, as the projection keeps them.
#pragma once

#include "sync/journal/journal.hpp"
#include "terminal/app/ports.hpp"

namespace guitai {

class StoreClubReader final : public ClubReader {
public:
    explicit StoreClubReader(database::Connection& connection) : m_connection{connection}, m_journal{connection} {}

    [[nodiscard]] std::vector<FeeView> fees(const MemberId& member) const override;
    [[nodiscard]] ServicesSet services() const override;
    [[nodiscard]] bool service_returned(const ReceiptNumber& receipt, std::int64_t n) const override;

private:
    database::Connection& m_connection;
    Journal m_journal;
};

} // namespace guitai
