#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Counter;
using test::minute_ms;

TEST_CASE("the talk advances by what the till sees, without a tap for it")
{
    Counter counter;
    counter.open();
    CHECK(counter.view().talk.step == 0);

    counter.must(SearchFor{"羽绒"});
    CHECK(counter.view().talk.step == 1);
    counter.must(OpenGrid{{"SJ2207"}});
    CHECK(counter.view().talk.step == 2);
    counter.must(AddProduct{{"SJ2207-2"}});
    CHECK(counter.view().talk.step == 3);
    counter.must(Pay{TenderKind::card, 69900_fen, ""});

    const Talk talk{counter.books.all<SaleCompleted>().back().talk};
    CHECK(talk.step == 5);
    CHECK(talk.number == 1);
    CHECK(counter.view().talk.step == 0); // The next customer's has not begun.
}

TEST_CASE("the steps are passed forward only")
{
    Counter counter;
    counter.open();
    counter.must(AddProduct{{"SJ2207-2"}});

    counter.must(StepTalk{4});
    CHECK(counter.view().talk.step == 4);
    CHECK(counter.refusal(StepTalk{2}) == "talk.backward");
    CHECK(counter.refusal(StepTalk{6}) == "talk.no_such_step");
    CHECK(counter.refusal(StepTalk{0}) == "talk.no_such_step");
    counter.must(OpenGrid{{"SJ2207"}});
    CHECK(counter.view().talk.step == 4);
}

TEST_CASE("a receipt, a miss and a ticket that was given up each say how far the talk came")
{
    Counter counter;
    counter.open();
    counter.must(AddProduct{{"PS01"}});
    counter.must(Pay{TenderKind::card, 12900_fen, ""});
    counter.must(OpenGrid{{"SJ2207"}});
    counter.must(RecordMiss{{"SJ2207"}, "枫红", "165", MissReason::price});
    counter.must(AddProduct{{"PS01"}});
    counter.must(ClearTicket{});
    counter.must(CloseShift{Money::from_minor(50'000), {}, ""});
    counter.must(CloseDay{});

    CHECK(counter.books.all<SaleCompleted>()[0].talk.number == 1);
    CHECK(counter.books.all<MissRecorded>()[0].talk == Talk{2, 2, 0, 0});
    CHECK(counter.books.all<TalkEnded>()[0].talk.number == 3);
    CHECK(counter.books.all<TalkEnded>()[0].talk.step == 3);
    const auto& funnel = counter.view().close.report->service.funnel;
    CHECK(funnel == std::array<std::int64_t, 5>{3, 3, 2, 1, 1}); // The first bar: all conversations.
}

TEST_CASE("a customer who misses one thing and buys another is one conversation")
{
    Counter counter;
    counter.open();
    counter.must(AddProduct{{"PS01"}});
    counter.must(RecordMiss{{"SJ2207"}, "枫红", "165", MissReason::size});
    counter.must(Pay{TenderKind::card, 12900_fen, ""});

    CHECK(counter.books.all<MissRecorded>()[0].talk.number == counter.books.all<SaleCompleted>()[0].talk.number);
}

TEST_CASE("an empty ticket that is cleared was no conversation")
{
    Counter counter;
    counter.open();
    counter.must(ClearTicket{});

    CHECK(counter.books.all<TalkEnded>().empty());
}

TEST_CASE("what a sale costs the customer is counted: taps, and minutes from the first line until it is paid")
{
    Counter counter;
    counter.open();
    counter.must(CountTaps{50}); // Tidying up between two customers.
    counter.must(CountTaps{1});
    counter.must(AttachMember{"13800000001"});
    counter.must(CountTaps{1});
    counter.must(AddProduct{{"PS01"}});
    counter.clock.at_ms += 3 * minute_ms;
    counter.must(CountTaps{2});
    counter.must(Pay{TenderKind::card, 12900_fen, ""});

    const Talk talk{counter.books.all<SaleCompleted>().back().talk};
    CHECK(talk.taps == 4);
    CHECK(talk.serving_ms == 3 * minute_ms);

    counter.must(CountTaps{1});
    counter.must(AddProduct{{"PS01"}});
    counter.must(Pay{TenderKind::card, 12900_fen, ""});
    CHECK(counter.books.all<SaleCompleted>().back().talk.taps == 1); // Of the next one.
}

TEST_CASE("a known member's sale of one scanned piece takes at most four taps of the clerk")
{
    Counter counter;
    counter.open();
    for (const Command& tap : {Command{ScanBarcode{"C0001"}}, Command{ScanBarcode{"6900000000059"}},
                               Command{Pay{TenderKind::cash, 12900_fen, ""}}}) {
        counter.must(CountTaps{1});
        counter.must(tap);
    }

    const SaleCompleted sale{counter.books.all<SaleCompleted>().back()};
    CHECK(sale.member.text == "M1");
    CHECK(sale.talk.taps <= 4);
}
