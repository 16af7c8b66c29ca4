// Orders for what the shop did not have, and every step of their life. The table
// of sync/events/order.hpp decides which steps are steps.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class OrdersProjection final : public Projection {
public:
    explicit OrdersProjection(TillIdentity self) : m_self{std::move(self)} {}

    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"orders", "order_steps", "sending_places"};
    }

private:
    TillIdentity m_self;
};

} // namespace guitai
