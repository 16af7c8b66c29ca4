#include "terminal/domain/suggest.hpp"

#include "tests/support/catch.hpp"

using namespace guitai;

namespace {

Money yuan(std::int64_t amount) { return Money::from_minor(amount * 100); }

Candidate goods(const std::string& style, std::int64_t price_yuan, const std::string& category = "外套",
                std::int64_t here = 5)
{
    return {{style + "-1"}, {style}, category, "170", yuan(price_yuan), here, {}};
}

TastedGoods tasted(const std::string& style, const std::string& category, const std::string& size = "170")
{
    return {{style}, style + "的名字", style + " in English", category, size};
}

Taste of_ticket(std::vector<TastedGoods> ticket)
{
    Taste taste;
    taste.ticket = std::move(ticket);
    return taste;
}

} // namespace

TEST_CASE("with a budget of 800 there are exactly two: one inside it, and the median-priced match")
{
    const auto matches = ranked({goods("A", 500), goods("B", 700), goods("C", 900), goods("D", 1'200),
                                 goods("E", 2'000)},
                                of_ticket({tasted("X", "外套")}));
    REQUIRE(matches.size() == 5);

    const auto two = two_of(matches, yuan(800));

    REQUIRE(two);
    CHECK(two->middle.goods.price == yuan(900));
    CHECK(two->within_budget.goods.price <= yuan(800));
    CHECK(two->middle.goods.style != two->within_budget.goods.style);
}

TEST_CASE("with one candidate, or none inside the budget, nothing is suggested: she is asked again")
{
    const Taste taste{of_ticket({tasted("X", "外套")})};

    CHECK_FALSE(two_of(ranked({goods("A", 500)}, taste), yuan(800)));
    CHECK_FALSE(two_of(ranked({goods("A", 900), goods("B", 1'000), goods("C", 1'200)}, taste), yuan(800)));
    CHECK_FALSE(two_of({}, yuan(800)));
}

TEST_CASE("what only the median would satisfy is not offered twice")
{
    const Taste taste{of_ticket({tasted("X", "外套")})};

    const auto two = two_of(ranked({goods("A", 700), goods("B", 790), goods("C", 1'500)}, taste), yuan(800));
    REQUIRE(two);
    CHECK(two->middle.goods.style.text == "B");
    CHECK(two->within_budget.goods.style.text == "A");

    CHECK_FALSE(two_of(ranked({goods("A", 790), goods("B", 1'500), goods("C", 100, "外套", 0)}, taste), yuan(700)));
}

TEST_CASE("nothing is offered without a fact of the customer or of the ticket")
{
    CHECK(ranked({goods("A", 500, "配饰")}, of_ticket({tasted("X", "外套")})).empty());
    CHECK(ranked({goods("A", 500)}, {}).empty());
}

TEST_CASE("what is not in stock, or on the ticket already, is never offered")
{
    const auto matches = ranked({goods("A", 500, "外套", 0), goods("X", 500), goods("B", 600)},
                                of_ticket({tasted("X", "外套")}));

    REQUIRE(matches.size() == 1);
    CHECK(matches[0].goods.style.text == "B");
}

TEST_CASE("what others bought with it goes first, and says with what")
{
    Candidate paired{goods("SCARF", 129, "配饰")};
    paired.paired = PairedWith{0, 69, 160, 1'072, 9'835};

    const auto matches = ranked({goods("B", 600), paired}, of_ticket({tasted("X", "外套")}));

    REQUIRE(matches.size() == 2);
    CHECK(matches[0].goods.style.text == "SCARF");
    CHECK(matches[0].reason == SuggestReason::goes_with);
    CHECK(matches[0].about == "X的名字");
    CHECK(matches[0].about_en == "X in English");
    CHECK(matches[1].reason == SuggestReason::same_kind);
}

TEST_CASE("confidence and lift are those of the receipts, and a pairing by chance is no reason")
{
    const PairedWith herbs{0, 69, 160, 1'072, 9'835};
    CHECK(confidence_of_100k(herbs) == 43'125);
    CHECK(lift_milli(herbs) == 3'956);

    Candidate by_chance{goods("MILK", 10, "乳品")};
    by_chance.paired = PairedWith{0, 10, 100, 1'000, 10'000};
    CHECK(lift_milli(*by_chance.paired) == 1'000);
    CHECK(ranked({by_chance}, of_ticket({tasted("X", "外套")})).empty());
    CHECK(confidence_of_100k({}) == 0);
    CHECK(lift_milli({}) == 0);
}

TEST_CASE("two members with different likes get different lists, each with her own fact")
{
    const std::vector<Candidate> shelf{goods("COAT", 700, "外套"), goods("SCARF", 129, "配饰"),
                                       goods("HAT", 99, "配饰"), goods("JACKET", 500, "外套")};
    Taste coats;
    coats.bought = {tasted("OLD", "外套", "170")};
    Taste scarves;
    scarves.bought = {tasted("OLD", "配饰", "")};

    const auto of_coats = ranked(shelf, coats);
    const auto of_scarves = ranked(shelf, scarves);

    REQUIRE(of_coats.size() == 2);
    REQUIRE(of_scarves.size() == 2);
    CHECK(of_coats[0].goods.category == "外套");
    CHECK(of_coats[0].reason == SuggestReason::same_size);
    CHECK(of_coats[0].about == "170");
    CHECK(of_scarves[0].goods.category == "配饰");
    CHECK(of_scarves[0].reason == SuggestReason::likes_category);
    CHECK(of_scarves[0].about == "配饰");
}

TEST_CASE("of equal ones, what there is plenty of goes first")
{
    const auto matches = ranked({goods("A", 500, "外套", 1), goods("B", 500, "外套", 20)},
                                of_ticket({tasted("X", "外套")}));

    CHECK(matches[0].goods.style.text == "B");
}
