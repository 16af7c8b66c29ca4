// The stories in which a naive rule overspends, or breaks the books: each one was found
// by walking every interleaving of a small world, and each is told here to the real code.
#include "tests/office/lease_desk.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

TEST_CASE("after a crash the old leases rest, and are still out")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        const auto lease = desk.ask(1, desk.start(1, "aa"), 1, 60);

        desk.start(1, "bb");

        const auto armed = desk.last<TillArmed>();
        CHECK(armed.carried.empty());
        CHECK(armed.dormant == std::vector<std::string>{lease->lease});
        CHECK(desk.of(nora).leased == 60);
        CHECK(desk.of(nora).available == 40);
    });
}

TEST_CASE("a process that ended in order hands its leases to the next one")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        const auto lease = desk.ask(1, desk.start(1, "aa"), 1, 60);

        desk.stop(1);
        const auto epoch = desk.start(1, "bb");

        CHECK(desk.last<TillArmed>().carried == std::vector<std::string>{lease->lease});
        CHECK(purses::find_lease(*desk.fresh.connection, lease->lease)->epoch == epoch);
    });
}

TEST_CASE("a resting lease does not come back by the back door of a clean stop")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        const auto lease = desk.ask(1, desk.start(1, "aa"), 1, 60);
        desk.start(1, "bb"); // Perhaps a copy, while the original still spends.

        desk.stop(1);
        desk.start(1, "cc");

        const auto armed = desk.last<TillArmed>();
        CHECK(armed.carried.empty());
        CHECK(armed.dormant == std::vector<std::string>{lease->lease});
    });
}

TEST_CASE("an event between stop and start is no clean stop")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        const auto lease = desk.ask(1, desk.start(1, "aa"), 1, 60);

        desk.stop(1);
        desk.fresh.do_at(1, {SignedOut{{"王芳"}}});
        desk.start(1, "bb");

        CHECK(desk.last<TillArmed>().dormant == std::vector<std::string>{lease->lease});
    });
}

TEST_CASE("the owner's word gives resting leases back under the new start")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        const auto lease = desk.ask(1, desk.start(1, "aa"), 1, 60);
        desk.spend(1, *lease, 20);
        const auto epoch = desk.start(1, "bb");

        desk.fresh.do_at(1, {LeasesVouched{{lease->lease}, "停电", {"老板"}}});

        const auto again = desk.last<LeaseGranted>();
        CHECK(again.lease == lease->lease);
        CHECK(again.epoch == epoch);
        REQUIRE(again.lots.size() == 1);
        CHECK(again.lots[0].amount == 40);
        desk.spend(1, again, 40);
        CHECK(desk.loss() == 0);
        CHECK(desk.of(nora).available == 40);
    });
}

TEST_CASE("a vouch is for that till's leases only, and a till set aside has nobody's word")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        const auto lease = desk.ask(1, desk.start(1, "aa"), 1, 60);
        desk.start(1, "bb");
        const auto grants = desk.fresh.news_of<LeaseGranted>().size();

        desk.start(2, "xx");
        desk.fresh.do_at(2, {LeasesVouched{{lease->lease}, "冒充", {"老板"}}});
        CHECK(desk.fresh.news_of<LeaseGranted>().size() == grants);

        desk.fresh.say(TillSetAside{1, 2, "fork"});
        desk.fresh.do_at(1, {LeasesVouched{{lease->lease}, "停电", {"老板"}}});
        CHECK(desk.fresh.news_of<LeaseGranted>().size() == grants);
    });
}

TEST_CASE("points born in a till's hand are not in the purse as well")
{
    on_each_desk([](LeaseDesk& desk) {
        const auto epoch = desk.start(1, "aa");
        const SaleCompleted sale{coat_that_keeps_its_points(nora)};
        desk.fresh.do_at(1, {sale});

        CHECK(desk.of(nora).available == 0);
        CHECK(desk.of(nora).leased == 399);
        CHECK(desk.refusal(2, desk.start(2, "bb"), 1, 1) == "lease.asked_back");

        const auto born = purses::find_lease(*desk.fresh.connection, sale.receipt.text);
        REQUIRE(born);
        CHECK(born->epoch == epoch);
        desk.receipts = 1;
        desk.fresh.do_at(1, {desk.spending(nora, {{part_id(sale.receipt, 1), sale.receipt.text, 99, "2027-12-31"}}),
                             LeaseReturned{sale.receipt.text, nora, {}}});
        CHECK(desk.of(nora).available == 300);
        CHECK(desk.loss() == 0);
    });
}

TEST_CASE("goods come back while their points are out: the debt is paid when the lease comes home")
{
    on_each_desk([](LeaseDesk& desk) {
        const SaleCompleted sale{coat_sold(++desk.receipts, {nora})};
        desk.fresh.do_at(1, {sale});
        const auto epoch = desk.start(1, "aa");
        const auto lease = desk.ask(1, epoch, 1, 399);

        SaleCompleted back{coat_back(++desk.receipts, sale.receipt)};
        back.points_back = {{{nora}, sale.receipt, 399, "2027-12-31"}};
        desk.fresh.do_at(1, {back});
        CHECK(desk.of(nora).debt == 399);
        CHECK(desk.of(nora).leased == 399);
        desk.give(nora, 10);
        CHECK(desk.of(nora).debt == 389);
        CHECK(desk.refusal(1, epoch, 2, 1) == "lease.not_enough");

        desk.give_back(1, *lease, 399);
        CHECK(desk.of(nora).debt == 0);
        CHECK(desk.of(nora).available == 10);
    });
}

TEST_CASE("goods paid with points come back at two tills: the points come back once")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        const auto lease = desk.ask(1, desk.start(1, "aa"), 1, 100);
        const SaleCompleted sale{desk.spend(1, *lease, 100)};

        for (const TillNumber till : {1, 2}) {
            SaleCompleted back{coat_back(++desk.receipts, sale.receipt, till)};
            PointsRestored restored;
            restored.redemption = part_id(sale.receipt, 1);
            restored.account = nora;
            restored.member = {nora};
            restored.amount = 70;
            restored.lots = {{lease->lots[0].lot, "", 70, "2027-12-31"}};
            back.restored = {restored};
            desk.fresh.do_at(till, {back});
        }

        CHECK(desk.of(nora).available == 100);
    });
}

TEST_CASE("a return that is heard of before its sale waits for it")
{
    on_each_desk([](LeaseDesk& desk) {
        const SaleCompleted sale{coat_sold(1, {nora})};
        SaleCompleted back{coat_back(2, sale.receipt, 2)};
        back.points_back = {{{nora}, sale.receipt, 100, "2027-12-31"}};

        desk.fresh.do_at(2, {back});
        CHECK(desk.of(nora) == purse::View{});
        desk.fresh.do_at(1, {sale});

        CHECK(desk.of(nora).available == 299);
        CHECK(desk.of(nora).debt == 0);
    });
}

TEST_CASE("points of older sales are lots like any other, and none of them is lost")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.fresh.do_at(1, {enrolled({nora}, "13800000001"), coat_sold(++desk.receipts, {nora})});
        desk.give(nora, 51, "2026-12-31");
        SaleCompleted back{coat_sold(++desk.receipts, {nora})}; // As the first programs wrote a return.
        back.points_earned = -100;
        desk.fresh.do_at(1, {back});

        CHECK(desk.of(nora).available == 350);
        CHECK(desk.of(nora).debt == 0);
        const auto lease = desk.ask(1, desk.start(1, "aa"), 1, 350);
        CHECK(lease);
    });
}
