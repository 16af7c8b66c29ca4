#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Counter;

TEST_CASE("a parked ticket comes back whole after a crash: goods, discount and member")
{
    Counter counter;
    counter.open();
    counter.must(AttachMember{"13800000001"});
    counter.must(AddProduct{{"SJ2207-1"}, Quantity::pieces(2)});
    counter.must(DiscountLine{1, BasisPoints{500}, {}, "线头"});
    const Money total{counter.view().cart.total};
    counter.must(Park{});
    CHECK(counter.view().cart.lines.empty());
    CHECK_FALSE(counter.view().cart.member);

    counter.restart();
    counter.must(SignIn{"李雪", "1357"});
    REQUIRE(counter.view().cart.parked.size() == 1);
    CHECK(counter.view().cart.parked[0].total == total);
    counter.must(Recall{counter.view().cart.parked[0].ticket});

    CHECK(counter.view().cart.total == total);
    CHECK(counter.view().cart.member->profile.name == "林晓梅");
    CHECK(counter.view().cart.parked.empty());
}

TEST_CASE("a ticket is recalled once")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});
    counter.must(Park{});
    const std::int64_t ticket{counter.view().parked_ticket};
    counter.must(Recall{ticket});
    counter.must(ClearTicket{});

    CHECK(counter.refusal(Recall{ticket}) == "park.unknown");
    CHECK(counter.refusal(Recall{99}) == "park.unknown");
}

TEST_CASE("nothing is recalled over a ticket in hand")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});
    counter.must(Park{});
    counter.must(ScanBarcode{"6900000000059"});

    CHECK(counter.refusal(Recall{1}) == "shift.cart_open");
    CHECK(counter.view().cart.lines.size() == 1);
}

TEST_CASE("neither an empty ticket nor one with an order is put aside")
{
    Counter counter;
    counter.open();
    CHECK(counter.refusal(Park{}) == "cart.empty");

    counter.must(OrderItem{{"SJ2207-1"}, Quantity::pieces(1), Delivery::ship, {"林", "13800000001", "人民路"}, {}});
    CHECK(counter.refusal(Park{}) == "park.has_orders");
}

TEST_CASE("what is no longer sold is missing from a recalled ticket, and that is said")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});
    counter.must(ScanBarcode{"6900000000001"});
    counter.must(Park{});
    counter.catalogue.goods.back().withdrawn = true;

    counter.must(Recall{1});

    CHECK(counter.view().cart.lines.size() == 1);
    CHECK(counter.view().banner.code == "park.line_gone");
}
