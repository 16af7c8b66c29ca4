// What a scan does at the counter, beyond goods whose whole code is known.
#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

#include "terminal/domain/barcode.hpp"

using namespace guitai;
using namespace guitai::literals;
using namespace guitai::test;

namespace {

std::string whole(std::string digits)
{
    digits += check_digit_of(digits);
    return digits;
}

const std::string tea_ean{whole("690123456789")};

// Opens a counter that also sells tea by the kilogram, ¥69.80, number 00123.
void stock_tea(Counter& counter)
{
    CatalogueItem tea{make_item("TEA", "TEA", "", "", 6'980, "00123")};
    tea.barcodes.push_back(tea_ean);
    tea.weighed = true;
    tea.name = "龙井";
    counter.catalogue.goods.push_back(std::move(tea));
    counter.open();
}

const CartLineView& only_line(const Counter& counter)
{
    REQUIRE(counter.view().cart.lines.size() == 1);
    return counter.view().cart.lines.front();
}

} // namespace

TEST_CASE("a weighed label sells its weight", "[scan]")
{
    Counter counter;
    stock_tea(counter);

    counter.must(ScanBarcode{whole("250012300850")});
    CHECK(only_line(counter).quantity == Quantity::from_milli(850));
    CHECK(counter.view().cart.total == 5933_fen);

    counter.must(ScanBarcode{whole("250012300150")});
    CHECK(only_line(counter).quantity == Quantity::pieces(1));
}

TEST_CASE("a label with a price costs exactly that, and the stock goes down by its weight", "[scan]")
{
    for (const std::int64_t price : {1, 1234, 1290, 6980, 9999}) {
        INFO(price);
        Counter counter;
        stock_tea(counter);
        std::string digits{std::to_string(price)};
        digits.insert(0, 5 - digits.size(), '0');
        counter.must(ScanBarcode{whole("2000123" + digits)});

        CHECK(counter.view().cart.total == Money::from_minor(price));
        const Quantity sold{only_line(counter).quantity};
        CHECK(sold.milli() * 6'980 >= price * 1'000);
        CHECK((sold.milli() - 1) * 6'980 < price * 1'000);
    }
}

TEST_CASE("two labels of the same goods cost what both say", "[scan]")
{
    Counter counter;
    stock_tea(counter);
    counter.must(ScanBarcode{whole("200012301234")});
    counter.must(ScanBarcode{whole("200012300777")});

    CHECK(counter.view().cart.lines.size() == 1);
    CHECK(counter.view().cart.total == 2011_fen);
}

TEST_CASE("a label that is misread, empty or of unknown goods sells nothing and says why", "[scan]")
{
    Counter counter;
    stock_tea(counter);

    CHECK(counter.refusal(ScanBarcode{"2500123008500"}) == "scan.bad_check_digit");
    CHECK(counter.refusal(ScanBarcode{whole("250012300000")}) == "scan.no_quantity");
    CHECK(counter.refusal(ScanBarcode{whole("250099900850")}) == "scan.unknown");
    CHECK(counter.refusal(ScanBarcode{"]C10106901234567893"}) == "gs1.bad_check_digit");
    CHECK(counter.refusal(ScanBarcode{std::string(500, '1')}) == "scan.unknown");
    CHECK(counter.view().cart.lines.empty());
}

TEST_CASE("a code that is kept as a whole is never taken apart", "[scan]")
{
    Counter counter;
    CatalogueItem gift{make_item("GIFT", "GIFT", "", "", 5'000, whole("250012300850"))};
    counter.catalogue.goods.push_back(std::move(gift));
    stock_tea(counter);

    counter.must(ScanBarcode{whole("250012300850")});
    CHECK(only_line(counter).sku.text == "GIFT");
    CHECK(only_line(counter).quantity == Quantity::pieces(1));
}

TEST_CASE("a GS1 code finds goods under any length of their number and sells what it measures", "[scan]")
{
    Counter counter;
    stock_tea(counter);

    counter.must(ScanBarcode{"]C1010" + tea_ean + "3103000850"});
    CHECK(only_line(counter).quantity == Quantity::from_milli(850));
    CHECK(only_line(counter).sku.text == "TEA");
}

TEST_CASE("a net weight on a pack that is sold by the piece is only told", "[scan]")
{
    Counter counter;
    counter.catalogue.goods.push_back(make_item("JAR", "JAR", "", "", 4'500, whole("690123456780")));
    counter.open();

    counter.must(ScanBarcode{"]C1010" + whole("690123456780") + "3103000850"});
    CHECK(only_line(counter).quantity == Quantity::pieces(1));
}

TEST_CASE("lots stay apart, and a serial number is sold once", "[scan]")
{
    Counter counter;
    counter.catalogue.goods.push_back(make_item("PHONE", "PHONE", "", "", 99'900, whole("690123456780")));
    counter.open();
    const std::string phone{"]d2010" + whole("690123456780")};

    counter.must(ScanBarcode{phone + "10L1\x1D" "21S1"});
    counter.must(ScanBarcode{phone + "10L1\x1D" "21S2"});
    CHECK(counter.view().cart.lines.size() == 2);
    CHECK(counter.refusal(ScanBarcode{phone + "10L1\x1D" "21S1"}) == "cart.serial_twice");
    CHECK(counter.refusal(SetQuantity{counter.view().cart.lines[0].line, Quantity::pieces(2)}) == "cart.serial_twice");
    counter.must(ScanBarcode{phone + "10L2"});
    counter.must(ScanBarcode{phone + "10L2"});
    CHECK(counter.view().cart.lines.size() == 3);

    counter.must(Pay{TenderKind::card, counter.view().cart.total});
    const SaleCompleted sale{counter.books.all<SaleCompleted>().back()};
    CHECK(sale.lines[0].serial == "S1");
    CHECK(sale.lines[0].lot == "L1");
    CHECK(sale.lines[2].lot == "L2");
    CHECK(sale.lines[2].quantity == Quantity::pieces(2));
}

TEST_CASE("trying codes out explains them and sells nothing", "[scan]")
{
    Counter counter;
    stock_tea(counter);

    counter.must(ExplainBarcode{whole("250012300850")});
    const ScanView& weighed{counter.view().barcode_test.seen.front()};
    CHECK(weighed.kind == "in_store");
    CHECK(weighed.rule == "25");
    CHECK(weighed.sku.text == "TEA");
    CHECK(weighed.quantity == Quantity::from_milli(850));
    CHECK(weighed.found_by == "00123");
    CHECK(weighed.code.empty());

    counter.must(BeginBarcodeTest{});
    counter.must(ScanBarcode{"]C1010" + tea_ean + "10L\x1D"});
    CHECK(counter.view().barcode_test.seen.size() == 1);
    CHECK(counter.view().barcode_test.seen.front().scanned.find("<GS>") != std::string::npos);
    counter.must(ScanBarcode{"nothing"});
    CHECK(counter.view().barcode_test.seen.front().code == "scan.unknown");
    CHECK(counter.view().cart.lines.empty());

    counter.must(EndBarcodeTest{});
    counter.must(ScanBarcode{tea_ean});
    CHECK(counter.view().cart.lines.size() == 1);
}

TEST_CASE("whoever signs out leaves no till that only explains", "[scan]")
{
    Counter counter;
    stock_tea(counter);
    counter.must(BeginBarcodeTest{});
    counter.must(SignOut{});

    CHECK_FALSE(counter.view().barcode_test.on);
}

TEST_CASE("the drawer opens without a sale for whoever answers for cash, and it is written down", "[drawer]")
{
    Counter counter;
    counter.must(SignIn{"陈店长", "8642"});

    CHECK(counter.refusal(OpenDrawer{""}) == "drawer.no_reason");
    counter.must(OpenDrawer{"换零钱"});
    const OverrideGiven given{counter.books.all<OverrideGiven>().back()};
    CHECK(given.action == "drawer.open");
    CHECK(given.asked_by.text == "陈店长");
    CHECK(given.approved_by.text == "陈店长");
    CHECK(given.reason == "换零钱");
    REQUIRE(!counter.books.printed.empty());
    CHECK(counter.books.printed.back().open_drawer);
    CHECK(counter.books.printed.back().text.empty());
    CHECK(counter.printer.woken == 1);
}

TEST_CASE("a clerk opens the drawer only with a second person", "[drawer]")
{
    Counter counter;
    counter.open();
    const std::size_t printed{counter.books.printed.size()};

    CHECK(counter.refusal(OpenDrawer{"换零钱"}) == "drawer.needs_approval");
    CHECK(counter.books.printed.size() == printed);
    counter.must(Approve{"陈店长", "8642"});
    const OverrideGiven given{counter.books.all<OverrideGiven>().back()};
    CHECK(given.asked_by.text == "王芳");
    CHECK(given.approved_by.text == "陈店长");
    CHECK(counter.books.printed.back().open_drawer);
    CHECK(counter.view().session.staff->name.text == "王芳");
}

TEST_CASE("a gift receipt names the goods and no price", "[paper]")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});
    counter.must(Pay{TenderKind::cash, 12900_fen});
    counter.must(Reprint{{}, ReprintKind::gift});

    const PrintJob& job{counter.books.printed.back()};
    CHECK(job.text.find("羊毛围巾") != std::string::npos);
    CHECK(job.text.find("paper.gift") != std::string::npos);
    CHECK(job.text.find("¥") == std::string::npos);
    CHECK(job.text.find("129") == std::string::npos);
    CHECK(job.barcode == "S01-71-000001");
    CHECK(job.qr.empty());
}
