// What a till knows beyond its own goods and drawer: the rules of its shop, what
// members owe, and what came back of which receipt.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class TradeProjection final : public Projection {
public:
    explicit TradeProjection(TillIdentity self) : m_self{std::move(self)} {}

    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"shop_rules", "accounts", "returned", "return_visits", "pieces_moved", "serials"};
    }

private:
    TillIdentity m_self;
};

} // namespace guitai
