// A counter for pricing tests: articles by one line each, promotions in their
// outside form, a basket that grows. Knows nothing of how a price is found.
#pragma once

#include "sync/pricing/priced_basket.hpp"
#include "sync/pricing/read_promotions.hpp"

#include "tests/support/catch.hpp"

#include <memory>
#include <string>
#include <vector>

namespace guitai::test {

inline pricing::LocalMoment at_time(const std::string& text)
{
    const auto moment = pricing::parse_moment(text);
    REQUIRE(moment.has_value());
    return *moment;
}

inline std::vector<pricing::Promotion> promotions_of(const std::string& list)
{
    const std::string head{R"({"format": "guitai.promotions", "version": 1, "promotions": [)"};
    auto book = pricing::read_promotions(head + list + "]}");
    INFO((book ? "" : book.error().code + " " + book.error().detail));
    REQUIRE(book.has_value());
    return std::move(book->promotions);
}

// One promotion: `rest` is everything behind id and name.
inline std::string offer(const std::string& id, const std::string& rest)
{
    return R"({"id": ")" + id + R"(", "name": {"zh_CN": ")" + id + R"(", "en": ")" + id + R"("}, )" + rest + "}";
}

class Counter {
public:
    explicit Counter(const std::string& promotions) : m_promotions{promotions_of(promotions)}
    {
        basket.now = at_time("2026-10-01T12:00");
    }

    Counter& sell(const pricing::Article& article, std::int64_t milli)
    {
        pricing::BasketLine line;
        line.line = static_cast<std::int64_t>(basket.lines.size()) + 1;
        line.article = std::make_shared<const pricing::Article>(article);
        line.unit = article.price;
        line.milli = milli;
        basket.lines.push_back(line);
        return *this;
    }
    Counter& sell(const std::string& sku, pricing::Minor price, std::int64_t pieces = 1)
    {
        pricing::Article article;
        article.sku = sku;
        article.style = sku.substr(0, 1);
        article.price = price;
        return sell(article, pieces * 1'000);
    }
    Counter& hand_over(const std::string& promotion)
    {
        pricing::HeldCoupon coupon;
        coupon.promotion = promotion;
        basket.coupons.push_back(coupon);
        return *this;
    }
    Counter& member(const std::string& tier)
    {
        basket.member.emplace().tier = tier;
        return *this;
    }

    [[nodiscard]] pricing::PricedBasket price() const
    {
        const pricing::PromotionIndex index{m_promotions};
        return pricing::price_basket(index, basket);
    }

    pricing::Basket basket{};

private:
    std::vector<pricing::Promotion> m_promotions;
};

inline std::vector<pricing::Minor> totals(const pricing::PricedBasket& priced)
{
    std::vector<pricing::Minor> found;
    for (const auto& line : priced.lines) found.push_back(line.total);
    return found;
}

} // namespace guitai::test
