// Pairings, feelings and the figures of a day, as the projection counts them.
#pragma once

#include "sync/database/database.hpp"
#include "terminal/app/ports.hpp"

namespace guitai {

class StoreServiceReader final : public ServiceReader {
public:
    explicit StoreServiceReader(database::Connection& connection) : m_connection{connection} {}

    [[nodiscard]] Pairings pairings(const StyleId& style, std::int64_t limit) const override;
    [[nodiscard]] std::optional<Feeling> feeling(const ReceiptNumber& receipt) const override;
    [[nodiscard]] ServiceView service(std::string_view business_date) const override;

private:
    database::Connection& m_connection;
};

} // namespace guitai
