// The order desk of this shop.
#pragma once

#include "sync/database/database.hpp"
#include "terminal/app/ports.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class OrdersReader final : public OrderReader {
public:
    OrdersReader(database::Connection& connection, TillIdentity self)
        : m_connection{connection}, m_self{std::move(self)}
    {
    }

    [[nodiscard]] std::vector<OrderBrief> list(std::string_view state, std::int64_t limit) const override;
    [[nodiscard]] std::optional<OrderDetail> find(const OrderId& order) const override;
    [[nodiscard]] std::vector<OrderDetail> of_member(const MemberId& member, std::int64_t limit) const override;
    // Parcels that wait for their customer or for the carrier, money that is owed back, and what a customer is to be
    // asked.
    [[nodiscard]] std::int64_t waiting() const override;
    [[nodiscard]] std::int64_t to_send() const override;

private:
    database::Connection& m_connection;
    TillIdentity m_self;
};

} // namespace guitai
