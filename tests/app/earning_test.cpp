// What a purchase earns by the rules of the shop: so many fen a point, and something for the visit itself.
#include "tests/support/catch.hpp"
#include "tests/support/points_counter.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Office;
using test::PointsCounter;

namespace {

void earn(PointsCounter& counter, std::int64_t minor_per_point, std::int64_t visit)
{
    counter.rules.points.minor_per_point = minor_per_point;
    counter.rules.points.visit = visit;
    counter.till->refresh();
}

} // namespace

TEST_CASE("a shop says how many fen earn a point, and a return is worked out by the rule of its day")
{
    PointsCounter counter{Office::none};
    earn(counter, 1'000, 0);
    counter.serve(2); // 258 yuan.

    const SaleCompleted sale{counter.pay()};
    earn(counter, 100, 0);
    counter.must(ReturnLine{sale.receipt, 1, Quantity::pieces(1), "不想要了"});
    const SaleCompleted back{counter.pay()};

    CHECK(sale.points_earned == 25);
    CHECK(sale.minor_per_point == 1'000);
    REQUIRE(back.points_back.size() == 1);
    CHECK(back.points_back[0].points == 13); // What is kept, 129 yuan, earned 12.
}

TEST_CASE("the first purchase of a day earns the visit's points, and the second of that day does not")
{
    PointsCounter counter{Office::none};
    earn(counter, 100, 5);

    counter.serve();
    CHECK(counter.view().cart.points_earned == 134);
    CHECK(counter.view().cart.visit_points == 5);
    const SaleCompleted first{counter.pay()};
    counter.serve();
    const SaleCompleted second{counter.pay()};

    CHECK(first.points_earned == 134);
    CHECK(first.visit_points == 5);
    CHECK(second.points_earned == 129);
    CHECK(second.visit_points == 0);
    CHECK(counter.view().payment.done->text.find("5") != std::string::npos);
}

TEST_CASE("the visit's points stay as long as anything is kept, go back with the last piece, and come again that day")
{
    PointsCounter counter{Office::none};
    earn(counter, 100, 5);
    counter.serve(2);
    const SaleCompleted sale{counter.pay()};

    counter.must(ReturnLine{sale.receipt, 1, Quantity::pieces(1), "不想要了"});
    const SaleCompleted part{counter.pay()};
    counter.must(ReturnLine{sale.receipt, 1, Quantity::pieces(1), "不想要了"});
    const SaleCompleted rest{counter.pay()};
    counter.serve();
    const SaleCompleted again{counter.pay()};

    CHECK(sale.points_earned == 263);
    CHECK(part.points_back.at(0).points == 129);
    CHECK(rest.points_back.at(0).points == 134);
    CHECK(again.visit_points == 5);
}

TEST_CASE("a stranger, and a ticket that only brings goods back, earn nothing for the visit")
{
    PointsCounter counter{Office::none};
    earn(counter, 100, 5);
    counter.must(AddProduct{{"PS01"}});
    const SaleCompleted sale{counter.pay()};
    counter.must(AttachMember{"13800000001"});

    counter.must(ReturnLine{sale.receipt, 1, Quantity::pieces(1), "不想要了"});

    CHECK(sale.visit_points == 0);
    CHECK(counter.view().cart.visit_points == 0);
}
