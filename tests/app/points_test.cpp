#include "tests/support/catch.hpp"
#include "tests/support/points_counter.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Office;
using test::PointsCounter;

TEST_CASE("points pay a part of the ticket, and the sale says exactly out of which lots")
{
    PointsCounter counter;
    counter.line.arm();
    counter.serve();

    counter.must(RedeemPoints{2'900});

    CHECK(counter.view().cart.total == 12900_fen);
    CHECK(counter.view().cart.due == 10000_fen);
    CHECK(counter.view().cart.redeem.points == 2'900);
    CHECK(counter.view().cart.redeem.worth == 2900_fen);
    const SaleCompleted sale{counter.pay()};
    REQUIRE(sale.spent.size() == 1);
    CHECK(sale.spent[0].amount == 2'900);
    CHECK(sale.spent[0].lots == std::vector<LotPart>{{"lot", "0/101", 2'900, "2027-12-31"}});
    CHECK(sale.tenders[0].tender == TenderKind::points);
    CHECK(sale.tenders[0].amount == 2900_fen);
    CHECK(sale.total == 12900_fen);
    CHECK(counter.view().payment.done->text.find("tender.points 2900") != std::string::npos);
}

TEST_CASE("nothing is earned on what points pay")
{
    PointsCounter counter;
    counter.line.arm();
    counter.serve();
    CHECK(counter.view().cart.points_earned == 129);

    counter.must(RedeemPoints{2'900});

    CHECK(counter.view().cart.points_earned == 100);
    const SaleCompleted sale{counter.pay()};
    REQUIRE(sale.earned.size() == 1);
    CHECK(sale.earned[0].amount == 100);
    CHECK(sale.earned[0].member.text == "M1");
    CHECK(sale.earned[0].expires_on == "2027-12-31");
}

TEST_CASE("asking for more than the ticket takes is cut to what it takes")
{
    PointsCounter counter;
    counter.line.has = 20'000;
    counter.line.arm();
    counter.serve();

    counter.must(RedeemPoints{20'000});

    CHECK(counter.view().cart.redeem.points == 12'900);
    CHECK(counter.view().cart.due.is_zero());
    counter.must(Pay{TenderKind::cash, {}});
    CHECK(counter.all<SaleCompleted>().back().spent[0].amount == 12'900);
    CHECK(counter.line.asked.back().amount == 12'900);
}

TEST_CASE("a shop says how large a part points may pay, at what rate and in which multiples")
{
    PointsCounter counter;
    counter.rules.points = {.per_yuan = 20, .unit = 100, .share_max = {5'000}};
    counter.till->refresh();
    counter.line.arm();
    counter.serve();

    counter.must(RedeemPoints{1'950});

    CHECK(counter.view().cart.redeem.points == 1'200); // 1,290 would pay half of it.
    CHECK(counter.view().cart.redeem.worth == 6000_fen);

    counter.rules.points.per_yuan = 0;
    counter.till->refresh();
    CHECK(counter.refusal(RedeemPoints{100}) == "points.not_taken");
}

TEST_CASE("fewer goods take fewer points, and the rest goes home")
{
    PointsCounter counter;
    counter.sync.seen.reached = true;
    counter.line.has = 20'000;
    counter.line.arm();
    counter.serve(2);
    counter.must(RedeemPoints{20'000});
    CHECK(counter.view().cart.redeem.points == 25'800 - 5'800);

    counter.must(SetQuantity{counter.view().cart.lines[0].line, Quantity::pieces(1)});
    CHECK(counter.view().cart.redeem.points == 12'900);
    counter.must(Pay{TenderKind::cash, {}});

    const auto returned = counter.all<LeaseReturned>();
    REQUIRE(returned.size() == 1);
    CHECK(returned[0].lots[0].amount == 7'100);
    CHECK(counter.view().leases.leases == 0);
}

TEST_CASE("what needs a member, a ticket or points is refused in one word")
{
    PointsCounter counter;
    counter.line.arm();
    counter.must(AddProduct{{"PS01"}});
    CHECK(counter.refusal(RedeemPoints{100}) == "points.needs_member");
    counter.must(AttachMember{"13800000001"});
    CHECK(counter.refusal(RedeemPoints{-5}) == "points.bad_amount");
    counter.line.has = 10;
    CHECK(counter.refusal(RedeemPoints{100}) == "lease.not_enough");
    CHECK(counter.view().cart.due == 12900_fen);
    counter.must(Pay{TenderKind::cash, 5000_fen});
    CHECK(counter.refusal(RedeemPoints{5}) == "pay.under_way");
}

TEST_CASE("with the cable out the till offers what is in its hand")
{
    PointsCounter counter;
    counter.line.arm();
    counter.line.grant("M1", 500, 0);
    counter.line.reached = false;
    counter.serve();

    CHECK(counter.refusal(RedeemPoints{800}) == "points.only_offline");
    CHECK(counter.view().banner.detail == "500");
    counter.must(RedeemPoints{500});

    CHECK(counter.pay().spent[0].lots[0].lease == "0/101");
}

TEST_CASE("an answer that comes later goes on where the clerk stood")
{
    PointsCounter counter;
    counter.line.at_once = false;
    counter.line.arm();
    counter.serve();

    counter.must(RedeemPoints{900});
    CHECK(counter.view().cart.redeem.asking);
    CHECK(counter.view().cart.due == 12900_fen);
    counter.line.grant("M1", 900, counter.line.asked.back().ask);

    CHECK_FALSE(counter.view().cart.redeem.asking);
    CHECK(counter.view().cart.due == 12000_fen);
}

TEST_CASE("a till that is not armed yet asks as soon as it is")
{
    PointsCounter counter;
    counter.line.at_once = false;
    counter.serve();

    counter.must(RedeemPoints{900});
    CHECK(counter.line.asked.empty());
    counter.line.arm();

    REQUIRE(counter.line.asked.size() == 1);
    CHECK(counter.line.asked[0].epoch == 1);
    CHECK(counter.line.asked[0].amount == 900);
}

TEST_CASE("nobody waits for points: the ticket is paid otherwise and the late lease goes home")
{
    PointsCounter counter;
    counter.sync.seen.reached = true;
    counter.line.at_once = false;
    counter.line.arm();
    counter.serve();
    counter.must(RedeemPoints{900});

    const SaleCompleted sale{counter.pay()};
    CHECK(sale.spent.empty());
    counter.line.grant("M1", 900, 1);
    counter.till->refresh();

    CHECK(counter.all<LeaseReturned>().size() == 1);
    CHECK(counter.view().leases.leases == 0);
}

TEST_CASE("a refusal that comes later takes the wish off the ticket and says why")
{
    PointsCounter counter;
    counter.line.at_once = false;
    counter.line.arm();
    counter.serve();
    counter.must(RedeemPoints{900});

    CHECK(counter.refusal(HearLease{1, "lease.not_enough", "40"}) == "lease.not_enough");
    CHECK(counter.view().cart.redeem.wanted == 0);
    CHECK(counter.view().banner.code == "lease.not_enough");
    CHECK(counter.refusal(HearLease{1, "lease.not_enough", "40"}).empty()); // Nobody waits any more.
}

TEST_CASE("a dropped ticket gives its lease back")
{
    PointsCounter counter;
    counter.sync.seen.reached = true;
    counter.line.arm();
    counter.serve();
    counter.must(RedeemPoints{900});
    CHECK(counter.all<LeaseReturned>().empty());

    counter.must(ClearTicket{});

    CHECK(counter.all<LeaseReturned>().size() == 1);
    CHECK(counter.line.tell);
}

TEST_CASE("points earned with the cable out are spent here at once, and go home with the line")
{
    PointsCounter counter;
    counter.line.arm();
    counter.line.has = 0;
    counter.line.reached = false;
    counter.serve();
    const SaleCompleted first{counter.pay()};
    CHECK(first.earned[0].kept);

    counter.serve();
    counter.must(RedeemPoints{100});
    const SaleCompleted second{counter.pay()};
    REQUIRE(second.spent.size() == 1);
    CHECK(second.spent[0].lots ==
          std::vector<LotPart>{{part_id(first.receipt, 1), first.receipt.text, 100, "2027-12-31"}});

    counter.sync.seen.reached = true;
    counter.till->refresh();
    const auto returned = counter.all<LeaseReturned>();
    REQUIRE(returned.size() == 2);
    CHECK(returned[0].lots[0].amount == 29);
}

TEST_CASE("with the line up, or a window of return, nothing earned is kept")
{
    PointsCounter counter;
    counter.line.arm();
    counter.sync.seen.reached = true;
    counter.serve();
    CHECK_FALSE(counter.pay().earned[0].kept);

    counter.sync.seen.reached = false;
    counter.rules.points.pending_days = 7;
    counter.till->refresh();
    counter.serve();
    const SaleCompleted sale{counter.pay()};
    CHECK_FALSE(sale.earned[0].kept);
    CHECK(sale.earned[0].matures_on == "2026-11-29");
}

TEST_CASE("pending points stand apart from those that can be spent")
{
    PointsCounter counter;
    counter.line.arm();
    counter.rules.points.pending_days = 7;
    counter.till->refresh();
    counter.serve();
    counter.pay();

    counter.must(AttachMember{"13800000001"});

    CHECK(counter.view().cart.member->points.balance == 5'000);
    CHECK(counter.view().cart.member->points.pending == 129);
}

TEST_CASE("goods paid with points bring exactly those points back")
{
    PointsCounter counter;
    counter.line.arm();
    counter.serve(2);
    counter.must(RedeemPoints{2'580});
    const SaleCompleted sale{counter.pay()};

    for (const std::int64_t piece : {1, 2}) {
        counter.must(ReturnLine{sale.receipt, 1, Quantity::pieces(1), "颜色不喜欢"});
        CHECK(counter.view().cart.total == -(12900_fen));
        CHECK(counter.view().cart.due == -(11610_fen));
        const SaleCompleted back{counter.pay()};
        INFO(piece);
        REQUIRE(back.restored.size() == 1);
        CHECK(back.restored[0].redemption == part_id(sale.receipt, 1));
        CHECK(back.restored[0].lots == std::vector<LotPart>{{"lot", "", 1'290, "2027-12-31"}});
        CHECK(back.points_back[0].points == sale.points_earned / 2);
        CHECK(back.tenders[0].tender == TenderKind::points);
        CHECK(back.tenders[0].amount == -(1290_fen));
    }
    counter.must(AttachMember{"13800000001"});
    CHECK(counter.view().cart.member->points.balance == 5'000);
}

TEST_CASE("a shop of its own spends from its members' purses")
{
    PointsCounter counter{Office::none};
    counter.serve();

    CHECK(counter.refusal(RedeemPoints{6'000}) == "points.not_enough");
    counter.must(RedeemPoints{1'900});
    const SaleCompleted sale{counter.pay()};

    CHECK(sale.spent[0].lots[0].lease.empty());
    CHECK_FALSE(sale.earned[0].kept);
    counter.must(AttachMember{"13800000001"});
    CHECK(counter.view().cart.member->points.balance == 5'000 - 1'900 + 110);
    CHECK(counter.all<PointsDayBegan>().size() == 1);
    CHECK(counter.all<TillStarted>().empty());
}
