#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Counter;

namespace {

void sell_scarf(Counter& counter, Money given)
{
    counter.must(ScanBarcode{"6900000000059"});
    counter.must(Pay{TenderKind::cash, given, ""});
}

} // namespace

TEST_CASE("a shift opens once, with its float and its business date")
{
    Counter counter;
    counter.open();

    CHECK(counter.view().session.shift == 1);
    CHECK(counter.view().session.business_date == "2026-11-22");
    CHECK(counter.books.all<ShiftOpened>().back().float_amount == 50000_fen);
    CHECK(counter.refusal(OpenShift{}) == "shift.already_open");
}

TEST_CASE("a shift that a failing disk did not show is seen before anything is done on the strength of it")
{
    Counter counter;
    counter.must(SignIn{"王芳", "2468"});
    counter.books.stumbles = true;
    counter.must(OpenShift{50000_fen});
    REQUIRE(counter.view().session.shift == 0);

    SECTION("by who goes on")
    {
        counter.must(ScanBarcode{"6900000000059"});
        CHECK(counter.view().cart.lines.size() == 1);
    }
    SECTION("by who only looks, or waits for a card")
    {
        counter.must(SearchFor{"围巾", 5});
    }
    SECTION("by the next news")
    {
        counter.till->refresh();
    }
    CHECK(counter.view().session.shift == 1);
}

TEST_CASE("a float below zero or beyond any drawer opens nothing")
{
    Counter counter;
    counter.must(SignIn{"王芳", "2468"});

    CHECK(counter.refusal(OpenShift{-(1_fen)}) == "cash.bad_amount");
    CHECK(counter.refusal(OpenShift{Money::from_minor(Money::minor_max)}) == "cash.bad_amount");
    CHECK(counter.view().session.shift == 0);
}

TEST_CASE("a sale after midnight belongs to the day of its shift")
{
    Counter counter;
    counter.open();
    counter.clock.at_ms += 15 * 60 * test::minute_ms;

    sell_scarf(counter, 12900_fen);

    CHECK(counter.books.all<SaleCompleted>().back().business_date == "2026-11-22");
}

TEST_CASE("the drawer is counted blind: nothing is expected before the count")
{
    Counter counter;
    counter.open();
    sell_scarf(counter, 20000_fen);
    CHECK_FALSE(counter.view().close.counted);
    CHECK(counter.view().close.expected_cash.is_zero());

    counter.must(CountCash{62350_fen, {}});

    CHECK(counter.view().close.expected_cash == 62900_fen);
    CHECK(counter.view().close.variance == -(550_fen));
    CHECK(counter.view().session.shift == 1);
}

TEST_CASE("a shift that adds up closes, and its report is printed")
{
    Counter counter;
    counter.open();
    sell_scarf(counter, 20000_fen);

    counter.must(CloseShift{62900_fen, {}, ""});

    const ShiftClosed closed{counter.books.all<ShiftClosed>().back()};
    CHECK(closed.variance.is_zero());
    CHECK(closed.takings.turnover == 12900_fen);
    CHECK(closed.takings.cash_taken == 12900_fen);
    CHECK(counter.view().session.shift == 0);
    CHECK(counter.books.printed.back().text == counter.view().close.report->text);
    CHECK(counter.refusal(ScanBarcode{"6900000000059"}) == "shift.not_open");
}

TEST_CASE("a drawer counted by notes and coins is added up by the till")
{
    Counter counter;
    counter.open();

    CHECK(counter.refusal(CloseShift{1_fen, {{10000_fen, 5}}, ""}) == "close.counts_differ");
    CHECK(counter.refusal(CloseShift{{}, {{10000_fen, -5}}, ""}) == "cash.bad_amount");
    counter.must(CloseShift{{}, {{10000_fen, 4}, {5000_fen, 2}}, ""});

    CHECK(counter.books.all<ShiftClosed>().back().counted_cash == 50000_fen);
}

TEST_CASE("a variance of fifty yuan passes and a fen more needs the owner")
{
    Counter counter;
    counter.open();
    CHECK(counter.refusal(CloseShift{44999_fen, {}, "找错钱"}) == "close.needs_approval");
    CHECK(counter.refusal(CloseShift{55001_fen, {}, "找错钱"}) == "close.needs_approval");
    CHECK(counter.view().session.shift == 1);

    counter.must(Approve{"陈店长", "8642"});

    const ShiftClosed closed{counter.books.all<ShiftClosed>().back()};
    CHECK(closed.variance == 5001_fen);
    CHECK(closed.approved_by.text == "陈店长");
    CHECK(closed.variance_reason == "找错钱");
    CHECK(counter.books.writes.back() == 3);

    counter.must(OpenShift{50000_fen});
    CHECK(counter.refusal(CloseShift{45000_fen, {}, ""}).empty());
}

