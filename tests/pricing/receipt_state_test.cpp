// What comes back of a ticket with promotions, worked out by hand.
#include "sync/pricing/receipt_state.hpp"

#include "tests/pricing/counter.hpp"

using namespace guitai;
using pricing::Minor;
using test::offer;

namespace {

const std::string each_20_less_3{
    offer("E", R"("kind": "order", "repeat": true, "steps": [{"amount_minor": 2000, "off": {"amount_minor": 300}}])")};

// A paid ticket of `promotions`, kept with what it needs.
struct Paid {
    Paid(const std::string& promotions, const pricing::Basket& basket)
        : list{test::promotions_of(promotions)}, index{list}, receipt{index, basket}
    {
    }
    Minor back(std::int64_t line, std::int64_t pieces = 1)
    {
        const auto refund = receipt.give_back({{line, pieces}});
        REQUIRE(refund.has_value());
        return refund->money_back;
    }

    std::vector<pricing::Promotion> list;
    pricing::PromotionIndex index;
    pricing::ReceiptState receipt;
};

pricing::Basket two_cups() { return test::Counter{each_20_less_3}.sell("A", 1'000, 2).basket; }

} // namespace

TEST_CASE("a return that breaks an offer pays back what is left above the kept goods", "[pricing]")
{
    Paid paid{each_20_less_3, two_cups()};
    REQUIRE(paid.receipt.sold().due == 1'700);

    CHECK(paid.back(1) == 700);   // One cup alone costs 10.00.
    CHECK(paid.back(1) == 1'000); // And all that was paid has come back.
}

TEST_CASE("both at once bring all of it, and nothing comes back twice", "[pricing]")
{
    Paid paid{each_20_less_3, two_cups()};

    CHECK(paid.back(1, 2) == 1'700);
    CHECK(paid.receipt.give_back({{1, 1}}).error().code == "return.more_than_sold");
    CHECK(paid.receipt.give_back({{7, 1}}).error().code == "return.no_such_line");
}

TEST_CASE("a refused visit changes nothing", "[pricing]")
{
    Paid paid{each_20_less_3, two_cups()};

    CHECK_FALSE(paid.receipt.give_back({{1, 1}, {1, 5}}).has_value());

    CHECK(paid.back(1, 2) == 1'700);
}

TEST_CASE("in whichever order pieces come back, what was paid comes back", "[pricing]")
{
    const std::string offers{each_20_less_3 + "," + offer("U", R"("kind": "unit", "off": {"percent": 33}, )"
                                                               R"("scope": {"skus": ["B"]})")};
    const pricing::Basket basket{test::Counter{offers}.sell("A", 1'001, 3).sell("B", 777, 2).basket};
    const std::vector<std::vector<std::int64_t>> orders{{1, 1, 1, 2, 2}, {2, 2, 1, 1, 1}, {1, 2, 1, 2, 1}};
    for (const auto& order : orders) {
        Paid paid{offers, basket};
        Minor sum{0};
        for (const std::int64_t line : order) sum += paid.back(line);
        CHECK(sum == paid.receipt.sold().due);
    }
}

TEST_CASE("another colour of the same style at the same price takes the place of a piece", "[pricing]")
{
    Paid paid{each_20_less_3, two_cups()};
    pricing::Article other;
    other.sku = "A2";
    other.style = "A";
    other.price = 1'000;

    CHECK(paid.receipt.swap(1, other).has_value());
    other.price = 1'100;
    CHECK(paid.receipt.swap(1, other).error().code == "swap.not_alike");
    other.price = 1'000;
    other.style = "B";
    CHECK(paid.receipt.swap(1, other).error().code == "swap.not_alike");
}
