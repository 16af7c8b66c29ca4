#include "sync/pricing/pricing.hpp"

#include <algorithm>
#include <cassert>

namespace guitai {
namespace {

using pricing::Basket;
using pricing::BasketLine;
using pricing::LineResult;
using pricing::Minor;
using pricing::PricedBasket;

constexpr std::int64_t full_points{100};     // The multiplier of no offer, in percent.

BasketLine basket_line(const LineToPrice& line)
{
    assert(!line.list.is_negative() && !line.fee.is_negative() && line.quantity >= Quantity{});
    const bool weighed{!line.quantity.is_whole() || (line.goods != nullptr && line.goods->weighed)};
    pricing::Article article{line.goods == nullptr ? article_of({}, line.list, weighed)
                                                   : article_of(*line.goods, line.list, weighed)};
    article.member_price = line.member_price < line.list ? line.member_price.minor() : 0;
    article.tax_rate = line.tax_rate.value;
    BasketLine made{.line = line.line,
                    .article = std::make_shared<const pricing::Article>(std::move(article)),
                    .unit = line.list.minor(),
                    .milli = line.quantity.milli(),
                    .earns = line.kind == LineKind::sale};
    if (line.discount.none()) return made;
    pricing::KeyedIn keyed{.amount = line.discount.amount.minor(), .reason = line.discount.reason};
    if (line.discount.percent.value != 0) keyed.percent = line.discount.percent.value;
    made.keyed_in = std::move(keyed);
    return made;
}

Basket basket_of(const PriceInput& input)
{
    const PriceFacts& facts{input.facts};
    Basket basket{.member = facts.member,
                  .store = facts.store.text,
                  .now = facts.now,
                  .opened = facts.opened,
                  .hold_minutes = facts.hold_minutes,
                  .coupons = facts.coupons,
                  .tax_mode = facts.tax_mode,
                  .redeem_points = facts.redeem.minor(),
                  .minor_per_point = facts.minor_per_point};
    for (const LineToPrice& line : input.lines) {
        basket.lines.push_back(basket_line(line));
        basket.delivery_fee += line.fee.minor();
    }
    return basket;
}

PriceReason reason_of(const pricing::Reason& why, const pricing::PromotionIndex& index)
{
    PriceReason reason{.code = why.key, .detail = why.said, .amount = Money::from_minor(why.amount)};
    reason.promotion = why.promotion;
    if (const pricing::Promotion* const offer{index.find(why.promotion)}) {
        reason.name = offer->name_zh;
        reason.name_en = offer->name_en;
    }
    reason.quantity = why.quantity;
    reason.measured = Money::from_minor(why.measured.value_or(0));
    reason.step = why.step.value_or(0);
    reason.times = why.times.value_or(0);
    return reason;
}

// The fee stands there as it was asked, and what an offer took off it beside it.
void add_fee_reasons(PricedLine& priced, Money asked, const std::string& fee_by, const pricing::PromotionIndex& index)
{
    if (asked.is_zero()) return;
    priced.why.push_back({"delivery.fee", "", -asked});
    if (asked == priced.fee) return;
    PriceReason less{"why.delivery", "", asked - priced.fee};
    less.promotion = fee_by;
    if (const pricing::Promotion* const offer{index.find(fee_by)}) {
        less.name = offer->name_zh;
        less.name_en = offer->name_en;
    }
    priced.why.push_back(std::move(less));
}

// All of it, by an offer of the shop: it stands on the ticket and on the receipt as a gift.
bool is_given_away(const PricedLine& line)
{
    return line.kind == LineKind::sale && line.total.is_zero() &&
           std::any_of(line.why.begin(), line.why.end(),
                       [](const PriceReason& why) { return why.code == "why.gift.free"; });
}

// What the goods cost is settled; the fee, as far as it is charged, comes on top and is taxed with its line.
PricedLine line_of(const LineToPrice& line, const LineResult& result, Money fee, const PriceInput& input,
                   const pricing::PromotionIndex& index, const std::string& fee_by)
{
    PricedLine priced{.line = line.line, .kind = line.kind, .unit = line.list, .fee = fee};
    priced.discount = Money::from_minor(result.discount);
    for (const Minor price : result.prices) priced.pieces.push_back(Money::from_minor(price));
    for (const pricing::Reason& why : result.why) priced.why.push_back(reason_of(why, index));
    add_fee_reasons(priced, line.fee, fee_by, index);

    const bool on_top{input.facts.tax_mode == TaxMode::excluded};
    const Money net{Money::from_minor(result.total) + fee};
    priced.tax = Money::from_minor(pricing::tax_of(net.minor(), line.tax_rate.value, input.facts.tax_mode));
    priced.total = on_top ? net + priced.tax : net;
    priced.points = result.earning / full_points / input.facts.minor_per_point;
    if (is_given_away(priced)) priced.kind = LineKind::gift;
    return priced;
}

std::vector<Minor> fees_charged(const PriceInput& input, Minor charged)
{
    std::vector<Minor> asked;
    for (const LineToPrice& line : input.lines) asked.push_back(line.fee.minor());
    std::vector<Minor> fees;
    pricing::share(charged, asked, fees);
    return fees;
}

} // namespace

pricing::Article article_of(const CatalogueItem& goods, Money unit, bool weighed)
{
    pricing::Article article{.sku = goods.sku.text, .style = goods.style.text, .price = unit.minor()};
    if (!goods.category.empty()) article.categories = {goods.category};
    article.tags = goods.tags;
    article.collections = goods.collections;
    article.member_price = goods.member_price < unit ? goods.member_price.minor() : 0;
    article.tax_rate = goods.tax_rate.value;
    article.weighed = weighed;
    article.discountable = goods.discountable;
    return article;
}

PricedCart price_cart(const PriceInput& input)
{
    const pricing::Offers& offers{input.facts.offers ? *input.facts.offers : pricing::no_offers()};
    const Basket basket{basket_of(input)};
    PricedBasket priced{price_basket(offers.index(), basket)};
    const std::vector<Minor> fees{fees_charged(input, priced.delivery)};

    PricedCart cart;
    cart.lines.reserve(input.lines.size());
    for (std::size_t at{0}; at < input.lines.size(); ++at) {
        const LineToPrice& line{input.lines[at]};
        const Money fee{Money::from_minor(fees[at])};
        PricedLine own{line_of(line, priced.lines[at], fee, input, offers.index(), priced.delivery_by)};
        cart.subtotal += line.quantity.times(line.list) + fee;
        cart.delivery += fee;
        cart.discount += own.discount;
        cart.tax += own.tax;
        cart.total += own.total;
        if (own.kind == LineKind::order) cart.order_total += own.total;
        cart.lines.push_back(std::move(own));
    }
    cart.redeemed = Money::from_minor(priced.points_redeemed);
    cart.points = priced.points_earned;
    cart.approximate = priced.approximate;
    cart.unlock = std::move(priced.unlock);
    cart.not_applied = std::move(priced.not_applied);
    cart.coupons_used = std::move(priced.coupons_used);
    cart.coupons_issued = std::move(priced.coupons_issued);
    cart.uses = std::move(priced.uses);
    return cart;
}

} // namespace guitai
