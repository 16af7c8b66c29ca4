#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"
#include "tests/support/seed.hpp"

#include <random>

using namespace guitai;
using namespace guitai::literals;
using test::Counter;

namespace {

const Sku scarf{"PS01"};
const Sku coat{"SJ2207-2"};

// Sells what is on the ticket; its receipt.
ReceiptNumber sell(Counter& counter, TenderKind tender = TenderKind::cash)
{
    counter.must(Pay{tender, counter.view().cart.due});
    return counter.view().payment.done->receipt;
}

ReceiptNumber sell_scarves(Counter& counter, std::int64_t pieces, TenderKind tender = TenderKind::cash)
{
    counter.must(AddProduct{scarf, Quantity::pieces(pieces)});
    return sell(counter, tender);
}

} // namespace

TEST_CASE("a return brings exactly the money back, the way it came")
{
    Counter counter;
    counter.open();
    const ReceiptNumber receipt{sell_scarves(counter, 2, TenderKind::card)};

    counter.must(ReturnLine{receipt, 1, Quantity::pieces(1), "颜色不喜欢"});
    REQUIRE(counter.view().cart.due == -(12900_fen));
    CHECK(counter.refusal(Pay{TenderKind::cash, 12900_fen}) == "refund.other_way_needs_reason");
    counter.must(Pay{TenderKind::card, 12900_fen, "slip 1"});

    const SaleCompleted back{counter.books.all<SaleCompleted>().back()};
    CHECK(back.total == -(12900_fen));
    CHECK(back.lines[0].line_kind == LineKind::return_);
    CHECK(back.lines[0].quantity == Quantity::pieces(1));
    CHECK(back.lines[0].returned_receipt == receipt);
    CHECK(back.lines[0].reason == "颜色不喜欢");
    CHECK(back.tenders[0].amount == -(12900_fen));
}

TEST_CASE("money goes back another way with a reason, and the reason is kept")
{
    Counter counter;
    counter.open();
    const ReceiptNumber receipt{sell_scarves(counter, 1, TenderKind::card)};
    counter.must(ReturnLine{receipt, 1, Quantity::pieces(1), "尺码不合"});

    Pay cash{TenderKind::cash, 12900_fen};
    cash.reason = "顾客的卡已注销";
    counter.must(cash);

    CHECK(counter.books.all<SaleCompleted>().back().tenders[0].reference == "顾客的卡已注销");
}

TEST_CASE("a line that came back does not come back again, after a restart either")
{
    Counter counter;
    counter.open();
    const ReceiptNumber receipt{sell_scarves(counter, 2)};
    counter.must(ReturnLine{receipt, 1, Quantity::pieces(1), "尺码不合"});
    CHECK(counter.refusal(ReturnLine{receipt, 1, Quantity::pieces(2), "尺码不合"}) == "return.all_back");
    sell(counter);
    counter.restart();
    counter.must(SignIn{"王芳", "2468"});

    counter.must(ReturnLine{receipt, 1, Quantity::pieces(1), "尺码不合"});
    CHECK(counter.refusal(ReturnLine{receipt, 1, Quantity::pieces(1), "尺码不合"}) == "return.all_back");
    CHECK(counter.refusal(SetQuantity{1, Quantity::pieces(2)}) == "return.all_back");
    sell(counter);
    CHECK(counter.refusal(ReturnLine{receipt, 1, Quantity::pieces(1), "尺码不合"}) == "return.all_back");
}

TEST_CASE("a return that was taken off and handed in again is not undone a second time")
{
    Counter counter;
    counter.open();
    const ReceiptNumber receipt{sell_scarves(counter, 1)};
    counter.must(ReturnLine{receipt, 1, Quantity::pieces(1), "尺码不合"});
    counter.must(RemoveLine{counter.view().cart.lines[0].line});
    counter.must(ReturnLine{receipt, 1, Quantity::pieces(1), "尺码不合"});

    CHECK(counter.refusal(UndoRemove{}) == "return.all_back");
    CHECK(counter.view().cart.due == -(12900_fen));
}

TEST_CASE("an exchange pays only the difference")
{
    Counter counter;
    counter.open();
    const ReceiptNumber receipt{sell_scarves(counter, 1)};
    counter.must(ReturnLine{receipt, 1, Quantity::pieces(1), "换一件"});
    counter.must(AddProduct{coat});

    CHECK(counter.view().cart.due == 69900_fen - 12900_fen);
    counter.must(Pay{TenderKind::cash, 60000_fen});

    const SaleCompleted sale{counter.books.all<SaleCompleted>().back()};
    CHECK(sale.total == 57000_fen);
    CHECK(sale.tenders[0].change == 3000_fen);
    CHECK(sale.lines.size() == 2);
}

