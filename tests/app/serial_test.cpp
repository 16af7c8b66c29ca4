#include "tests/support/catch.hpp"
#include "tests/support/offer_tickets.hpp"

using namespace guitai;
using namespace guitai::literals;
using namespace guitai::test;

namespace {

const Sku watch{"PS01"};
constexpr Quantity one{Quantity::pieces(1)};

// The scarf's place in the shop, with goods that have to say which piece they are.
struct WithWatch : Counter {
    explicit WithWatch(bool serial = true, bool lot = false)
    {
        for (CatalogueItem& item : catalogue.goods) {
            if (item.sku != watch) continue;
            item.needs_serial = serial;
            item.needs_lot = lot;
        }
        open();
    }
    [[nodiscard]] LineNumber line(std::size_t at) const { return view().cart.lines.at(at).line; }
    ReceiptNumber sold(const std::string& serial)
    {
        must(AddProduct{watch});
        must(MarkLine{line(0), serial, ""});
        return sell(*this).receipt;
    }
};

} // namespace

TEST_CASE("what needs a serial number is one line a piece and not paid before each has one")
{
    WithWatch counter;
    counter.must(AddProduct{watch, Quantity::pieces(2)});
    REQUIRE(counter.view().cart.lines.size() == 2);
    CHECK(counter.view().cart.lines[0].needs_serial);

    CHECK(counter.refusal(Pay{TenderKind::cash, 25800_fen}) == "pay.needs_serial");
    counter.must(MarkLine{counter.line(0), "SN-1", ""});
    CHECK(counter.refusal(MarkLine{counter.line(1), "SN-1", ""}) == "cart.serial_twice");
    CHECK(counter.refusal(SetQuantity{counter.line(0), Quantity::pieces(2)}) == "cart.serial_each");
    CHECK(counter.refusal(Pay{TenderKind::cash, 25800_fen}) == "pay.needs_serial");
    counter.must(MarkLine{counter.line(1), "SN-2", ""});
    counter.must(Pay{TenderKind::cash, 25800_fen});

    const SaleCompleted sale{counter.books.all<SaleCompleted>().back()};
    CHECK(sale.lines[0].serial == "SN-1");
    CHECK(sale.lines[1].serial == "SN-2");
    CHECK(counter.books.printed.back().text.find("SN-2") != std::string::npos);
}

TEST_CASE("a lot is asked for where the goods need one, and may be one for many pieces")
{
    WithWatch counter{false, true};
    counter.must(AddProduct{watch, Quantity::pieces(3)});

    CHECK(counter.refusal(Pay{TenderKind::cash, 38700_fen}) == "pay.needs_lot");
    CHECK(counter.refusal(MarkLine{counter.line(0), "SN-1", "L1"}) == "cart.serial_each");
    counter.must(MarkLine{counter.line(0), "", "L2410"});
    CHECK(sell(counter).lines[0].lot == "L2410");
}

TEST_CASE("a serial number is not sold twice at this till, until its piece comes back")
{
    WithWatch counter;
    const ReceiptNumber receipt{counter.sold("SN-1")};
    counter.must(AddProduct{watch});

    CHECK(counter.handle(MarkLine{counter.line(0), "SN-1", ""}).error() == Refusal{"cart.serial_sold", receipt.text});
    counter.must(ClearTicket{});
    counter.must(ReturnLine{receipt, 1, one, "走不准", "SN-1"});
    (void)sell(counter);
    CHECK_NOTHROW(counter.sold("SN-1"));
}

TEST_CASE("the piece that comes back is the one that was sold")
{
    WithWatch counter;
    const ReceiptNumber receipt{counter.sold("SN-1")};

    CHECK(counter.refusal(ReturnLine{receipt, 1, one, "走不准"}) == "return.needs_serial");
    CHECK(counter.refusal(ReturnLine{receipt, 1, one, "走不准", "SN-2"}) == "return.wrong_serial");
    counter.must(ReturnLine{receipt, 1, one, "走不准", "SN-1"});
    CHECK(sell(counter).lines[0].serial == "SN-1");
    CHECK(counter.refusal(ReturnGoods{watch, one, "无小票"}) == "return.needs_serial");
    counter.must(ReturnGoods{watch, one, "无小票", "SN-9"});
    CHECK(counter.view().cart.lines[0].serial == "SN-9");
}

TEST_CASE("a serial number is kept on a ticket that is put aside")
{
    WithWatch counter;
    counter.must(AddProduct{watch});
    counter.must(MarkLine{counter.line(0), "SN-1", "L1"});
    counter.must(Park{});
    counter.must(Recall{counter.view().parked_ticket});

    CHECK(counter.view().cart.lines[0].serial == "SN-1");
    CHECK(counter.view().cart.lines[0].lot == "L1");
    counter.must(Park{});
    const std::int64_t aside{counter.view().parked_ticket};
    (void)counter.sold("SN-1");
    counter.must(Recall{aside});
    CHECK(counter.view().cart.lines[0].needs_serial); // Sold meanwhile: it is asked for again.
}

TEST_CASE("a piece that is sent from elsewhere says which one it is when it is sent")
{
    WithWatch counter;
    counter.must(AddProduct{watch});
    counter.must(SetDelivery{counter.line(0), Delivery::ship, {}, {"林晓梅", "13800000001", "人民路 1 号"}, {}});

    CHECK(counter.refusal(MarkLine{counter.line(0), "SN-1", ""}) == "cart.mark_not_here");
    counter.must(Pay{TenderKind::card, 12900_fen});
}

TEST_CASE("a scanned code that is nothing else is the serial number that is waited for")
{
    WithWatch counter;
    CHECK(counter.refusal(ScanBarcode{"SN-77-A"}) == "scan.unknown");
    counter.must(AddProduct{watch});

    counter.must(ScanBarcode{"SN-77-A"});

    CHECK(counter.view().cart.lines[0].serial == "SN-77-A");
    CHECK(counter.view().banner.code == "mark.scanned");
    counter.must(ScanBarcode{"6900000000001"}); // Goods are goods.
    CHECK(counter.view().cart.lines.size() == 2);
}
