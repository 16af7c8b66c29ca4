#include "sync/pricing/pricing.hpp"

#include "tests/support/catch.hpp"

using namespace guitai;
using namespace guitai::literals;

namespace {

LineToPrice coat()
{
    return {.line = 1, .quantity = Quantity::pieces(1), .list = 69900_fen, .tax_rate = BasisPoints{1'300}};
}

PriceFacts of_a_member()
{
    PriceFacts facts;
    facts.member.emplace();
    return facts;
}

PricedLine priced_alone(const LineToPrice& line, const PriceFacts& facts = {})
{
    return price_cart({.lines = {line}, .facts = facts}).lines.front();
}

PriceReason members_reason(std::int64_t quantity, Money amount)
{
    return {"why.price.member", "", amount, "member_price", "会员价", "Member price", quantity};
}

PriceReason keyed_reason(std::string said, std::int64_t quantity, Money amount)
{
    PriceReason reason{"why.manual", std::move(said), amount};
    reason.quantity = quantity;
    return reason;
}

} // namespace

TEST_CASE("a stranger pays the list price and nothing needs explaining")
{
    auto line = coat();
    line.quantity = Quantity::pieces(3);

    const PricedLine priced{priced_alone(line)};

    CHECK(priced.total == 209700_fen);
    CHECK(priced.discount.is_zero());
    CHECK(priced.why.empty());
}

TEST_CASE("a member pays the member price and the line says what she saved")
{
    auto line = coat();
    line.quantity = Quantity::pieces(2);
    line.member_price = 65900_fen;

    const PricedLine priced{priced_alone(line, of_a_member())};

    CHECK(priced.unit == 69900_fen);
    CHECK(priced.total == 131800_fen);
    CHECK(priced.why == std::vector<PriceReason>{members_reason(2, 8000_fen)});
}

TEST_CASE("a member price above the list price is no favour and is left out")
{
    auto line = coat();
    line.member_price = 70000_fen;

    CHECK(priced_alone(line, of_a_member()).total == 69900_fen);
}

TEST_CASE("a discount by hand comes off what the member price left")
{
    auto line = coat();
    line.member_price = 60000_fen;
    line.discount = {.percent = BasisPoints{1'000}, .reason = "袖口有线头"};

    const PricedLine priced{priced_alone(line, of_a_member())};

    CHECK(priced.total == 54000_fen);
    CHECK(priced.discount == 15900_fen);
    CHECK(priced.why == std::vector<PriceReason>{members_reason(1, 9900_fen), keyed_reason("袖口有线头", 1, 6000_fen)});
}

TEST_CASE("half a fen of a discount goes to the customer")
{
    auto line = coat();
    line.list = 995_fen;
    line.discount = {.percent = BasisPoints{1'000}};

    CHECK(priced_alone(line).discount == 100_fen);
}

TEST_CASE("a discount larger than the line makes it free, never less")
{
    auto line = coat();
    line.discount = {.amount = 99900_fen};

    const PricedLine priced{priced_alone(line)};

    CHECK(priced.total.is_zero());
    CHECK(priced.discount == 69900_fen);
}

TEST_CASE("included tax is found inside the price and adds nothing")
{
    const PricedCart cart{price_cart({.lines = {coat()}})};

    CHECK(cart.total == 69900_fen);
    CHECK(cart.tax == 8042_fen);
}

TEST_CASE("excluded tax comes on top, each line at its own rate")
{
    auto book = coat();
    book.line = 2;
    book.list = 2999_fen;
    book.tax_rate = BasisPoints{900};

    const PricedCart cart{price_cart({.lines = {coat(), book}, .facts = {.tax_mode = TaxMode::excluded}})};

    CHECK(cart.lines[0].tax == 9087_fen);
    CHECK(cart.lines[1].tax == 270_fen);
    CHECK(cart.subtotal == 72899_fen);
    CHECK(cart.total == 72899_fen + 9357_fen);
}

TEST_CASE("tax is paid on what is left after the discount")
{
    auto line = coat();
    line.list = 10000_fen;
    line.discount = {.percent = BasisPoints{5'000}};

    CHECK(priced_alone(line, {.tax_mode = TaxMode::excluded}).tax == 650_fen);
}

TEST_CASE("a delivery fee raises its line and says so as news that costs")
{
    auto line = coat();
    line.kind = LineKind::order;
    line.fee = 1500_fen;

    const PricedCart cart{price_cart({.lines = {line}})};

    CHECK(cart.total == 71400_fen);
    CHECK(cart.subtotal == 71400_fen);
    CHECK(cart.order_total == 71400_fen);
    CHECK(cart.lines[0].why == std::vector<PriceReason>{{"delivery.fee", "", -(1500_fen)}});
}

TEST_CASE("a broken quantity is priced to the nearest fen")
{
    auto line = coat();
    line.list = 3333_fen;
    line.quantity = Quantity::from_milli(850);

    CHECK(priced_alone(line).total == 2833_fen);
}

TEST_CASE("only order lines count as what may be paid on delivery")
{
    auto order = coat();
    order.line = 2;
    order.kind = LineKind::order;

    const PricedCart cart{price_cart({.lines = {coat(), order}})};

    CHECK(cart.total == 139800_fen);
    CHECK(cart.order_total == 69900_fen);
}

TEST_CASE("an empty ticket costs nothing")
{
    const PricedCart cart{price_cart({})};

    CHECK(cart.total.is_zero());
    CHECK(cart.lines.empty());
}
