#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::test;

namespace {

ShiftOpened opened(std::int64_t shift) { return {shift, {"王芳"}, "2026-11-22", Money::from_minor(50'000)}; }

ShiftClosed closed(std::int64_t shift)
{
    ShiftClosed made;
    made.shift = shift;
    made.business_date = "2026-11-22";
    made.variance = Money::from_minor(-100);
    return made;
}

Money tender(const Takings& takings, std::string_view name)
{
    for (const TenderTotal& total : takings.tenders) {
        if (total.tender == name) return total.amount;
    }
    return {};
}

} // namespace

TEST_CASE("the takings of a shift are the sum of what happened in it")
{
    OpenTill till;
    till.did(opened(1));
    till.did(sale("R1", 1, {sale_line("A1", 2, 39'800)}));
    till.did(sale("R2", 1, {sale_line("A2", 1, 10'000)}, TenderKind::card));
    till.did(CashMoved{1, {"王芳"}, CashMovement::paid_out, Money::from_minor(3'000), "买水"});
    till.did(CashMoved{1, {"王芳"}, CashMovement::safe_drop, Money::from_minor(20'000), ""});
    MissRecorded miss;
    miss.business_date = "2026-11-22";
    miss.reason = MissReason::colour;
    till.did(miss);
    miss.rescued_by = {"O1"};
    till.did(miss);
    till.did(OrderRefunded{{"O9"}, {"王芳"}, 1, "2026-11-22", TenderKind::cash, Money::from_minor(5'000)});
    till.reopen();

    const Takings takings{till.store().days().takings_of_shift(1)};

    CHECK(takings.tickets == 2);
    CHECK(takings.pieces == 3);
    CHECK(takings.turnover == Money::from_minor(44'800));
    CHECK(takings.refunds == Money::from_minor(5'000));
    CHECK(tender(takings, "cash") == Money::from_minor(34'800));
    CHECK(tender(takings, "card") == Money::from_minor(10'000));
    CHECK(takings.cash_taken == Money::from_minor(34'800));
    CHECK(takings.paid_out == Money::from_minor(3'000));
    CHECK(takings.drops == Money::from_minor(20'000));
    CHECK(takings.misses == 2);
    CHECK(takings.rescued == 1);
    const auto causes = till.store().days().misses("2026-11-22");
    REQUIRE(causes.size() == 1);
    CHECK(causes[0].reason == MissReason::colour);
    CHECK(causes[0].misses == 2);
    CHECK(causes[0].rescued == 1);
    CHECK(till.store().days().misses("2026-11-23").empty());
}

TEST_CASE("a shift is open until it is closed, and closed until the day is")
{
    OpenTill till;
    CHECK(till.store().days().open_shift().shift == 0);
    till.did(opened(1));
    CHECK(till.store().days().open_shift().shift == 1);
    CHECK(till.store().days().open_shift().float_amount == Money::from_minor(50'000));
    till.did(sale("R1", 1, {sale_line("A1", 1, 19'900)}));
    till.did(closed(1));
    CHECK(till.store().days().open_shift().shift == 0);

    const auto waiting = till.store().days().closed_since_last_z();
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].variance == Money::from_minor(-100));
    CHECK(waiting[0].takings.turnover == Money::from_minor(19'900));

    DayClosed day;
    day.z = 1;
    day.business_date = "2026-11-22";
    day.shifts = {1};
    day.takings = waiting[0].takings;
    till.did(day);
    CHECK(till.store().days().closed_since_last_z().empty());
    const auto days = till.store().days().last_days(7);
    REQUIRE(days.size() == 1);
    CHECK(days[0].date == "2026-11-22");
    CHECK(days[0].turnover == Money::from_minor(19'900));
}

TEST_CASE("the last days are the latest closed ones, oldest first")
{
    OpenTill till;
    for (std::int64_t z{1}; z <= 9; ++z) {
        DayClosed day;
        day.z = z;
        day.business_date = "2026-11-0" + std::to_string(z);
        day.takings.turnover = Money::from_minor(z * 100);
        till.did(day);
    }

    const auto days = till.store().days().last_days(7);

    REQUIRE(days.size() == 7);
    CHECK(days.front().date == "2026-11-03");
    CHECK(days.back().turnover == Money::from_minor(900));
}

TEST_CASE("turnover falls into the hours of the shop's own clock")
{
    OpenTill till;
    PlaceSet place;
    place.place = {"S01"};
    place.utc_offset_minutes = 345; // Kathmandu: quarters of an hour exist.
    till.told(place);
    till.clock.at_ms = 1'795'305'600'000 + 10 * minute_ms; // 2026-11-22 08:10 in China, 05:55 there.

    till.did(sale("R1", 1, {sale_line("A1", 1, 19'900)}));
    till.clock.at_ms += 5 * minute_ms;
    till.did(sale("R2", 1, {sale_line("A1", 1, 100)}));

    const auto hours = till.store().days().turnover_by_hour("2026-11-22");
    CHECK(hours.at(5) == Money::from_minor(19'900));
    CHECK(hours.at(6) == Money::from_minor(100));
}

TEST_CASE("numbers of a till's own making are dense and survive a restart")
{
    OpenTill till;
    till.did(opened(1));
    till.did(sale("R1", 1, {sale_line("A1", 1, 19'900)}));
    till.did(sale("R2", 1, {sale_line("A1", 1, 19'900)}));
    till.told(SaleCompleted{}); // Not ours, whoever wrote it.
    till.reopen();

    const DayReader::Counts counts{till.store().days().counts()};

    CHECK(counts.receipts == 2);
    CHECK(counts.shifts == 1);
    CHECK(counts.z == 0);
}

TEST_CASE("a sale is found again by its receipt, as it was written")
{
    OpenTill till;
    SaleCompleted bought{sale("S01-71-000001", 1, {sale_line("A1", 2, 39'800)})};
    bought.tenders = {{TenderKind::cash, bought.total, Money::from_minor(50'000), Money::from_minor(10'200), ""}};
    till.did(bought);

    CHECK(till.store().days().sale({"S01-71-000001"}) == bought);
    CHECK(!till.store().days().sale({"S01-71-000002"}));
    CHECK(till.store().days().chain_head() == till.store().books().journal().head(own_till).chain);
}

TEST_CASE("a parked ticket waits, over a restart too, until it is taken up")
{
    OpenTill till;
    TicketParked parked{1, {"王芳"}, {"M1"}, {{LineKind::sale, {"A1"}, Quantity::pieces(2)}}};
    till.did(MemberEnrolled{member("M1", "13800138000", "单雪莹"), {"S01"}, {"王芳"}});
    till.did(parked);
    till.reopen();

    const auto waiting = till.store().days().parked();
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].member_name == "单雪莹");
    CHECK(waiting[0].pieces == 2);
    CHECK(till.store().days().parked(1, 0) == parked);

    till.did(TicketRecalled{1, {"王芳"}});
    CHECK(till.store().days().parked().empty());
    CHECK(!till.store().days().parked(1, 0));
    CHECK(till.store().days().counts().tickets == 1);
}

TEST_CASE("tickets that the shop's other tills put aside wait here too, until one of them takes them up", "[store]")
{
    OpenTill till;
    TicketParked parked;
    parked.ticket = 4;
    parked.staff = {"李强"};
    parked.lines = {{.sku = {"A1"}, .quantity = Quantity::pieces(2)}};
    till.told(ParkedTold{{"S01"}, 9, 1'700'000'000'000, parked});
    till.told(ParkedTold{{"S02"}, 8, 1'700'000'000'000, parked}); // Another shop's.
    till.told(ParkedTold{{"S01"}, own_till, 1'700'000'000'000, parked}); // Its own, told back.

    const auto waiting = till.store().days().parked();
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].till == 9);
    CHECK(waiting[0].pieces == 2);
    CHECK(till.store().days().parked(4, 9) == parked);

    TicketRecalled recalled;
    recalled.ticket = 4;
    recalled.till = 9;
    till.did(recalled);
    CHECK(till.store().days().parked().empty());
}

TEST_CASE("a ticket that another till took up waits here no more", "[store]")
{
    OpenTill till;
    TicketParked parked;
    parked.ticket = 1;
    till.did(parked);
    till.told(RecallTold{{"S01"}, own_till, 1, 9, 77});

    CHECK(till.store().days().parked().empty());
}

TEST_CASE("a ticket that is told of after it was taken up does not wait again", "[store]")
{
    OpenTill till;
    TicketParked parked;
    parked.ticket = 4;
    SECTION("taken up here, and the head office tells of it once more")
    {
        TicketRecalled recalled;
        recalled.ticket = 4;
        recalled.till = 9;
        till.did(recalled);
        till.told(RecallTold{{"S01"}, 9, 4, own_till, 1}); // Its own, told back.
    }
    SECTION("taken up by a third till, of which is heard first")
    {
        till.told(RecallTold{{"S01"}, 9, 4, 8, 2});
    }
    till.told(ParkedTold{{"S01"}, 9, 1'700'000'000'000, parked});
    CHECK(till.store().days().parked().empty());

    parked.ticket = 5;
    till.told(ParkedTold{{"S01"}, 9, 1'700'000'000'000, parked});
    CHECK(till.store().days().parked().size() == 1);
}