TEST_CASE("an even exchange costs nothing and is written down")
{
    Counter counter;
    counter.open();
    const ReceiptNumber receipt{sell_scarves(counter, 1)};
    counter.must(ReturnLine{receipt, 1, Quantity::pieces(1), "换一件"});
    counter.must(AddProduct{scarf});

    counter.must(Pay{TenderKind::cash, {}});

    CHECK(counter.books.all<SaleCompleted>().back().total.is_zero());
    CHECK(counter.books.all<SaleCompleted>().back().tenders.empty());
}

TEST_CASE("points that a return takes back leave the lot they came into")
{
    Counter counter;
    counter.open();
    counter.must(AttachMember{"13800000001"});
    const ReceiptNumber receipt{sell_scarves(counter, 2)};
    const SaleCompleted sold{counter.books.all<SaleCompleted>().back()};
    REQUIRE(sold.points_earned == 258);

    counter.must(ReturnLine{receipt, 1, Quantity::pieces(1), "尺码不合"});
    CHECK(counter.view().cart.points_back == 129);
    sell(counter);

    const SaleCompleted back{counter.books.all<SaleCompleted>().back()};
    CHECK(back.points_back == std::vector<PointsBack>{{{"M1"}, receipt, 129, sold.points_expire_on}});
    CHECK(back.points_earned == 0);
}

TEST_CASE("what is not taken back says why")
{
    Counter counter;
    counter.rules.returns = {{"配饰", 0}, {"外套", 3}};
    counter.open();
    const ReceiptNumber never{sell_scarves(counter, 1)};
    counter.must(AddProduct{coat});
    const ReceiptNumber late{sell(counter)};
    counter.clock.at_ms += 4 * 86'400'000LL;

    CHECK(counter.refusal(ReturnLine{never, 1, Quantity::pieces(1), "尺码不合"}) == "return.never");
    CHECK(counter.refusal(ReturnLine{late, 1, Quantity::pieces(1), "尺码不合"}) == "return.needs_approval");
    counter.must(Approve{"陈店长", "8642"});

    CHECK(counter.view().cart.due == -(69900_fen));
    CHECK(counter.books.all<OverrideGiven>().back().action == "return.late");
    CHECK(counter.refusal(ReturnLine{{"S01-71-000099"}, 1, Quantity::pieces(1), "x"}) == "return.unknown_receipt");
    CHECK(counter.refusal(ReturnLine{late, 2, Quantity::pieces(1), "x"}) == "cart.no_such_line");
    CHECK(counter.refusal(ReturnLine{late, 1, Quantity::pieces(1), ""}) == "return.needs_reason");
}

TEST_CASE("without a receipt a clerk gives back only so much, and the owner more")
{
    Counter counter;
    counter.open();

    counter.must(ReturnGoods{scarf, Quantity::pieces(1), "没有小票"});
    CHECK(counter.refusal(ReturnGoods{scarf, Quantity::pieces(1), "没有小票"}) == "return.needs_approval");
    CHECK(counter.refusal(SetQuantity{1, Quantity::pieces(2)}) == "return.needs_approval");
    counter.must(Approve{"陈店长", "8642"});

    CHECK(counter.view().cart.due == -(25800_fen));
}

TEST_CASE("a return without a receipt counts again when taking it off is undone")
{
    Counter counter;
    counter.open();
    counter.must(ReturnGoods{scarf, Quantity::pieces(1), "没有小票"});
    counter.must(RemoveLine{1});
    counter.must(ReturnGoods{scarf, Quantity::pieces(1), "没有小票"});

    CHECK(counter.refusal(UndoRemove{}) == "return.needs_approval");
    CHECK(counter.view().cart.due == -(12900_fen));
    counter.must(Approve{"陈店长", "8642"});

    CHECK(counter.view().cart.due == -(25800_fen));
}

