#include "tests/support/catch.hpp"
#include "tests/support/points_counter.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Office;
using test::PointsCounter;

namespace {

constexpr const char* slip{"S01-71-F00001"};

void ask_fees(PointsCounter& counter, Money fee = 36500_fen, std::int64_t points = 365)
{
    counter.rules.membership = {fee, points, 12};
    counter.till->refresh();
}

PayMembership fee_of_her(TenderKind tender = TenderKind::cash)
{
    PayMembership command;
    command.phone_or_card = "13800000001";
    command.tender = tender;
    return command;
}

RefundMembership back(std::string fee = {}) { return {"13800000001", std::move(fee), "不来了"}; }

// A clerk gives back no more than 200 yuan alone.
Result<void> refund_allowed(PointsCounter& counter, const RefundMembership& command)
{
    const auto asked = counter.handle(command);
    if (asked || asked.error().code != "fee.needs_approval") return asked;
    return counter.handle(Approve{"陈店长", "8642"});
}

void spend(PointsCounter& counter, std::int64_t points)
{
    counter.serve();
    counter.must(RedeemPoints{points});
    (void)counter.pay();
}

void cut_the_line(PointsCounter& counter)
{
    counter.line.arm();
    counter.line.reached = false;
    counter.sync.seen.reached = false;
}

std::int64_t sum_of(const std::vector<LotPart>& parts)
{
    std::int64_t sum{0};
    for (const LotPart& part : parts) sum += part.amount;
    return sum;
}

} // namespace

