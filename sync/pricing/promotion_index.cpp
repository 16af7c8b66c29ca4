#include "sync/pricing/promotion_index.hpp"

#include <algorithm>

namespace guitai::pricing {
namespace {

using Places = std::vector<std::uint32_t>;
using Table = std::unordered_map<std::string, Places>;

void enter_words(Table& table, const std::vector<std::string>& words, std::uint32_t place)
{
    for (const std::string& word : words) table[word].push_back(place);
}

void look_up(const Table& table, const std::string& word, Places& found)
{
    const auto row = table.find(word);
    if (row != table.end()) found.insert(found.end(), row->second.begin(), row->second.end());
}

Promotion make_members_price()
{
    Promotion offer;
    offer.id = "member_price"; // The form's ids begin with a capital or a digit.
    offer.name_zh = "会员价";
    offer.name_en = "Member price";
    offer.cls = class_price;
    offer.stacks = class_order | class_coupon | class_points;
    offer.who.emplace();
    offer.off.how = Off::How::member_price;
    return offer;
}

} // namespace

const Promotion& members_price()
{
    static const Promotion offer{make_members_price()};
    return offer;
}

PromotionIndex::PromotionIndex(const std::vector<Promotion>& promotions) : m_promotions{promotions}
{
    for (std::uint32_t place{0}; place < promotions.size(); ++place) {
        const Promotion& promotion{promotions[place]};
        m_ids.emplace(promotion.id, place);
        const bool about_the_ticket{promotion.cls == class_none};
        if (about_the_ticket) {
            m_always.push_back(place);
            continue;
        }
        enter(promotion.scope, place);
        if (promotion.kind == PromotionKind::gift) enter(promotion.gifts, place);
    }
}

void PromotionIndex::enter(const Scope& scope, std::uint32_t place)
{
    const Selector& takes{scope.takes};
    if (takes.all) m_always.push_back(place);
    enter_words(m_skus, takes.skus, place);
    enter_words(m_styles, takes.styles, place);
    enter_words(m_categories, takes.categories, place);
    enter_words(m_tags, takes.tags, place);
    enter_words(m_collections, takes.collections, place);
}

std::vector<const Promotion*> PromotionIndex::candidates(const Basket& basket) const
{
    Places found{m_always};
    for (const BasketLine& line : basket.lines) {
        const Article& article{*line.article};
        look_up(m_skus, article.sku, found);
        look_up(m_styles, article.style, found);
        for (const std::string& tag : article.tags) look_up(m_tags, tag, found);
        for (const std::string& collection : article.collections) look_up(m_collections, collection, found);
        for (const std::string& category : article.categories) {
            look_up(m_categories, category, found);
            for (std::size_t cut{category.find('/')}; cut != std::string::npos; cut = category.find('/', cut + 1)) {
                look_up(m_categories, category.substr(0, cut), found);
            }
        }
    }
    for (const HeldCoupon& coupon : basket.coupons) {
        const auto row = m_ids.find(coupon.promotion);
        if (row != m_ids.end()) found.push_back(row->second);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::vector<const Promotion*> promotions;
    promotions.reserve(found.size());
    for (const std::uint32_t place : found) promotions.push_back(&m_promotions[place]);
    return promotions;
}

const Promotion* PromotionIndex::find(const std::string& id) const
{
    if (id == members_price().id) return &members_price();
    const auto row = m_ids.find(id);
    return row == m_ids.end() ? nullptr : &m_promotions[row->second];
}

} // namespace guitai::pricing
