#include "terminal/domain/shift.hpp"

#include "tests/support/catch.hpp"

#include <array>

using namespace guitai;
using namespace guitai::literals;

namespace {

SaleCompleted sale_of(Money total, std::vector<TenderTaken> tenders)
{
    SaleCompleted sale;
    SaleLine line;
    line.quantity = Quantity::pieces(2);
    line.total = total;
    line.discount = 300_fen;
    sale.lines = {line};
    sale.total = total;
    sale.tax = 100_fen;
    sale.tenders = std::move(tenders);
    return sale;
}

CashMoved moved(CashMovement movement, Money amount)
{
    CashMoved event;
    event.movement = movement;
    event.amount = amount;
    return event;
}

} // namespace

TEST_CASE("change is not takings: 1500 handed over for 1249 is 1249")
{
    Takings takings;

    add(takings, sale_of(124900_fen, {{TenderKind::cash, 124900_fen, 150000_fen, 25100_fen, ""}}));

    CHECK(takings.turnover == 124900_fen);
    CHECK(takings.cash_taken == 124900_fen);
    CHECK(expected_cash(50000_fen, takings) == 174900_fen);
}

TEST_CASE("a card and a promise on delivery put nothing into the drawer")
{
    Takings takings;

    add(takings, sale_of(300_fen, {{TenderKind::card, 100_fen, 100_fen, {}, ""},
                                   {TenderKind::cod, 200_fen, 200_fen, {}, ""}}));

    CHECK(takings.turnover == 300_fen);
    CHECK(takings.cash_taken.is_zero());
    CHECK(expected_cash(50_fen, takings) == 50_fen);
}

TEST_CASE("what the drawer should hold follows every movement")
{
    Takings takings;
    add(takings, sale_of(10000_fen, {{TenderKind::cash, 10000_fen, 10000_fen, {}, ""}}));
    add(takings, moved(CashMovement::paid_in, 2000_fen));
    add(takings, moved(CashMovement::paid_out, 500_fen));
    add(takings, moved(CashMovement::safe_drop, 3000_fen));
    add(takings, moved(CashMovement::bank_drop, 1000_fen));

    CHECK(expected_cash(50000_fen, takings) == 57500_fen);
}

TEST_CASE("a refund in cash leaves the drawer and the turnover")
{
    Takings takings;
    add(takings, sale_of(10000_fen, {{TenderKind::cash, 10000_fen, 10000_fen, {}, ""}}));
    OrderRefunded refunded;
    refunded.tender = TenderKind::cash;
    refunded.amount = 4000_fen;

    add(takings, refunded);

    CHECK(takings.turnover == 6000_fen);
    CHECK(takings.refunds == 4000_fen);
    CHECK(takings.cash_taken == 6000_fen);
}

TEST_CASE("the rest of an order paid at the counter turns the promise into money")
{
    Takings takings;
    add(takings, sale_of(300_fen, {{TenderKind::cash, 100_fen, 100_fen, {}, ""},
                                   {TenderKind::cod, 200_fen, 200_fen, {}, ""}}));
    OrderCollected collected;
    collected.tender = TenderKind::cash;
    collected.amount = 200_fen;

    add(takings, collected);

    CHECK(takings.turnover == 300_fen);
    CHECK(takings.cash_taken == 300_fen);
    Money of_tenders;
    for (const TenderTotal& tender : takings.tenders) of_tenders += tender.amount;
    CHECK(of_tenders == takings.turnover);
}

TEST_CASE("shifts sum to the day, tender by tender")
{
    std::array<Takings, 2> shifts;
    add(shifts[0], sale_of(300_fen, {{TenderKind::cash, 300_fen, 300_fen, {}, ""}}));
    add(shifts[1], sale_of(500_fen, {{TenderKind::card, 500_fen, 500_fen, {}, ""}}));
    MissRecorded lost;
    MissRecorded saved;
    saved.rescued_by = {"S01-71-D00001"};
    add(shifts[1], lost);
    add(shifts[1], saved);

    const Takings day{sum(shifts)};

    CHECK(day.tickets == 2);
    CHECK(day.pieces == 4);
    CHECK(day.turnover == 800_fen);
    CHECK(day.discounts == 600_fen);
    CHECK(day.tenders.size() == 2);
    CHECK(day.misses == 2);
    CHECK(day.rescued == 1);
}

TEST_CASE("notes and coins add up, and an absurd count is seen before it overflows")
{
    std::vector<Denomination> counted{{10000_fen, 3}, {50_fen, 5}};

    REQUIRE(counts_fit(counted));
    CHECK(sum(counted) == 30250_fen);

    counted[0].count = 9'000'000'000'000'000;
    CHECK_FALSE(counts_fit(counted));
    counted[0].count = -1;
    CHECK_FALSE(counts_fit(counted));
}
