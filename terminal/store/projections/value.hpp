// Money in purses (储值) and on gift cards, as it is shown, and the key that names the cards.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class ValueProjection final : public Projection {
public:
    explicit ValueProjection(TillIdentity self) : m_self{std::move(self)} {}

    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"value_lots", "value_restored", "gift_keys"};
    }

private:
    TillIdentity m_self;
};

} // namespace guitai
