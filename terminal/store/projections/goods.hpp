// The catalogue: styles, their items, codes, and the words that find them. The
// words are no part of the comparison: a better pinyin table is no damage.
#pragma once

#include "sync/journal/books.hpp"

namespace guitai {

class GoodsProjection final : public Projection {
public:
    void apply(database::Connection& connection, const Event& event) override;
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"categories", "styles", "items", "barcodes"};
    }
    [[nodiscard]] std::vector<std::string_view> search_tables() const override { return {"style_words"}; }
};

} // namespace guitai
