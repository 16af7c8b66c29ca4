#include "sync/points/tiers.hpp"

#include "tests/support/catch.hpp"

#include <vector>

using namespace guitai;

namespace {

// 1,000 points in a year for silver, 3,000 for gold, 8,000 for platinum.
const TiersSet year_of_three{12, {{"silver", 1'000}, {"gold", 3'000}, {"platinum", 8'000}}};

TierStanding after(const std::vector<TierEarning>& earnings, std::string_view today, const TierGiven& given = {})
{
    return tier_standing(year_of_three, earnings, given, today);
}

} // namespace

TEST_CASE("who has earned nothing has no tier, and is told what the first one takes")
{
    CHECK(after({}, "2026-11-26") == TierStanding{"", "", 0, "silver", 1'000, 0});
}

TEST_CASE("a tier is hers on the day on which the points reach it, and for a period after")
{
    const std::vector<TierEarning> one{{"2026-03-10", 1'000}};
    CHECK(after(one, "2026-03-09").tier.empty());
    CHECK(after(one, "2026-03-10") == TierStanding{"silver", "2027-03-10", 1'000, "gold", 2'000, 1'000});
    CHECK(after(one, "2027-03-10").tier == "silver");
    CHECK(after(one, "2027-03-11").tier.empty());
}

TEST_CASE("the first purchase may pass a tier by, and reaches the highest that it pays for")
{
    CHECK(after({{"2026-03-10", 3'500}}, "2026-03-10").tier == "gold");
    CHECK(after({{"2026-03-10", 9'000}}, "2026-03-10") ==
          TierStanding{"platinum", "2027-03-10", 9'000, "", 0, 8'000});
}

TEST_CASE("points of a whole period add up, and older ones are not asked any more")
{
    const std::vector<TierEarning> slow{{"2025-03-10", 900}, {"2026-03-10", 900}};
    CHECK(after(slow, "2026-03-10").tier.empty()); // A year apart to the day: the first is over.
    const std::vector<TierEarning> within{{"2025-03-11", 900}, {"2026-03-10", 900}};
    CHECK(after(within, "2026-03-10").tier == "silver");
}

TEST_CASE("a tier that was not earned again goes down one step at a time")
{
    const std::vector<TierEarning> once{{"2026-03-10", 8'000}};
    CHECK(after(once, "2027-03-10").tier == "platinum");
    CHECK(after(once, "2027-03-11") == TierStanding{"gold", "2028-03-10", 0, "platinum", 8'000, 3'000});
    CHECK(after(once, "2028-03-11").tier == "silver");
    CHECK(after(once, "2029-03-11").tier.empty());
}

TEST_CASE("a tier that was earned again is kept for another period")
{
    const std::vector<TierEarning> again{{"2026-03-10", 3'000}, {"2026-12-01", 2'900}, {"2027-02-01", 100}};
    CHECK(after(again, "2027-01-01").to_keep == 100);
    CHECK(after(again, "2027-02-01").to_keep == 0);
    CHECK(after(again, "2027-03-11") == TierStanding{"gold", "2028-03-10", 3'000, "platinum", 5'000, 3'000});
}

TEST_CASE("a refund takes the tier back that its points had reached")
{
    const std::vector<TierEarning> refunded{{"2026-03-10", 3'000}, {"2026-03-10", -2'500}};
    CHECK(after(refunded, "2026-03-11").tier.empty());
    CHECK(after(refunded, "2026-03-11").missing == 500);
}

TEST_CASE("what is left of the points says nothing of the tier")
{
    // Spent, expired, imported: none of it is an earning, and none of it is asked.
    CHECK(after({{"2026-03-10", 1'200}}, "2026-11-26").tier == "silver");
}

TEST_CASE("a tier that the head office gave holds until its day, and what she earns may pass it")
{
    const TierGiven gold{"gold", "2026-12-31"};
    CHECK(after({}, "2026-12-31", gold) == TierStanding{"gold", "2026-12-31", 0, "platinum", 8'000, 0});
    CHECK(after({}, "2027-01-01", gold).tier.empty());
    CHECK(after({{"2026-06-01", 8'000}}, "2026-12-01", gold).tier == "platinum");
    CHECK(after({{"2026-06-01", 3'000}}, "2026-12-01", gold).until == "2027-06-01");
    CHECK(after({{"2026-06-01", 3'000}}, "2026-12-01", {"gold", ""}).until.empty());
    CHECK(after({}, "2026-12-01", {"standard", ""}).tier.empty());
}

TEST_CASE("a month that lacks the day ends a period on its last one")
{
    const TiersSet half{6, {{"silver", 100}}};
    const std::vector<TierEarning> one{{"2026-08-31", 100}};
    CHECK(tier_standing(half, one, {}, "2026-08-31").until == "2027-02-28");
}

TEST_CASE("a chain without tiers gives none")
{
    const std::vector<TierEarning> much{{"2026-08-31", 100'000}};
    CHECK(tier_standing({}, much, {"gold", ""}, "2026-11-26") == TierStanding{"", "", 100'000, "", 0, 0});
}

TEST_CASE("a tier that was brought along under its Chinese name is the chain's tier")
{
    CHECK(after({}, "2026-12-01", {"金卡", ""}).tier == "gold");
    CHECK(after({}, "2026-12-01", {"铂金卡", ""}).next.empty());
    const TiersSet chinese{12, {{"金卡", 1'000}}};
    CHECK(tier_standing(chinese, {}, {"gold", ""}, "2026-12-01").tier == "金卡");
    CHECK(after({}, "2026-12-01", {"钻石卡", ""}).tier.empty());
}
