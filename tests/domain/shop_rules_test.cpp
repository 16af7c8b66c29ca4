#include "terminal/domain/shop_rules.hpp"
#include "tests/support/catch.hpp"

using namespace guitai;
using namespace guitai::literals;

namespace {

ShopRulesSet rounding(CashRounding how, Money coin)
{
    ShopRulesSet rules{default_rules({"S01"})};
    rules.rounding = how;
    rules.coin = coin;
    return rules;
}

} // namespace

TEST_CASE("cash is let go down to the coin, and a refund by the same rule", "[domain]")
{
    const ShopRulesSet rules{rounding(CashRounding::down, 10_fen)};

    CHECK(in_coins(rules, 12345_fen) == 12340_fen);
    CHECK(in_coins(rules, -(12345_fen)) == -(12340_fen));
    CHECK(in_coins(rules, 7_fen) == 0_fen);
}

TEST_CASE("nearest gives half a coin to the larger side", "[domain]")
{
    const ShopRulesSet rules{rounding(CashRounding::nearest, 10_fen)};

    CHECK(in_coins(rules, 12345_fen) == 12350_fen);
    CHECK(in_coins(rules, 12344_fen) == 12340_fen);
    CHECK(in_coins(rules, -(12345_fen)) == -(12350_fen));
    const ShopRulesSet odd{rounding(CashRounding::nearest, 5_fen)};
    CHECK(in_coins(odd, 2_fen) == 0_fen);
    CHECK(in_coins(odd, 3_fen) == 5_fen);
}

TEST_CASE("a shop without a rule of rounding takes cash to the fen", "[domain]")
{
    CHECK(in_coins(default_rules({"S01"}), 12345_fen) == 12345_fen);
}

TEST_CASE("the longest category that fits says how long goods are taken back", "[domain]")
{
    ShopRulesSet rules;
    rules.returns = {{"", 15}, {"内衣", 0}, {"女装/外套", 30}};

    CHECK(return_days(rules, "女装/外套/大衣") == 30);
    CHECK(return_days(rules, "女装/外套装") == 15);
    CHECK(return_days(rules, "内衣") == 0);
    CHECK(return_days({}, "女装") == 7);
}

TEST_CASE("a role that the rules do not name keeps the defaults", "[domain]")
{
    ShopRulesSet rules;
    rules.limits = {{Role::clerk, {500}, 100_fen, false, false}};

    CHECK(limit_of(rules, Role::clerk).discount_max == BasisPoints{500});
    CHECK(limit_of(rules, Role::owner).may_vouch);
    CHECK(discount_max_of_all(rules) == BasisPoints{5000});
}

TEST_CASE("foreign money is worth what the rate says, half a fen up", "[domain]")
{
    ShopRulesSet rules;
    rules.currencies = {{"USD", 7105}};

    const auto rate = rate_of(rules, "USD");

    REQUIRE(rate);
    CHECK(worth_here(*rate, 1'000) == 7105_fen);
    CHECK(worth_here(*rate, 1) == 7_fen);
    CHECK_FALSE(rate_of(rules, "EUR"));
}
