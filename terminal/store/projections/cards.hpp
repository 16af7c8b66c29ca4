// The charges that the payment terminal was asked for and nobody has settled yet.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class CardsProjection final : public Projection {
public:
    explicit CardsProjection(TillIdentity self) : m_self{std::move(self)} {}

    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"open_cards"}; }

private:
    TillIdentity m_self;
};

} // namespace guitai
