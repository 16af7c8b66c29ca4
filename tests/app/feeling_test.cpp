#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Counter;

namespace {

ReceiptNumber sold(Counter& counter)
{
    counter.must(ScanBarcode{"6900000000059"});
    counter.must(Pay{TenderKind::card, 12900_fen, ""});
    return counter.view().payment.done->receipt;
}

} // namespace

TEST_CASE("after paying the customer says how it was, under the name of who served her")
{
    Counter counter;
    counter.open();
    counter.must(AttachMember{"13800000001"});
    counter.must(ScanBarcode{"6900000000059"});
    counter.must(Pay{TenderKind::card, 12900_fen, ""});
    const ReceiptNumber receipt{counter.view().payment.done->receipt};

    counter.must(RateFeeling{receipt, Feeling::good});

    const auto given = counter.books.all<FeelingGiven>();
    REQUIRE(given.size() == 1);
    CHECK(given[0].receipt == receipt);
    CHECK(given[0].staff.text == "王芳");
    CHECK(given[0].store.text == "S01");
    CHECK(given[0].member.text == "M1");
    CHECK(given[0].feeling == Feeling::good);
    CHECK(counter.view().payment.done->feeling == Feeling::good);
}

TEST_CASE("a receipt is rated once, and only one that this till wrote")
{
    Counter counter;
    counter.open();
    const ReceiptNumber receipt{sold(counter)};
    counter.must(RateFeeling{receipt, Feeling::bad});

    CHECK(counter.refusal(RateFeeling{receipt, Feeling::good}) == "feeling.given");
    CHECK(counter.refusal(RateFeeling{{"S09-1-000001"}, Feeling::good}) == "feeling.unknown_receipt");
    CHECK(counter.books.all<FeelingGiven>().size() == 1);
}

TEST_CASE("who says nothing writes nothing, and the next customer is served")
{
    Counter counter;
    counter.open();
    (void)sold(counter);

    counter.must(ScanBarcode{"6900000000059"});

    CHECK(counter.books.all<FeelingGiven>().empty());
    CHECK_FALSE(counter.view().payment.done);
}

TEST_CASE("what the customer taps takes nothing out of the clerk's hands")
{
    Counter counter;
    counter.open();
    const ReceiptNumber receipt{sold(counter)};
    counter.must(ScanBarcode{"6900000000059"});
    REQUIRE(counter.refusal(DiscountLine{1, {2'000}, {}, "熟客"}) == "discount.needs_approval");

    counter.must(RateFeeling{receipt, Feeling::fair});

    CHECK(counter.view().approval.code == "discount.needs_approval");
    CHECK(counter.view().cart.lines.size() == 1);
}

TEST_CASE("the day report counts what the customers said")
{
    Counter counter;
    counter.open();
    counter.must(RateFeeling{sold(counter), Feeling::good});
    counter.must(NextCustomer{});
    counter.must(RateFeeling{sold(counter), Feeling::good});
    counter.must(RateFeeling{sold(counter), Feeling::bad});
    counter.must(CloseShift{Money::from_minor(50'000), {}, ""});
    counter.must(CloseDay{});

    const ReportView& report{*counter.view().close.report};
    CHECK(report.service.feelings[static_cast<std::size_t>(Feeling::good)] == 2);
    CHECK(report.service.feelings[static_cast<std::size_t>(Feeling::bad)] == 1);
    CHECK(report.text.find("paper.feelings") != std::string::npos);
}
