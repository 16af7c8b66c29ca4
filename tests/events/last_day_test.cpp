#include "sync/events/last_day.hpp"

#include "tests/support/catch.hpp"

using guitai::last_day_before;

TEST_CASE("what ends at midnight was good on the day before, what ends later on that very day")
{
    CHECK(last_day_before("2026-12-01T00:00") == "2026-11-30");
    CHECK(last_day_before("2027-01-01T00:00") == "2026-12-31");
    CHECK(last_day_before("2026-12-01T00:01") == "2026-12-01");
    CHECK(last_day_before("2026-12-01T18:30") == "2026-12-01");
    CHECK(last_day_before("2026-12-01") == "2026-12-01");
}

TEST_CASE("what never ends has no last day, and what is no date stays as it was written")
{
    CHECK(last_day_before("").empty());
    CHECK(last_day_before("2026-13-01T00:00") == "2026-13-01T00:00");
    CHECK(last_day_before("soon") == "soon");
}
