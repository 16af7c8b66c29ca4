#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Counter;

namespace {

const std::vector<GuideShare> two{{{"王芳"}, {6000}}, {{"李雪"}, {4000}}};

} // namespace

TEST_CASE("guides share a line, and it comes back from the same people")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});
    counter.must(SetGuides{0, two});
    counter.must(Pay{TenderKind::cash, 12900_fen});
    const SaleCompleted sold{counter.books.all<SaleCompleted>().back()};

    counter.must(ReturnLine{sold.receipt, 1, Quantity::pieces(1), "尺码不合"});
    counter.must(Pay{TenderKind::cash, 12900_fen});

    CHECK(sold.lines[0].guides == two);
    CHECK(counter.books.all<SaleCompleted>().back().lines[0].guides == two);
}

TEST_CASE("shares add up to the whole, of people who work here, each named once")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});

    CHECK(counter.refusal(SetGuides{1, {{{"王芳"}, {6000}}}}) == "guides.wrong_sum");
    CHECK(counter.refusal(SetGuides{1, {{{"王芳"}, {10001}}, {{"李雪"}, {-1}}}}) == "guides.wrong_sum");
    CHECK(counter.refusal(SetGuides{1, {{{"王芳"}, {5000}}, {{"王芳"}, {5000}}}}) == "guides.twice");
    CHECK(counter.refusal(SetGuides{1, {{{"没有这个人"}, {10000}}}}) == "guides.unknown");
    CHECK(counter.refusal(SetGuides{9, two}) == "cart.no_such_line");
    CHECK(counter.refusal(SetGuides{1, {}}).empty());
}

TEST_CASE("guides are put right after the sale, with a reason")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});
    counter.must(SetGuides{1, two});
    counter.must(Pay{TenderKind::cash, 12900_fen});
    const ReceiptNumber receipt{counter.view().payment.done->receipt};

    CHECK(counter.refusal(ChangeGuides{receipt, 1, {{{"李雪"}, {10000}}}, ""}) == "guides.needs_reason");
    CHECK(counter.refusal(ChangeGuides{receipt, 2, {{{"李雪"}, {10000}}}, "顾客是她请来的"}) == "cart.no_such_line");
    counter.must(ChangeGuides{receipt, 1, {{{"李雪"}, {10000}}}, "顾客是她请来的"});

    const auto changed = counter.books.all<GuidesChanged>();
    REQUIRE(changed.size() == 1);
    CHECK(changed[0].staff.text == "王芳");
    CHECK(changed[0].reason == "顾客是她请来的");
}

TEST_CASE("notes and guides wait with a parked ticket")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});
    counter.must(SetGuides{1, two});
    counter.must(NoteLine{1, "改短两厘米"});
    counter.must(NoteTicket{"礼盒装"});
    counter.must(Park{});
    CHECK(counter.view().cart.note.empty());

    counter.must(Recall{1});

    CHECK(counter.view().cart.note == "礼盒装");
    CHECK(counter.view().cart.lines[0].note == "改短两厘米");
    CHECK(counter.view().cart.lines[0].guides == two);
    CHECK(counter.refusal(NoteTicket{std::string(201, 'x')}) == "note.too_long");
}
