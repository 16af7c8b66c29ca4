#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::test;

namespace {

SaleCompleted served(const std::string& receipt, const Talk& talk, const std::string& member = {})
{
    SaleCompleted made{sale(receipt, 1, {sale_line("A1", 1, 19'900)})};
    made.member = {member};
    made.talk = talk;
    return made;
}

FeelingGiven felt(const std::string& receipt, Feeling feeling)
{
    return {{receipt}, {"S01"}, {"王芳"}, {}, "2026-11-22", feeling};
}

PairingsFound found(std::int64_t part, std::int64_t parts, std::vector<Pairing> pairings)
{
    return {"2026-11-22", 9'835, part, parts, std::move(pairings)};
}

} // namespace

TEST_CASE("how a day's customers were served is added up, and is there after the till was switched off", "[store]")
{
    OpenTill till;
    till.did(served("R1", {1, 5, 12, 60'000}, "M1"));
    till.did(served("R2", {2, 5, 30, 120'000}));
    till.did(MissRecorded{1, {"S01"}, {"王芳"}, {}, "2026-11-22", {"A"}, "黑", "M", MissReason::size, {}, {}, {},
                          {2, 3, 0, 0}});
    till.did(TalkEnded{{"S01"}, {"王芳"}, {}, "2026-11-22", {3, 3, 4, 0}});
    till.did(felt("R1", Feeling::good));
    till.did(felt("R2", Feeling::bad));
    till.reopen();

    const ServiceView view{till.store().service().service("2026-11-22")};

    CHECK(view.funnel == std::array<std::int64_t, 5>{3, 3, 3, 2, 2});
    CHECK(view.feelings == std::array<std::int64_t, 3>{1, 0, 1});
    CHECK(view.served == 2);
    CHECK(view.serving_ms == 180'000);
    CHECK(view.member_sales == 1);
    CHECK(view.member_taps == 12);
    CHECK(till.store().days().counts().talks == 3);
    CHECK(till.store().service().service("2026-11-23").funnel[0] == 0);
}

TEST_CASE("what a customer said stands once, whatever is said after it", "[store]")
{
    OpenTill till;
    till.did(felt("R1", Feeling::fair));
    till.did(felt("R1", Feeling::good));

    CHECK(till.store().service().feeling({"R1"}) == Feeling::fair);
    CHECK_FALSE(till.store().service().feeling({"R2"}));
}

TEST_CASE("sales of a till that counted no talks are no talks", "[store]")
{
    OpenTill till;
    till.did(served("R1", {}));

    const ServiceView view{till.store().service().service("2026-11-22")};
    CHECK(view.served == 0);
    CHECK(view.funnel[0] == 0);
}

TEST_CASE("newer pairings replace older ones whole, and come in parts", "[store]")
{
    OpenTill till;
    till.told(found(1, 1, {{{"OLD"}, {"B"}, 10, 10, 5}}));
    till.told(found(1, 2, {{{"herbs"}, {"root vegetables"}, 160, 1'072, 69}}));
    till.told(found(2, 2, {{{"herbs"}, {"milk"}, 160, 2'513, 75}}));
    till.reopen();

    const auto pairings = till.store().service().pairings({"herbs"}, 5);

    CHECK(pairings.receipts == 9'835);
    REQUIRE(pairings.found.size() == 2);
    CHECK(pairings.found[0].right.text == "milk");
    CHECK(pairings.found[1] == Pairing{{"herbs"}, {"root vegetables"}, 160, 1'072, 69});
    CHECK(till.store().service().pairings({"OLD"}, 5).found.empty());
    CHECK(till.store().service().pairings({"herbs"}, 1).found.size() == 1);
}

TEST_CASE("last purchases say which goods they were, for advice to look them up", "[store]")
{
    OpenTill till;
    till.did(served("R1", {1, 5, 1, 1}, "M1"));

    const auto bought = till.store().members().last_purchases({"M1"}, 5);

    REQUIRE(bought.size() == 1);
    CHECK(bought[0].sku.text == "A1");
}