TEST_CASE("a fee is takings of the drawer and no turnover, and brings its points at once with their last day")
{
    PointsCounter counter{Office::none};
    ask_fees(counter);
    PayMembership command{fee_of_her()};
    command.given = 40000_fen;

    counter.must(command);

    const MembershipPaid paid{counter.all<MembershipPaid>().at(0)};
    CHECK(paid.lot.amount == 365);
    CHECK(paid.lot.expires_on == date_plus_months(paid.business_date, 12));
    CHECK(paid.taken.change == 3500_fen);
    CHECK(counter.view().payment.fee_done->number == slip);
    counter.must(AttachMember{"13800000001"});
    const MemberView her{*counter.view().cart.member};
    CHECK(her.points.balance == 5'365);
    CHECK(her.paying_until == paid.lot.expires_on);
    counter.must(TakeXReport{});
    const Takings takings{counter.view().close.report->takings};
    CHECK(takings.turnover.is_zero());
    CHECK(takings.fees == 36500_fen);
    CHECK(takings.cash_taken == 36500_fen);
    CHECK(counter.view().close.report->expected_cash == 86500_fen);
    CHECK(counter.view().close.report->text.find("paper.fees") != std::string::npos);
}

TEST_CASE("a fee is what the shop asks, by a tender that it takes, of a member it knows")
{
    PointsCounter counter{Office::none};
    CHECK(counter.refusal(fee_of_her()) == "fee.not_sold");
    ask_fees(counter);
    PayMembership less{fee_of_her()};
    less.amount = 36400_fen;

    CHECK(counter.refusal(less) == "fee.wrong_amount");
    CHECK(counter.refusal(fee_of_her(TenderKind::on_account)) == "fee.bad_tender");
    CHECK(counter.refusal(PayMembership{}) == "fee.needs_member");
    CHECK(counter.refusal(back()) == "fee.none");
    CHECK(counter.all<MembershipPaid>().empty());
}

TEST_CASE("who pays before the last fee is over has the new one after it")
{
    PointsCounter counter{Office::none};
    ask_fees(counter);
    counter.must(fee_of_her());

    counter.must(fee_of_her());

    const auto paid = counter.all<MembershipPaid>();
    CHECK(paid.at(1).lot.expires_on == date_plus_months(paid.at(0).lot.expires_on, 12));
}

TEST_CASE("the unused part of a fee goes back once, to the fen, with exactly the points that are left of it")
{
    PointsCounter counter{Office::none};
    ask_fees(counter);
    counter.must(fee_of_her());
    spend(counter, 100); // The fee's are the first to expire.

    const auto done = refund_allowed(counter, back());

    REQUIRE(done);
    const MembershipRefunded refunded{counter.all<MembershipRefunded>().at(0)};
    CHECK(refunded.given.amount == -(26500_fen));
    REQUIRE(refunded.lots.size() == 1);
    CHECK(refunded.lots[0].lot == std::string{slip} + "/1");
    CHECK(refunded.lots[0].amount == 265);
    CHECK(counter.view().payment.fee_done->paid_until.empty());
    CHECK(counter.refusal(back()) == "fee.refunded_already");
    CHECK(counter.refusal(back(slip)) == "fee.refunded_already");
    counter.must(AttachMember{"13800000001"});
    const SaleCompleted sale{counter.all<SaleCompleted>().back()};
    CHECK(counter.view().cart.member->points.balance == 5'000 + sale.points_earned);
    CHECK(counter.view().cart.member->paying_until.empty());
    counter.must(ClearTicket{});
    counter.must(TakeXReport{});
    CHECK(counter.view().close.report->takings.fees == 10000_fen);
}

TEST_CASE("what goes back is rounded down to the fen, and nothing goes back for nothing")
{
    PointsCounter counter{Office::none};
    ask_fees(counter, 1000_fen, 7);
    counter.must(fee_of_her());
    spend(counter, 2);

    counter.must(back());

    CHECK(counter.all<MembershipRefunded>().at(0).given.amount == -(714_fen)); // 1000 × 5 ÷ 7
    counter.must(fee_of_her());
    spend(counter, 7);
    CHECK(counter.refusal(back()) == "fee.nothing_unused");
}

TEST_CASE("points past their day bring nothing back")
{
    PointsCounter counter{Office::none};
    ask_fees(counter);
    counter.must(fee_of_her());

    counter.books.clock.at_ms += 400LL * 24 * 60 * 60 * 1'000;

    CHECK(counter.refusal(back()) == "fee.nothing_unused");
    CHECK(counter.all<MembershipRefunded>().empty());
}

TEST_CASE("more than a role may give back alone is allowed by a second person, in place, or not at all")
{
    PointsCounter counter{Office::none};
    ask_fees(counter);
    counter.must(fee_of_her(TenderKind::card));

    CHECK(counter.refusal(RefundMembership{"13800000001", "", ""}) == "fee.needs_reason");
    CHECK(counter.refusal(back()) == "fee.needs_approval");
    CHECK(counter.view().approval.code == "fee.needs_approval");
    counter.must(GiveUpApproval{});
    CHECK(counter.all<MembershipRefunded>().empty());
    REQUIRE(refund_allowed(counter, back()));

    CHECK(counter.all<MembershipRefunded>().at(0).given.tender == TenderKind::card);
    CHECK(counter.all<OverrideGiven>().back().action == "membership.refund");
    CHECK(counter.all<OverrideGiven>().back().approved_by.text == "陈店长");
}

TEST_CASE("cash that is not in the drawer does not go back out of it")
{
    PointsCounter counter{Office::none};
    ask_fees(counter, 90000_fen, 900);
    counter.must(fee_of_her());
    counter.must(SignIn{"陈店长", "8642"});
    counter.must(MoveCash{CashMovement::safe_drop, 120000_fen, "缴存"});

    CHECK(counter.refusal(back()) == "cash.not_enough");
}

TEST_CASE("with the line down the till that took the fee gives it back, and no other can")
{
    PointsCounter counter;
    ask_fees(counter);
    cut_the_line(counter);
    counter.must(fee_of_her());
    CHECK(counter.all<MembershipPaid>().at(0).lot.kept);
    spend(counter, 65);

    SECTION("here")
    {
        REQUIRE(refund_allowed(counter, back()));
        const MembershipRefunded refunded{counter.all<MembershipRefunded>().at(0)};
        CHECK(refunded.given.amount == -(30000_fen));
        CHECK(refunded.lots == std::vector<LotPart>{{std::string{slip} + "/1", slip, 300,
                                                     counter.all<MembershipPaid>().at(0).lot.expires_on}});
        CHECK_FALSE(counter.books.store().points().lease(slip));
    }
    SECTION("after its points went home")
    {
        counter.restart("nonce-2"); // The hand of a new process is empty, as another till's is.
        CHECK(counter.refusal(back()) == "fee.only_where_held");
        CHECK(counter.all<MembershipRefunded>().empty());
    }
}

TEST_CASE("with a line everything she has is asked for, and what the refund does not take goes home")
{
    PointsCounter counter;
    ask_fees(counter);
    counter.line.arm();
    counter.sync.seen.reached = true;
    counter.must(fee_of_her());
    CHECK_FALSE(counter.all<MembershipPaid>().at(0).lot.kept);
    counter.line.lot = std::string{slip} + "/1";

    SECTION("all of it is there")
    {
        counter.line.has = 5'365;
        REQUIRE(refund_allowed(counter, back()));
        CHECK(sum_of(counter.all<MembershipRefunded>().at(0).lots) == 365);
        REQUIRE(counter.all<LeaseReturned>().size() == 1);
        CHECK(sum_of(counter.all<LeaseReturned>()[0].lots) == 5'000);
    }
    SECTION("some of it is at another till")
    {
        counter.line.has = 5'300;
        CHECK(counter.refusal(back()) == "fee.points_elsewhere");
        CHECK(counter.all<MembershipRefunded>().empty());
        CHECK(counter.all<LeaseReturned>().size() == 1);
    }
    SECTION("the answer comes later")
    {
        counter.line.has = 5'365;
        counter.line.at_once = false;
        counter.must(back());
        CHECK(counter.view().payment.asking_fee);
        CHECK(counter.refusal(back()) == "fee.asking");
        counter.line.grant("M1", 5'365, counter.line.asked.back().ask);
        CHECK_FALSE(counter.view().payment.asking_fee);
        CHECK(counter.view().approval.code == "fee.needs_approval");
        counter.till->refresh(); // What a second person is asked about stays in the hand.
        counter.must(Approve{"陈店长", "8642"});
        CHECK(sum_of(counter.all<MembershipRefunded>().at(0).lots) == 365);
    }
    SECTION("the answer is no")
    {
        counter.line.at_once = false;
        counter.must(back());
        CHECK(counter.refusal(HearLease{counter.line.asked.back().ask, "points.office_away", ""}) ==
              "fee.only_where_held");
        CHECK_FALSE(counter.view().payment.asking_fee);
    }
}

TEST_CASE("points that the ticket in hand is to use are not given back from under it")
{
    PointsCounter counter{Office::none};
    ask_fees(counter);
    counter.must(fee_of_her());
    counter.serve();
    counter.must(RedeemPoints{100});

    CHECK(counter.refusal(back()) == "fee.ticket_uses_points");
    CHECK(counter.pay().spent.at(0).amount == 100);
}
