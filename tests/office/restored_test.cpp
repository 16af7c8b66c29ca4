// Books put back to an older copy while points are out: nothing is lent twice, and it goes on.
#include "tests/office/put_back.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

TEST_CASE("an office put back to an older copy lends nothing until every till has shown what it holds")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        desk.give(nora, 100);
        const auto epoch = desk.start(1, "aa");
        const auto other = desk.start(2, "bb");
        OldCopy copy{desk.fresh};
        const auto lease = desk.ask(1, epoch, 1, 60);
        copy.put_back();

        const auto generation = desk.begin_history();
        CHECK(desk.refusal(2, other, 1, 50) == "office.restored");
        CHECK(desk.show(2, 1) == "");
        CHECK(desk.refusal(2, other, 1, 50) == "office.recovering");
        CHECK(desk.recovering());
        CHECK(desk.show(1, 1, copy.grants_of(1)) == "");

        CHECK_FALSE(desk.recovering());
        CHECK(desk.last<OfficeRecovered>().generation == generation);
        CHECK(desk.of(nora).leased == 60);
        CHECK(desk.refusal(2, other, 2, 50) == "lease.asked_back");
        const auto rest = desk.ask(2, other, 3, 40);
        REQUIRE(rest);
        CHECK(rest->generation == generation);
        CHECK(rest->lease != lease->lease);
        CHECK(rest->lease.find('@' + generation) != std::string::npos);
    });
}

TEST_CASE("what was refused while the office recovers is granted to the same question later")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        desk.give(nora, 100);
        const auto epoch = desk.start(1, "aa");
        desk.begin_history();
        REQUIRE(desk.show(1, 1) == "");

        CHECK(desk.refusal(1, epoch, 7, 30) == "office.recovering");
        REQUIRE(desk.show(2, 0) == "");

        CHECK(desk.ask(1, epoch, 7, 30));
    });
}

TEST_CASE("a till is armed again after it has shown its leases, and its grants are said again once it is done")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        desk.give(nora, 100);
        const auto epoch = desk.start(1, "aa");
        OldCopy copy{desk.fresh};
        const auto lease = desk.ask(1, epoch, 1, 60);
        desk.spend(1, *lease, 20);
        const auto lines = desk.lines_of(1);
        copy.put_back();
        const auto generation = desk.begin_history();

        REQUIRE(desk.show(1, 2, copy.grants_of(1)) == "");
        const auto armed = desk.last<TillArmed>();
        CHECK(armed.generation == generation);
        CHECK(armed.nonce == "aa");
        CHECK(armed.epoch == epoch);
        CHECK(desk.fresh.news_of<LeaseGranted>().empty());
        REQUIRE(desk.send_again(1, lines) == "");

        const auto again = desk.last<LeaseGranted>();
        CHECK(again.lease == lease->lease);
        CHECK(again.generation == generation);
        CHECK(purses::points_in(again.lots) == 40);
        CHECK(desk.loss() == 0);
    });
}

TEST_CASE("the recovery ends when the journals are here again, not when every till has turned up")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        desk.give(nora, 100);
        const auto epoch = desk.start(1, "aa");
        OldCopy copy{desk.fresh};
        const auto lease = desk.ask(1, epoch, 1, 100);
        desk.give_back(1, *lease, 100);
        const auto lines = desk.lines_of(1);
        copy.put_back();
        desk.begin_history();
        REQUIRE(desk.show(2, 0) == "");

        REQUIRE(desk.show(1, 2, copy.grants_of(1)) == "");
        CHECK(desk.recovering());
        REQUIRE(desk.send_again(1, lines) == "");

        CHECK_FALSE(desk.recovering());
        CHECK(desk.of(nora).available == 100);
    });
}

TEST_CASE("what a till spent is not counted before it has shown out of which lease")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        desk.give(nora, 100);
        const auto epoch = desk.start(1, "aa");
        OldCopy copy{desk.fresh};
        desk.spend(1, *desk.ask(1, epoch, 1, 60), 60);
        const auto lines = desk.lines_of(1);
        copy.put_back();
        desk.begin_history();

        CHECK(desk.send_again(1, lines) == "office.restored");
        REQUIRE(desk.show(1, 2, copy.grants_of(1)) == "");
        CHECK(desk.send_again(1, lines) == "");

        CHECK(desk.loss() == 0);
        CHECK(desk.of(nora).points == 40);
    });
}

