#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Counter;

TEST_CASE("while prices are checked a scan answers and sells nothing")
{
    Counter counter;
    counter.open();
    counter.must(BeginPriceCheck{});

    counter.must(ScanBarcode{"6900000000001"});
    CHECK(counter.view().price_check.product.price == 69900_fen);
    CHECK(counter.view().price_check.product.member_price == 65900_fen);
    CHECK(counter.view().price_check.here == 0);
    REQUIRE(counter.view().price_check.elsewhere.size() == 2);
    CHECK(counter.view().cart.lines.empty());
    CHECK(counter.refusal(ScanBarcode{"4006381333931"}) == "scan.unknown");

    counter.must(EndPriceCheck{});
    counter.must(ScanBarcode{"6900000000001"});
    CHECK(counter.view().cart.lines.size() == 1);
}
