// The head office's promotions, coupons that were given out, and uses of offers
// that have a limit per member.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class OffersProjection final : public Projection {
public:
    explicit OffersProjection(TillIdentity self) : m_self{std::move(self)} {}

    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"promotions", "coupons", "offer_uses", "benefit_rules"};
    }

private:
    TillIdentity m_self;
};

} // namespace guitai