TEST_CASE("the owner accepts a variance without a second person")
{
    Counter counter;
    counter.open();
    counter.must(SignIn{"陈店长", "8642"});

    counter.must(CloseShift{0_fen, {}, "被偷了"});

    CHECK(counter.books.all<ShiftClosed>().back().approved_by.text == "陈店长");
}

TEST_CASE("a shift is not closed over a ticket in hand")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});

    CHECK(counter.refusal(CloseShift{50000_fen, {}, ""}) == "shift.cart_open");
}

TEST_CASE("cash goes in and to the safe by the clerk, and out only by the owner")
{
    Counter counter;
    counter.open();
    counter.must(MoveCash{CashMovement::paid_in, 10000_fen, "零钱"});
    counter.must(MoveCash{CashMovement::safe_drop, 20000_fen, ""});
    CHECK(counter.refusal(MoveCash{CashMovement::paid_out, 3000_fen, "快递费"}) == "cash.needs_approval");
    CHECK(counter.books.all<CashMoved>().size() == 2);

    counter.must(Approve{"陈店长", "8642"});

    CHECK(counter.books.all<CashMoved>().back().reason == "快递费");
    CHECK(counter.books.all<OverrideGiven>().back().amount == 3000_fen);
    counter.must(CountCash{37000_fen, {}});
    CHECK(counter.view().close.variance.is_zero());
}

TEST_CASE("no more leaves the drawer than lies in it")
{
    Counter counter;
    counter.open();

    CHECK(counter.refusal(MoveCash{CashMovement::bank_drop, 50001_fen, ""}) == "cash.not_enough");
    CHECK(counter.refusal(MoveCash{CashMovement::bank_drop, 0_fen, ""}) == "cash.bad_amount");
    CHECK(counter.refusal(MoveCash{CashMovement::bank_drop, -(5_fen), ""}) == "cash.bad_amount");
    CHECK(counter.refusal(MoveCash{CashMovement::bank_drop, 50000_fen, ""}).empty());
}

TEST_CASE("an X report shows the shift so far and closes nothing")
{
    Counter counter;
    counter.open();
    sell_scarf(counter, 12900_fen);

    counter.must(TakeXReport{});

    REQUIRE(counter.view().close.report);
    CHECK(counter.view().close.report->kind == ReportView::Kind::x);
    CHECK(counter.view().close.report->takings.tickets == 1);
    CHECK(counter.view().session.shift == 1);
}

TEST_CASE("the day is closed when its shifts are, once, under a number of its own")
{
    Counter counter;
    counter.open();
    sell_scarf(counter, 12900_fen);
    CHECK(counter.refusal(CloseDay{}) == "close.shift_open");
    counter.must(CloseShift{62900_fen, {}, ""});
    counter.must(OpenShift{50000_fen});
    sell_scarf(counter, 12900_fen);
    counter.must(CloseShift{62800_fen, {}, ""});

    counter.must(CloseDay{});

    const DayClosed day{counter.books.all<DayClosed>().back()};
    CHECK(day.z == 1);
    CHECK(day.shifts == std::vector<std::int64_t>{1, 2});
    CHECK(day.takings.turnover == 25800_fen);
    CHECK(day.takings.tickets == 2);
    CHECK(day.variance == -(100_fen));
    CHECK(day.chain_head == std::string(64, 'c'));
    CHECK(counter.books.printed.back().text.find("Z0001") != std::string::npos);
    CHECK(counter.refusal(CloseDay{}) == "close.nothing_to_close");
}

TEST_CASE("orders and parked tickets that are left over stand on the day's paper")
{
    Counter counter;
    counter.open();
    counter.must(OrderItem{{"SJ2207-1"}, Quantity::pieces(1), Delivery::ship, {"林", "13800000001", "人民路"}, {}});
    counter.must(Pay{TenderKind::cod, 69900_fen, ""});
    counter.must(ScanBarcode{"6900000000059"});
    counter.must(Park{});
    counter.must(CloseShift{50000_fen, {}, ""});

    counter.must(CloseDay{});

    const std::string paper{counter.view().close.report->text};
    CHECK(paper.find("S01-71-D00001") != std::string::npos);
    CHECK(paper.find("¥129.00") != std::string::npos);
    CHECK(counter.view().close.report->takings.rescued == 1);
}

TEST_CASE("only a test shop's clock can be set")
{
    Counter counter;
    CHECK(counter.refusal(SetClock{"2027-01-02T08:00:00+08:00"}).empty());
    CHECK(counter.view().session.business_date == "2027-01-02");
    CHECK(counter.refusal(SetClock{"yesterday"}) == "clock.bad_time");

    counter.clock.settable = false;
    CHECK(counter.refusal(SetClock{"2027-01-02T08:00:00+08:00"}) == "clock.not_test");
}
