// How many receipts, orders, members, shifts … this till has made, so that
// their numbers have no gap.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class CountsProjection final : public Projection {
public:
    explicit CountsProjection(TillIdentity self) : m_self{std::move(self)} {}

    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"counts"}; }

private:
    TillIdentity m_self;
};

} // namespace guitai
