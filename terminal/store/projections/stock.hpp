// Stock: opening plus movements, in every place. This till's own sales count at
// once; the head office's echo of them is skipped.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class StockProjection final : public Projection {
public:
    explicit StockProjection(TillIdentity self) : m_self{std::move(self)} {}

    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"stock", "stock_news"}; }

private:
    TillIdentity m_self;
};

} // namespace guitai
