// What the head office found to go together, and how the customers of this till were served.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class ServiceProjection final : public Projection {
public:
    explicit ServiceProjection(TillIdentity self) : m_self{std::move(self)} {}

    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"pairings", "pairing_news", "feelings", "talks", "service_days"};
    }

private:
    TillIdentity m_self;
};

} // namespace guitai