TEST_CASE("points earned after the copy may be out at another till before their sale is heard of again")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        desk.fresh.do_at(1, {enrolled({nora}, "13800000001")});
        const auto epoch = desk.start(2, "bb");
        OldCopy copy{desk.fresh};
        desk.fresh.do_at(1, {coat_sold(1, {nora})});
        const auto lease = desk.ask(2, epoch, 1, 399);
        REQUIRE(lease);
        desk.spend(2, *lease, 300);
        const auto sold = desk.lines_of(1);
        const auto spent = desk.lines_of(2);
        copy.put_back();
        desk.begin_history();

        REQUIRE(desk.show(2, 2, copy.grants_of(2)) == "");
        REQUIRE(desk.send_again(2, spent) == "");
        CHECK(desk.lacking() == 399);
        CHECK(desk.of(nora).points == 0);
        REQUIRE(desk.show(1, 2) == "");
        REQUIRE(desk.send_again(1, sold) == "");

        CHECK_FALSE(desk.recovering());
        CHECK(desk.lacking() == 0);
        CHECK(desk.of(nora).points == 99);
        CHECK(desk.loss() == 0);
        CHECK(desk.concerns() == std::vector<std::string>{"office.was_restored"});
    });
}

TEST_CASE("what the office gave and forgot is believed as far as it was lent")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        const auto epoch = desk.start(1, "aa");
        OldCopy copy{desk.fresh};
        desk.give(nora, 100);
        desk.spend(1, *desk.ask(1, epoch, 1, 60), 50);
        const auto lines = desk.lines_of(1);
        copy.put_back();
        desk.begin_history();
        desk.give(nora, 7); // Under the number of the gift that was forgotten.

        REQUIRE(desk.show(1, 2, copy.grants_of(1)) == "");
        REQUIRE(desk.send_again(1, lines) == "");

        CHECK(desk.of(nora).points == 17);
        CHECK(desk.lacking() == 0);
    });
}

TEST_CASE("an older start leaves leases of later starts alone")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        desk.give(nora, 100);
        OldCopy copy{desk.fresh};
        const auto first = desk.ask(1, desk.start(1, "aa"), 1, 30);
        const auto second = desk.ask(1, desk.start(1, "bb"), 1, 20); // The first process crashed.
        const auto lines = desk.lines_of(1);
        copy.put_back();
        desk.begin_history();

        REQUIRE(desk.show(1, 2, copy.grants_of(1)) == "");
        REQUIRE(desk.send_again(1, lines) == "");

        CHECK(purses::find_lease(*desk.fresh.connection, first->lease)->state == purse::LeaseState::dormant);
        CHECK(purses::find_lease(*desk.fresh.connection, second->lease)->state == purse::LeaseState::open);
        CHECK(desk.last<TillArmed>().dormant == std::vector<std::string>{first->lease});
        const auto said = desk.fresh.news_of<LeaseGranted>();
        REQUIRE(said.size() == 2);
        CHECK(said[0].lease == second->lease);
        CHECK(said[0].epoch == 2);
        // What rests is told to the till's books under its own start, and no hand takes it.
        CHECK(said[1].lease == first->lease);
        CHECK(said[1].epoch == 1);
    });
}

TEST_CASE("what the owner vouched for is said again when the whole journal is here, with what is left of it")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        desk.give(nora, 100);
        OldCopy copy{desk.fresh};
        const auto lease = desk.ask(1, desk.start(1, "aa"), 1, 60);
        const auto other = desk.ask(1, 1, 2, 40);
        desk.start(1, "bb");
        desk.fresh.do_at(1, {LeasesVouched{{lease->lease, other->lease}, "停电", {"老板"}}});
        desk.spend(1, *lease, 50);
        desk.give_back(1, *other, 40);
        const auto lines = desk.lines_of(1);
        copy.put_back();
        desk.begin_history();
        REQUIRE(desk.show(1, std::ssize(lines), copy.grants_of(1)) == "");

        REQUIRE(desk.send_again(1, lines) == "");

        const auto said = desk.fresh.news_of<LeaseGranted>();
        REQUIRE(said.size() == 1);
        CHECK(said.front().lease == lease->lease);
        CHECK(purses::points_in(said.front().lots) == 10);
        CHECK(purses::find_lease(*desk.fresh.connection, lease->lease)->state == purse::LeaseState::open);
        CHECK(desk.of(nora).available == 40);
    });
}

