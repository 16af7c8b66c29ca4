#include "sync/office/commands/shop.hpp"
#include "sync/points/points.hpp"
#include "tests/office/lease_desk.hpp"

#include <algorithm>

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

TEST_CASE("a till that starts is armed with the epoch of that start")
{
    on_each_desk([](LeaseDesk& desk) {
        CHECK(desk.start(1, "aa") == 1);
        const auto armed = desk.last<TillArmed>();
        CHECK(armed.till == 1);
        CHECK(armed.nonce == "aa");
        CHECK(armed.through == 1);
        CHECK_FALSE(armed.generation.empty());

        CHECK(desk.start(1, "bb") == 2);
        CHECK(desk.last<TillArmed>().generation == armed.generation);
    });
}

TEST_CASE("a lease takes points out of the purse, soonest expiry first")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100, "2027-12-31");
        desk.give(nora, 60, "2026-12-31");
        const auto epoch = desk.start(1, "aa");

        const auto lease = desk.ask(1, epoch, 1, 80);

        REQUIRE(lease);
        REQUIRE(lease->lots.size() == 2);
        CHECK(lease->lots[0].expires_on == "2026-12-31");
        CHECK(lease->lots[0].amount == 60);
        CHECK(lease->lots[1].amount == 20);
        CHECK(desk.of(nora).available == 80);
        CHECK(desk.of(nora).leased == 80);
        CHECK(desk.of(nora).points == 160);
    });
}

TEST_CASE("the same question has the same answer for ever, a refusal too")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        const auto epoch = desk.start(1, "aa");

        const auto first = desk.ask(1, epoch, 1, 70);
        const auto again = desk.ask(1, epoch, 1, 70);
        REQUIRE(first);
        REQUIRE(again);
        CHECK(*first == *again);
        CHECK(desk.of(nora).available == 30);

        CHECK(desk.refusal(1, epoch, 2, 31) == "lease.not_enough");
        desk.give(nora, 100);
        CHECK(desk.refusal(1, epoch, 2, 31) == "lease.not_enough");
        CHECK(desk.refusal(1, epoch, 3, 31).empty());
    });
}

TEST_CASE("leases of all tills together never pass what was earned")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        const auto one = desk.start(1, "aa");
        const auto two = desk.start(2, "bb");

        CHECK(desk.refusal(1, one, 1, 60).empty());
        CHECK(desk.refusal(2, two, 1, 60) == "lease.asked_back");
        CHECK(desk.refusal(2, two, 2, 40).empty());
        CHECK(desk.of(nora).leased == 100);
    });
}

TEST_CASE("where points are out at another shop they are asked back, and the clerk is told where")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        const auto lease = desk.ask(2, desk.start(2, "bb"), 1, 90);
        const auto epoch = desk.start(1, "aa");

        const auto refused = desk.ask(1, epoch, 1, 50);

        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "lease.asked_back");
        CHECK(refused.error().detail == "10; S02");
        CHECK(desk.last<LeaseRecalled>().till == 2);
        CHECK(desk.last<LeaseRecalled>().lease == lease->lease);
    });
}

TEST_CASE("what comes back after it was asked for answers the same question")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        const auto lease = desk.ask(2, desk.start(2, "bb"), 1, 90);
        const auto epoch = desk.start(1, "aa");
        CHECK(desk.refusal(1, epoch, 1, 50) == "lease.asked_back");

        desk.give_back(2, *lease, 90);

        CHECK(desk.refusal(1, epoch, 1, 50).empty());
    });
}

TEST_CASE("a shop may keep some of its members' points ready for when the line is down")
{
    on_each_desk([](LeaseDesk& desk) {
        ShopRulesSet rules;
        rules.store = {"S01"};
        rules.points.ahead_max = 300;
        desk.fresh.say(rules);
        const auto epoch = desk.start(1, "aa");
        const auto sell = [&] { desk.fresh.do_at(1, {coat_sold(++desk.receipts, {nora})}); };

        sell();
        const auto ahead = desk.last<LeaseGranted>();
        CHECK(ahead.till == 1);
        CHECK(ahead.epoch == epoch);
        CHECK(ahead.ask == 0);
        CHECK(desk.of(nora).leased == 300);
        CHECK(desk.of(nora).available == 99);

        sell(); // It has as much as it may.
        CHECK(desk.of(nora).leased == 300);
        desk.spend(1, ahead, 200);
        CHECK(desk.of(nora).leased == 300);
    });
}

