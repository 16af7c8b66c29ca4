// Which promotions a basket can meet at all, found by SKU, style, category, tag
// and collection, so that thousands of offers on file cost a cart nothing.
// Says "perhaps": what it finds is still looked at properly.
#pragma once

#include "sync/pricing/basket.hpp"
#include "sync/pricing/promotion.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace guitai::pricing {

// The price that the catalogue names for members: an offer like any other, of class price, on file everywhere.
[[nodiscard]] const Promotion& members_price();

class PromotionIndex {
public:
    // `promotions` stay where they are as long as this does.
    explicit PromotionIndex(const std::vector<Promotion>& promotions);

    // In the order of the file, each once: those whose scope or gifts may hold a line
    // of the basket, those without a scope of goods, and those of the coupons handed over.
    [[nodiscard]] std::vector<const Promotion*> candidates(const Basket& basket) const;
    [[nodiscard]] const Promotion* find(const std::string& id) const; // Null: no such promotion. Knows members_price().

private:
    using Places = std::vector<std::uint32_t>;
    using Table = std::unordered_map<std::string, Places>;

    void enter(const Scope& scope, std::uint32_t place);

    const std::vector<Promotion>& m_promotions;
    Places m_always;
    Table m_skus, m_styles, m_categories, m_tags, m_collections;
    std::unordered_map<std::string, std::uint32_t> m_ids;
};

} // namespace guitai::pricing