TEST_CASE("a lease that was born at the till comes back with its sale, although it was said once more")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        desk.fresh.do_at(1, {enrolled({nora}, "13800000001")});
        desk.start(1, "aa");
        OldCopy copy{desk.fresh};
        const SaleCompleted sale{coat_that_keeps_its_points(nora)};
        desk.fresh.do_at(1, {sale});
        desk.start(1, "bb");
        desk.fresh.do_at(1, {LeasesVouched{{sale.receipt.text}, "停电", {"老板"}}});
        const auto lines = desk.lines_of(1);
        copy.put_back();
        REQUIRE(copy.grants_of(1).size() == 1);
        desk.begin_history();

        REQUIRE(desk.show(1, std::ssize(lines), copy.grants_of(1)) == "");
        REQUIRE(desk.send_again(1, lines) == "");

        CHECK(desk.last<LeaseGranted>().lease == sale.receipt.text);
        CHECK(desk.of(nora).leased == 399);
        CHECK(desk.lacking() == 0);
    });
}

TEST_CASE("a showing that comes twice, or in parts, counts once")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        desk.give(nora, 100);
        const auto epoch = desk.start(1, "aa");
        OldCopy copy{desk.fresh};
        REQUIRE(desk.ask(1, epoch, 1, 60));
        REQUIRE(desk.ask(1, epoch, 2, 10));
        copy.put_back();
        desk.begin_history();
        const auto grants = copy.grants_of(1);

        REQUIRE(desk.show(1, -1, {grants[0]}) == "");
        CHECK(desk.refusal(1, epoch, 3, 5) == "office.restored");
        REQUIRE(desk.show(1, 1, {grants[1]}) == "");
        const auto said = desk.fresh.news().size();
        REQUIRE(desk.show(1, 1, grants) == "");

        CHECK(desk.of(nora).leased == 70);
        CHECK(desk.fresh.news().size() == said);
    });
}

TEST_CASE("going on without a till names what it may cost, and the till can still come after all")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        desk.give(nora, 100);
        const auto epoch = desk.start(1, "aa");
        const auto other = desk.start(2, "bb");
        OldCopy copy{desk.fresh};
        REQUIRE(desk.ask(1, epoch, 1, 60));
        copy.put_back();
        desk.begin_history();
        REQUIRE(desk.show(2, 1) == "");

        const auto gone = desk.go_on(1);
        REQUIRE(gone);
        CHECK(gone->bound_points == PointsRules{}.till_cap);
        CHECK(gone->bound_value == ValueRules{}.till_cap);
        CHECK(desk.last<TillGoneWithout>().approved_by.text == "老板");
        CHECK_FALSE(desk.recovering());
        CHECK(desk.go_on(1).error().code == "office.not_recovering");
        REQUIRE(desk.ask(2, other, 1, 100));
        CHECK(desk.refusal(1, epoch, 2, 1) == "office.restored");
        REQUIRE(desk.show(1, 1, copy.grants_of(1)) == "");

        CHECK(desk.lacking() == 60);
        CHECK(desk.concerns() == std::vector<std::string>{"office.was_restored", "points.lent_twice",
                                                          "till.gone_without"});
    });
}

TEST_CASE("a till that is written off while it is waited for may cost what it holds unseen")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        desk.give(nora, 100);
        const auto epoch = desk.start(1, "aa");
        desk.start(2, "bb");
        OldCopy copy{desk.fresh};
        REQUIRE(desk.ask(1, epoch, 1, 60));
        copy.put_back();
        desk.begin_history();
        REQUIRE(desk.show(2, 1) == "");

        database::Transaction open{*desk.fresh.connection};
        const auto off = write_till_off(*desk.fresh.office, open, 1, {"老板"});
        open.commit();

        REQUIRE(off);
        CHECK(off->leases == 0); // These books do not know of it.
        CHECK(off->points == PointsRules{}.till_cap);
        CHECK(off->value == ValueRules{}.till_cap);
        CHECK_FALSE(desk.recovering());
    });
}

TEST_CASE("a till set aside or written off is not waited for, and one that was forgotten is")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        desk.fresh.say(TillSetAside{1, 0, "two stories"});
        {
            database::Transaction open{*desk.fresh.connection};
            office::begin_history(*desk.fresh.office, open, Cause::witness, "", 3);
            open.commit();
        }
        REQUIRE(desk.show(2, 0) == "");

        CHECK(desk.recovering());
        CHECK(last_till(*desk.fresh.connection) == 3);
        REQUIRE(desk.go_on(3));
        CHECK_FALSE(desk.recovering());
    });
}

TEST_CASE("an office that is started anew goes on recovering, in the same history")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        desk.give(nora, 100);
        const auto generation = desk.begin_history();

        const auto again = Office::open(*desk.fresh.connection, desk.fresh.clock, desk.fresh.chance);

        REQUIRE(again);
        CHECK(desk.recovering());
        database::Transaction open{*desk.fresh.connection};
        CHECK(generation_of(**again, open) == generation);
    });
}