TEST_CASE("a part of a piece or of a cut does not come back, by whichever key")
{
    Counter counter;
    counter.open();
    const ReceiptNumber pieces{sell_scarves(counter, 2)};
    counter.must(AddProduct{scarf, Quantity::from_milli(850)});
    const ReceiptNumber cut{sell(counter)};

    CHECK(counter.refusal(ReturnLine{pieces, 1, Quantity::from_milli(500), "x"}) == "return.whole_line");
    CHECK(counter.refusal(ReturnLine{cut, 1, Quantity::from_milli(500), "x"}) == "return.whole_line");
    counter.must(ReturnLine{cut, 1, Quantity::from_milli(850), "x"});
    const LineNumber line{counter.view().cart.lines.front().line};
    CHECK(counter.refusal(SetQuantity{line, Quantity::from_milli(500)}) == "return.whole_line");
    counter.must(SetQuantity{line, {}});

    CHECK(counter.view().cart.lines.empty());
}

TEST_CASE("two waiting lines of one receipt bring back no more than is still out")
{
    Counter counter;
    counter.open();
    const ReceiptNumber receipt{sell_scarves(counter, 3)};
    counter.must(ReturnLine{receipt, 1, Quantity::pieces(1), "尺码不合"});
    counter.must(RemoveLine{1});
    counter.must(ReturnLine{receipt, 1, Quantity::pieces(1), "尺码不合"});
    counter.must(UndoRemove{});
    REQUIRE(counter.view().cart.lines.size() == 2);
    counter.must(Park{});
    const std::int64_t waiting{counter.view().parked_ticket};
    counter.must(ReturnLine{receipt, 1, Quantity::pieces(2), "尺码不合"});
    sell(counter);

    counter.must(Recall{waiting});

    CHECK(counter.view().cart.due == -(12900_fen)); // One is out, and one comes back.
}

TEST_CASE("no more cash goes back than the drawer holds")
{
    Counter counter;
    counter.must(SignIn{"陈店长", "8642"});
    counter.must(OpenShift{});
    counter.must(ReturnGoods{scarf, Quantity::pieces(1), "没有小票"});

    CHECK(counter.refusal(Pay{TenderKind::cash, 12900_fen}) == "cash.not_enough");
    CHECK(counter.refusal(Pay{TenderKind::card, 12900_fen}).empty());
}

TEST_CASE("a return waits with its ticket and is checked again when that is taken up")
{
    Counter counter;
    counter.open();
    const ReceiptNumber receipt{sell_scarves(counter, 1)};
    counter.must(ReturnLine{receipt, 1, Quantity::pieces(1), "尺码不合"});
    counter.must(Park{});
    const std::int64_t first{counter.view().parked_ticket};
    counter.must(ReturnLine{receipt, 1, Quantity::pieces(1), "尺码不合"});
    sell(counter);

    counter.must(Recall{first});

    CHECK(counter.view().cart.lines.empty());
    CHECK(counter.view().banner.code == "park.line_gone");
}

TEST_CASE("a found sale shows what may still come back of it")
{
    Counter counter;
    counter.open();
    counter.must(AttachMember{"13800000001"});
    const ReceiptNumber receipt{sell_scarves(counter, 3)};
    counter.must(ReturnLine{receipt, 1, Quantity::pieces(1), "尺码不合"});
    sell(counter);

    counter.must(FindSale{receipt, {}});
    REQUIRE(counter.view().returns.sales.size() == 1);
    CHECK(counter.view().returns.sales[0].lines[0].returnable == Quantity::pieces(2));
    counter.must(FindSale{{}, {"M1"}});
    CHECK(counter.view().returns.sales.back().receipt == receipt);
    CHECK(counter.refusal(FindSale{{}, {"M2"}}) == "return.none_of_member");
}

TEST_CASE("goods of another till come back once the head office has told of its receipt")
{
    struct Office final : OfficeLookup {
        test::FakeBooks* books{nullptr};
        std::string refusal;
        Result<bool> look_up(const ReceiptNumber& receipt) override
        {
            if (!refusal.empty()) return refuse(refusal);
            SaleCompleted sale{books->all<SaleCompleted>().front()};
            sale.receipt = receipt;
            books->others[receipt] = sale;
            return true;
        }
    };
    Counter counter;
    Office office;
    office.books = &counter.books;
    counter.lookup = &office;
    counter.restart();
    counter.open();
    sell_scarves(counter, 1);
    const ReceiptNumber other{"S02-9-000007"};
    office.refusal = "return.office_away";
    CHECK(counter.refusal(ReturnLine{other, 1, Quantity::pieces(1), "尺码不合"}) == "return.office_away");
    office.refusal.clear();

    counter.must(ScanBarcode{other.text});
    counter.must(ReturnLine{other, 1, Quantity::pieces(1), "尺码不合"});
    sell(counter);

    CHECK(counter.books.all<SaleCompleted>().back().lines[0].returned_receipt == other);
    CHECK(counter.refusal(ReturnLine{other, 1, Quantity::pieces(1), "尺码不合"}) == "return.all_back");
}