TEST_CASE("points wait where the member is at home, wherever she bought last")
{
    on_each_desk([](LeaseDesk& desk) {
        for (const char* store : {"S01", "S02"}) {
            ShopRulesSet rules;
            rules.store = {store};
            rules.points.ahead_max = 1'000;
            desk.fresh.say(rules);
        }
        for (int i{0}; i < 2; ++i) desk.fresh.do_at(1, {coat_sold(++desk.receipts, {nora})});
        desk.start(1, "aa");
        desk.start(2, "bb");

        SaleCompleted away{coat_sold(++desk.receipts, {nora})};
        away.store = {"S02"};
        desk.fresh.do_at(2, {away});

        CHECK(desk.last<LeaseGranted>().till == 1);
        CHECK(desk.of(nora).leased == 1'000);
    });
}

TEST_CASE("only the process that runs now has leases")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        CHECK(desk.refusal(1, 0, 1, 10) == "till.epoch_stale");
        const auto first = desk.start(1, "aa");
        const auto second = desk.start(1, "bb");

        CHECK(desk.refusal(1, first, 1, 10) == "till.epoch_stale");
        CHECK(desk.refusal(1, second, 1, 10).empty());
    });
}

TEST_CASE("a till holds no more than its cap, which is what its loss can cost")
{
    on_each_desk([](LeaseDesk& desk) {
        ShopRulesSet rules;
        rules.store = {"S01"};
        rules.points.till_cap = 50;
        desk.fresh.say(rules);
        desk.give(nora, 1'000);
        const auto epoch = desk.start(1, "aa");

        CHECK(desk.refusal(1, epoch, 1, 51) == "till.cap");
        CHECK(desk.refusal(1, epoch, 2, 50).empty());
        CHECK(desk.refusal(1, epoch, 3, 1) == "till.cap");
    });
}

TEST_CASE("what was spent out of a lease is spent, and the rest comes home with its return")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        const auto lease = desk.ask(1, desk.start(1, "aa"), 1, 60);

        desk.spend(1, *lease, 25);
        desk.give_back(1, *lease, 35);

        CHECK(desk.of(nora).available == 75);
        CHECK(desk.of(nora).leased == 0);
        CHECK(desk.loss() == 0);
        const auto told = desk.fresh.news_of<PointsPosted>();
        CHECK(told.back().points == -25);
        CHECK(told.back().reason == PointsReason::redeemed);
        CHECK(told.back().source_origin == 1);
    });
}

TEST_CASE("a return that claims too much is credited with what the office has left")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        const auto lease = desk.ask(1, desk.start(1, "aa"), 1, 60);
        desk.spend(1, *lease, 25);

        desk.give_back(1, *lease, 60);
        desk.give_back(1, *lease, 60);

        CHECK(desk.of(nora).available == 75);
    });
}

TEST_CASE("another till gives no lease back that is not its own, and spends nothing out of it")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        const auto lease = desk.ask(1, desk.start(1, "aa"), 1, 60);

        desk.give_back(2, *lease, 60);
        CHECK(desk.of(nora).leased == 60);

        desk.spend(2, *lease, 10);
        CHECK(desk.of(nora).leased == 60);
        CHECK(desk.loss() == 10);
        const auto apart = latest_set_apart(*desk.fresh.connection, {"S02"}, 5);
        CHECK(std::any_of(apart.begin(), apart.end(),
                          [](const SetApart& one) { return one.why.code == "points.spent_twice"; }));
    });
}

