// Membership fees (会费), the services that points pay (积分换服务), and those that were given back.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class ClubProjection final : public Projection {
public:
    explicit ClubProjection(TillIdentity self) : m_self{std::move(self)} {}

    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"fees", "service_rules", "services_returned"};
    }

private:
    TillIdentity m_self;
};

} // namespace guitai