TEST_CASE("a scanned receipt shows what may come back of it")
{
    Counter counter;
    counter.open();
    const ReceiptNumber receipt{sell_scarves(counter, 1)};

    counter.must(ScanBarcode{receipt.text});

    REQUIRE(counter.view().returns.sales.size() == 1);
    CHECK(counter.view().returns.sales[0].receipt == receipt);
    counter.must(CloseSale{});
    CHECK(counter.view().returns.sales.empty());
}

TEST_CASE("however a receipt comes back, what goes back in all is what was paid")
{
    const unsigned seed{test::seed_of_this_run()};
    INFO("GUITAI_SEED=" << seed);
    std::mt19937 chance{seed};
    const auto one_of = [&](int from, int to) { return std::uniform_int_distribution<int>{from, to}(chance); };

    for (int round{0}; round < 60; ++round) {
        Counter counter;
        counter.must(SignIn{"陈店长", "8642"});
        counter.must(OpenShift{1000000_fen});
        if (one_of(0, 1) == 0) counter.must(AttachMember{"13800000001"});
        const int pieces{one_of(1, 5)};
        counter.must(AddProduct{scarf, Quantity::pieces(pieces)});
        counter.must(AddProduct{coat, Quantity::pieces(one_of(1, 3))});
        counter.must(DiscountLine{1, {}, Money::from_minor(one_of(0, 999)), "手慢了"});
        const ReceiptNumber receipt{sell(counter)};
        const SaleCompleted sold{counter.books.all<SaleCompleted>().back()};
        Money back;
        Money tax;
        std::int64_t points{0};

        for (int visit{0}; visit < 20; ++visit) {
            const int line{one_of(1, 2)};
            if (!counter.handle(ReturnLine{receipt, line, Quantity::pieces(one_of(1, 3)), "不要了"})) continue;
            sell(counter);
            const SaleCompleted gone{counter.books.all<SaleCompleted>().back()};
            REQUIRE(!(-gone.total).is_negative());
            back -= gone.total;
            tax -= gone.tax;
            for (const PointsBack& one : gone.points_back) points += one.points;
            REQUIRE(back <= sold.total);
        }
        counter.must(FindSale{receipt, {}});
        for (const SoldLineView& line : counter.view().returns.sales[0].lines) {
            if (line.returnable.is_zero()) continue;
            counter.must(ReturnLine{receipt, line.line, line.returnable, "不要了"});
        }
        if (!counter.view().cart.lines.empty()) {
            sell(counter);
            const SaleCompleted gone{counter.books.all<SaleCompleted>().back()};
            back -= gone.total;
            tax -= gone.tax;
            for (const PointsBack& one : gone.points_back) points += one.points;
        }
        CHECK(back == sold.total);
        CHECK(tax == sold.tax);
        CHECK(points == sold.points_earned);
    }
}

TEST_CASE("sending back what was our fault is paid out of the drawer with the refund, all else is the customer's")
{
    Counter counter;
    counter.open();
    const ReceiptNumber receipt{sell_scarves(counter, 2)};

    CHECK(counter.refusal(ReturnLine{receipt, 1, Quantity::pieces(1), "质量问题", "", 1200_fen}) ==
          "cash.needs_approval");
    counter.must(Approve{"陈店长", "8642"});
    CHECK(counter.view().cart.lines.back().freight_by == FreightPayer::firm);
    counter.must(Pay{TenderKind::cash, counter.view().cart.due});
    counter.must(ReturnLine{receipt, 1, Quantity::pieces(1), "不想要了", "", 800_fen});
    counter.must(Pay{TenderKind::cash, counter.view().cart.due});

    const auto sales = counter.books.all<SaleCompleted>();
    CHECK(sales[1].lines[0].freight == 1200_fen);
    CHECK(sales[1].lines[0].freight_by == FreightPayer::firm);
    CHECK(sales[2].lines[0].freight_by == FreightPayer::customer);
    const auto paid = counter.books.all<CashMoved>();
    REQUIRE(paid.size() == 1);
    CHECK(paid[0].amount == 1200_fen);
    CHECK(paid[0].movement == CashMovement::paid_out);
}
