// What an office that was put back believes of lots that only a till still knows of: found by the small world of
// tests/leases, each on its own here.
#include "tests/office/put_back.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

TEST_CASE("points that the office gave, lent twice one after the other and forgot, are believed once")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        const auto epoch = desk.start(1, "aa");
        OldCopy copy{desk.fresh};
        desk.give(nora, 12);
        const auto lease = desk.ask(1, epoch, 1, 12);
        REQUIRE(lease);
        desk.spend(1, *lease, 3);
        desk.give_back(1, *lease, 9);
        const auto again = desk.ask(1, epoch, 2, 9);
        REQUIRE(again);
        const auto lines = desk.lines_of(1);
        copy.put_back();
        desk.begin_history();

        REQUIRE(desk.show(1, std::ssize(lines), copy.grants_of(1)) == "");
        REQUIRE(desk.send_again(1, lines) == "");
        REQUIRE(desk.show(2, 0) == "");

        CHECK_FALSE(desk.recovering());
        CHECK(desk.lacking() == 0);
        CHECK(desk.of(nora).points == 9);
        desk.give_back(1, *again, 9);
        CHECK(desk.of(nora).available == 9);
    });
}

TEST_CASE("points that the office gave, lent to two tills at a time and forgot, are believed of both")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        const auto first = desk.start(1, "aa");
        const auto second = desk.start(2, "bb");
        OldCopy copy{desk.fresh};
        desk.give(nora, 20);
        REQUIRE(desk.ask(1, first, 1, 12));
        REQUIRE(desk.ask(2, second, 1, 8));
        copy.put_back();
        desk.begin_history();

        REQUIRE(desk.show(1, 1, copy.grants_of(1)) == "");
        CHECK(desk.of(nora).points == 12);
        REQUIRE(desk.show(2, 1, copy.grants_of(2)) == "");

        CHECK_FALSE(desk.recovering());
        CHECK(desk.lacking() == 0);
        CHECK(desk.of(nora).points == 20);
        CHECK(desk.concerns() == std::vector<std::string>{"office.was_restored"});
    });
}

TEST_CASE("goods that come back wait for their sale also where its points are known to be out already")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        const auto epoch = desk.start(2, "bb");
        desk.start(1, "aa");
        OldCopy copy{desk.fresh};
        const SaleCompleted sale{coat_sold(1, {nora})};
        desk.fresh.do_at(1, {sale});
        REQUIRE(desk.ask(2, epoch, 1, 100));
        SaleCompleted back{coat_back(2, sale.receipt, 2)};
        back.points_back = {{{nora}, sale.receipt, 200, "2027-12-31"}};
        desk.fresh.do_at(2, {back});
        const auto sold = desk.lines_of(1);
        const auto came_back = desk.lines_of(2);
        copy.put_back();
        desk.begin_history();

        REQUIRE(desk.show(2, 2, copy.grants_of(2)) == "");
        REQUIRE(desk.send_again(2, came_back) == "");
        REQUIRE(desk.show(1, 2) == "");
        REQUIRE(desk.send_again(1, sold) == "");

        CHECK_FALSE(desk.recovering());
        CHECK(desk.of(nora).leased == 100);
        CHECK(desk.of(nora).available == 99);
        CHECK(desk.of(nora).debt == 0);
    });
}

TEST_CASE("what goods that came back took of points that were out at a till not heard of yet is owed")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        const auto epoch = desk.start(2, "bb");
        desk.start(1, "aa");
        OldCopy copy{desk.fresh};
        const SaleCompleted sale{coat_sold(1, {nora})};
        desk.fresh.do_at(1, {sale});
        const auto lease = desk.ask(2, epoch, 1, 399);
        REQUIRE(lease);
        SaleCompleted back{coat_back(2, sale.receipt)};
        back.points_back = {{{nora}, sale.receipt, 200, "2027-12-31"}};
        desk.fresh.do_at(1, {back});
        desk.receipts = 2;
        desk.spend(2, *lease, 300);
        CHECK(desk.of(nora).debt == 200);
        const auto sold = desk.lines_of(1);
        const auto spent = desk.lines_of(2);
        copy.put_back();
        desk.begin_history();

        REQUIRE(desk.show(1, 3) == "");
        REQUIRE(desk.send_again(1, sold) == "");
        CHECK(desk.of(nora).available == 199);
        REQUIRE(desk.show(2, 2, copy.grants_of(2)) == "");
        REQUIRE(desk.send_again(2, spent) == "");

        CHECK_FALSE(desk.recovering());
        CHECK(desk.lacking() == 0);
        CHECK(desk.of(nora).debt == 200);
        CHECK(desk.of(nora).leased == 99);
        const auto concerns = desk.concerns();
        CHECK(std::count(concerns.begin(), concerns.end(), "points.lent_twice") == 0);
    });
}
