// Where this till's sales and parked tickets stand in its journal.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class SalesProjection final : public Projection {
public:
    explicit SalesProjection(TillIdentity self) : m_self{std::move(self)} {}

    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"sales", "parked_tickets", "parked_elsewhere", "recalled_unheard"};
    }

private:
    TillIdentity m_self;
};

} // namespace guitai
