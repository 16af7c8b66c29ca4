#include "sync/points/points.hpp"

#include "tests/support/catch.hpp"

#include <vector>

using namespace guitai;

TEST_CASE("a whole yuan earns one point and a broken one none")
{
    CHECK(points_for(Money::from_minor(0)) == 0);
    CHECK(points_for(Money::from_minor(99)) == 0);
    CHECK(points_for(Money::from_minor(100)) == 1);
    CHECK(points_for(Money::from_minor(39'900)) == 399);
    CHECK(points_for(Money::from_minor(39'999)) == 399);
}

TEST_CASE("a refund takes back as many points as the same total earned")
{
    CHECK(points_for(Money::from_minor(-39'999)) == -points_for(Money::from_minor(39'999)));
}

TEST_CASE("points are good until the last day of the following year")
{
    CHECK(expiry_of("2026-01-01") == "2027-12-31");
    CHECK(expiry_of("2026-12-31") == "2027-12-31");
    CHECK(expiry_of("2099-02-28") == "2100-12-31");
}

TEST_CASE("a lot counts through its last day and not a day longer")
{
    const std::vector<Lot> lots{{100, "2026-12-31"}, {30, "2027-12-31"}};

    CHECK(balance(lots, "2026-12-31") == 130);
    CHECK(balance(lots, "2027-01-01") == 30);
    CHECK(balance(lots, "2028-01-01") == 0);
}

TEST_CASE("a lot without a date never expires")
{
    const std::vector<Lot> lots{{50, ""}};

    CHECK(balance(lots, "2999-01-01") == 50);
    CHECK(next_expiry(lots, "2026-01-01") == NextExpiry{});
}

TEST_CASE("the next expiry is the earliest date that still has points, summed over its lots")
{
    const std::vector<Lot> lots{{10, "2028-12-31"}, {40, "2027-12-31"}, {5, "2027-12-31"}, {99, "2026-12-31"}};

    CHECK(next_expiry(lots, "2027-01-01") == NextExpiry{45, "2027-12-31"});
    CHECK(next_expiry(lots, "2028-01-01") == NextExpiry{10, "2028-12-31"});
    CHECK(next_expiry(lots, "2029-01-01") == NextExpiry{});
}

TEST_CASE("points taken back come off the oldest lots first")
{
    const std::vector<Lot> lots{{40, "2027-12-31"}, {25, "2028-12-31"}, {-50, "2028-12-31"}};

    CHECK(balance(lots, "2027-06-01") == 15);
    CHECK(next_expiry(lots, "2027-06-01") == NextExpiry{15, "2028-12-31"});
}

TEST_CASE("more taken back than there is leaves a debt and nothing to expire")
{
    const std::vector<Lot> lots{{40, "2027-12-31"}, {-50, "2027-12-31"}};

    CHECK(balance(lots, "2027-06-01") == -10);
    CHECK(next_expiry(lots, "2027-06-01") == NextExpiry{});
}
