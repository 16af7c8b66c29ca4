#include "sync/pricing/pricing.hpp"

#include <algorithm>
#include <cassert>

namespace guitai {
namespace {

Money member_saving(const LineToPrice& line, Buyer buyer)
{
    if (buyer != Buyer::member || line.member_price.is_zero() || line.member_price >= line.list) return {};
    return line.quantity.times(line.list) - line.quantity.times(line.member_price);
}

Money saving_by_hand(const LineDiscount& discount, Money left)
{
    const Money wanted{discount.percent.value != 0 ? left.at_rate(discount.percent) : discount.amount};
    return std::min(wanted, left);
}

PricedLine price_line(const LineToPrice& line, Buyer buyer, TaxMode tax_mode)
{
    assert(!line.list.is_negative() && !line.fee.is_negative() && line.quantity >= Quantity{});
    PricedLine priced{.line = line.line, .kind = line.kind, .unit = line.list, .fee = line.fee};

    Money left{line.quantity.times(line.list)};
    const auto take_off = [&](std::string code, std::string detail, Money amount) {
        if (amount.is_zero()) return;
        left -= amount;
        priced.discount += amount;
        priced.why.push_back({std::move(code), std::move(detail), amount});
    };
    take_off("price.member", "", member_saving(line, buyer));
    take_off("discount.line", line.discount.reason, saving_by_hand(line.discount, left));
    if (!line.fee.is_zero()) {
        left += line.fee;
        priced.why.push_back({"delivery.fee", "", -line.fee});
    }

    priced.tax = tax_mode == TaxMode::included ? left.tax_inside(line.tax_rate) : left.at_rate(line.tax_rate);
    priced.total = tax_mode == TaxMode::included ? left : left + priced.tax;
    return priced;
}

} // namespace

PricedCart price_cart(const PriceInput& input)
{
    PricedCart cart;
    cart.lines.reserve(input.lines.size());
    for (const LineToPrice& line : input.lines) {
        PricedLine priced{price_line(line, input.buyer, input.tax_mode)};
        cart.subtotal += line.quantity.times(line.list) + line.fee;
        cart.discount += priced.discount;
        cart.tax += priced.tax;
        cart.total += priced.total;
        if (priced.kind == LineKind::order) cart.order_total += priced.total;
        cart.lines.push_back(std::move(priced));
    }
    return cart;
}

} // namespace guitai
