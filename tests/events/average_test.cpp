#include "sync/events/average.hpp"
#include "tests/support/catch.hpp"

using namespace guitai;

TEST_CASE("an average is read to a tenth, rounded half up, and of nothing there is none")
{
    CHECK(average_text(0, 3) == "0.0");
    CHECK(average_text(10, 3) == "3.3");
    CHECK(average_text(11, 4) == "2.8");
    CHECK(average_text(183'000, 60'000) == "3.1");
    CHECK(average_text(0, 0) == "—");
}