TEST_CASE("points that expire while they are out are spent all the same, or expire when they come home")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100, "2026-11-30");
        const auto lease = desk.ask(1, desk.start(1, "aa"), 1, 60);

        desk.fresh.say(PointsDayBegan{"2026-12-01"});
        CHECK(desk.of(nora).available == 0);
        CHECK(desk.of(nora).leased == 60);
        desk.spend(1, *lease, 50);
        desk.give_back(1, *lease, 10);

        CHECK(desk.of(nora) == purse::View{});
        CHECK(desk.loss() == 0);
    });
}

TEST_CASE("a till that is written off gives its members their points back, and its loss has a bound")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        const auto epoch = desk.start(1, "aa");
        const auto lease = desk.ask(1, epoch, 1, 60);

        database::Transaction open{*desk.fresh.connection};
        const auto off = write_till_off(*desk.fresh.office, open, 1, {"老板"});
        open.commit();
        REQUIRE(off);
        CHECK(off->leases == 1);
        CHECK(off->points == 60);
        CHECK(off->value.is_zero());
        CHECK(desk.of(nora).available == 100);
        CHECK(desk.refusal(1, epoch, 2, 1) == "till.set_aside");

        CHECK(desk.ask(2, desk.start(2, "bb"), 1, 70));
        desk.spend(1, *lease, 50); // Heard of after all: what the purse has pays it, then the firm.
        CHECK(desk.of(nora).available == 0);
        CHECK(desk.loss() == 20);
        CHECK(desk.loss() <= off->points);
    });
}

TEST_CASE("who writes a till off hears what it may cost, and does so once")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        CHECK(desk.ask(1, desk.start(1, "aa"), 1, 60));

        CHECK(write_off(*desk.fresh.office, 1, {""}).error().code == "staff.bad_name");
        CHECK(write_off(*desk.fresh.office, 77, {"老板"}).error().code == "till.unknown");
        const auto said = write_off(*desk.fresh.office, 1, {"老板"});

        REQUIRE(said);
        CHECK(said->find("1 leases came home, which may cost up to 60 points and ¥0.00") != std::string::npos);
        CHECK(desk.last<TillWrittenOff>().approved_by == StaffName{"老板"});
        CHECK(write_off(*desk.fresh.office, 1, {"老板"}).error().code == "till.written_off");
    });
}

TEST_CASE("a till with two stories is set aside and has no leases any more")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 100);
        const auto epoch = desk.start(1, "aa");

        CHECK_FALSE(desk.fresh.take(1, desk.fresh.line(1, 1, TillStarted{"cc", "test"})));

        CHECK(desk.last<TillSetAside>().till == 1);
        CHECK(desk.refusal(1, epoch, 1, 10) == "till.set_aside");
    });
}

TEST_CASE("points that pay for others that went back are off every screen also when the others' last day is over")
{
    on_each_desk([](LeaseDesk& desk) {
        const auto shown = [&](const std::string& today) {
            std::vector<guitai::Lot> lots;
            for (const PointsPosted& posted : desk.fresh.news_of<PointsPosted>()) {
                lots.push_back({posted.points, posted.expires_on});
            }
            return balance(lots, today);
        };
        SaleCompleted sold{coat_sold(1, {nora})};
        sold.points_expire_on = "2026-12-31";
        desk.fresh.do_at(1, {sold});
        const auto epoch = desk.start(1, "n1");
        const auto lease = desk.ask(1, epoch, 1, 399);
        REQUIRE(lease);
        desk.spend(1, *lease, 399);
        SaleCompleted back{coat_back(3, sold.receipt)};
        back.points_back = {{{nora}, sold.receipt, 399, "2026-12-31"}};
        desk.fresh.do_at(1, {back});
        CHECK(desk.of(nora).debt == 399);
        desk.give(nora, 1'000);
        CHECK(desk.of(nora).points == 601);
        CHECK(shown("2026-11-22") == 601);

        desk.fresh.clock.at_ms += 45LL * 24 * 3'600'000; // 2027 has begun.
        desk.start(1, "n2");

        CHECK(desk.of(nora).points == 601);
        CHECK(shown("2027-01-06") == 601);
    });
}
