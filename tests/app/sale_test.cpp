#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"
#include "tests/support/seed.hpp"

#include <random>

using namespace guitai;
using namespace guitai::literals;
using test::Counter;

TEST_CASE("a scanned scarf is sold for cash, with change, a receipt and an open drawer")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{" 6900000000059\r\n"});

    counter.must(Pay{TenderKind::cash, 20000_fen, ""});

    REQUIRE(counter.view().payment.done);
    const SaleDone& done{*counter.view().payment.done};
    CHECK(done.receipt.text == "S01-71-000001");
    CHECK(done.total == 12900_fen);
    CHECK(done.change == 7100_fen);
    REQUIRE(counter.books.printed.size() == 1);
    CHECK(counter.books.printed[0].open_drawer);
    CHECK(counter.books.printed[0].barcode == "S01-71-000001");
    CHECK(counter.books.printed[0].text == done.text);
    CHECK(counter.view().cart.lines.empty());
}

TEST_CASE("a sale, its orders and its receipt are written in one go")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});
    counter.must(OrderItem{{"SJ2207-1"}, Quantity::pieces(1), Delivery::ship, {"林晓梅", "13800000001", "人民路 1 号"}, {}});

    counter.must(Pay{TenderKind::card, 82800_fen, "slip 8812"});

    CHECK(counter.books.writes.back() == 3);
    CHECK(counter.books.all<OrderPlaced>().size() == 1);
    CHECK(counter.books.all<SaleCompleted>().size() == 1);
    CHECK(counter.books.all<MissRecorded>().size() == 1);
    CHECK_FALSE(counter.books.printed.back().open_drawer);
}

TEST_CASE("when the disk fails the ticket is as it was, and the sale can be tried again")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});
    counter.books.disk_full = true;

    CHECK_THROWS(counter.handle(Pay{TenderKind::cash, 12900_fen, ""}));

    CHECK(counter.view().cart.lines.size() == 1);
    CHECK(counter.view().payment.tenders.empty());
    counter.books.disk_full = false;
    counter.must(Pay{TenderKind::cash, 12900_fen, ""});
    CHECK(counter.books.all<SaleCompleted>().size() == 1);
}

TEST_CASE("no shift, no sale")
{
    Counter counter;
    counter.must(SignIn{"王芳", "2468"});

    CHECK(counter.refusal(ScanBarcode{"6900000000059"}) == "shift.not_open");
    CHECK(counter.refusal(AddProduct{{"PS01"}, Quantity::pieces(1)}) == "shift.not_open");
    CHECK(counter.refusal(Pay{TenderKind::cash, 100_fen, ""}) == "shift.not_open");
    CHECK(counter.refusal(Park{}) == "shift.not_open");
}

TEST_CASE("an unknown code is a banner with its digits until the next scan")
{
    Counter counter;
    counter.open();

    CHECK(counter.refusal(ScanBarcode{"4006381333931"}) == "scan.unknown");
    CHECK(counter.view().banner.code == "scan.unknown");
    CHECK(counter.view().banner.detail == "4006381333931");

    counter.must(ScanBarcode{"6900000000059"});
    CHECK(counter.view().banner.code.empty());
}

TEST_CASE("what a scanner puts around a code is dropped, and a blank inside it is kept")
{
    Counter counter;
    counter.catalogue.goods.back().sku = {"PS 01"};
    counter.open();

    CHECK(counter.refusal(ScanBarcode{"\t PS 01 \r\n"}).empty());
    CHECK(counter.refusal(ScanBarcode{"PS01"}) == "scan.unknown");
    CHECK(counter.refusal(ScanBarcode{" \r\n"}) == "scan.unknown");
}

TEST_CASE("a member's card is scanned like goods and attaches her")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000001"});
    CHECK(counter.view().cart.total == 69900_fen);

    counter.must(ScanBarcode{"C0001"});

    REQUIRE(counter.view().cart.member);
    CHECK(counter.view().cart.member->profile.name == "林晓梅");
    CHECK(counter.view().cart.total == 65900_fen);
    CHECK(counter.view().cart.lines[0].why[0].code == "why.price.member");
    CHECK(counter.view().cart.points_earned == 659);
}

TEST_CASE("an order number is scanned to see the order")
{
    Counter counter;
    counter.open();
    counter.must(OrderItem{{"SJ2207-1"}, Quantity::pieces(1), Delivery::ship, {"林晓梅", "13800000001", "人民路 1 号"}, {}});
    counter.must(Pay{TenderKind::card, 69900_fen, ""});

    counter.must(ScanBarcode{"S01-71-D00001"});

    REQUIRE(counter.view().orders.chosen);
    CHECK(counter.view().orders.chosen->brief.order.text == "S01-71-D00001");
    CHECK(counter.view().cart.lines.empty());
}

TEST_CASE("a scan reads no tiles, and still shows how many of each are on the ticket")
{
    Counter counter;
    counter.open();
    const auto read_before = counter.catalogue.tiles_read;

    counter.must(ScanBarcode{"6900000000059"});
    counter.must(ScanBarcode{"6900000000059"});

    CHECK(counter.catalogue.tiles_read == read_before);
    CHECK(counter.view().catalogue.tiles[1].in_cart == 2);
}

TEST_CASE("a sale reads again only the tiles of what was sold")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});
    const Sku sold{counter.view().cart.lines.front().sku};
    const auto read_before = counter.catalogue.tiles_read;

    counter.catalogue.stock[sold]["S01"] = 41; // Others have put some on the shelf; one goes now.
    counter.must(Pay{TenderKind::cash, counter.view().cart.due, {}});
    CHECK(counter.till->rest()); // When nobody waits for it.
    CHECK_FALSE(counter.till->rest());

    CHECK(counter.view().catalogue.tiles[1].here == 40);
    CHECK(counter.view().catalogue.tiles[1].in_cart == 0);
    CHECK(counter.catalogue.tiles_read == read_before);
}

TEST_CASE("several tenders pay one ticket and add up to it")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000001"});
    counter.must(Pay{TenderKind::card, 50000_fen, "slip"});
    CHECK(counter.view().cart.due == 19900_fen);
    CHECK(counter.view().payment.quick_cash.front() == 19900_fen);

    counter.must(Pay{TenderKind::cash, 20000_fen, ""});

    const SaleCompleted sale{counter.books.all<SaleCompleted>().back()};
    REQUIRE(sale.tenders.size() == 2);
    CHECK(sale.tenders[0].amount + sale.tenders[1].amount == sale.total);
    CHECK(sale.tenders[1].change == 100_fen);
}

TEST_CASE("a ticket that is partly paid is not changed until the money is given back")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000001"});
    counter.must(Pay{TenderKind::cash, 100_fen, ""});

    CHECK(counter.refusal(ScanBarcode{"6900000000059"}) == "pay.under_way");
    CHECK(counter.refusal(AttachMember{"13800000001"}) == "pay.under_way");
    CHECK(counter.refusal(RemoveLine{1}) == "pay.under_way");
    CHECK(counter.refusal(ClearTicket{}) == "pay.under_way");
    counter.must(TakeBackTender{0});
    CHECK(counter.refusal(ScanBarcode{"6900000000059"}).empty());
    CHECK(counter.refusal(TakeBackTender{0}) == "pay.no_such_tender");
}

TEST_CASE("an empty ticket takes no money")
{
    Counter counter;
    counter.open();

    CHECK(counter.refusal(Pay{TenderKind::cash, 100_fen, ""}) == "cart.empty");
}

TEST_CASE("receipts are numbered without a gap, over a restart too")
{
    Counter counter;
    counter.open();
    for (int n{0}; n < 3; ++n) {
        counter.must(ScanBarcode{"6900000000059"});
        counter.must(Pay{TenderKind::cash, 12900_fen, ""});
    }
    counter.restart();
    counter.must(SignIn{"王芳", "2468"});
    counter.must(ScanBarcode{"6900000000059"});
    counter.must(Pay{TenderKind::cash, 12900_fen, ""});

    CHECK(counter.books.all<SaleCompleted>().back().receipt.text == "S01-71-000004");
}

TEST_CASE("points are earned on what is taken along, not on what is ordered")
{
    Counter counter;
    counter.open();
    counter.must(AttachMember{"13800000001"});
    counter.must(ScanBarcode{"6900000000059"});
    counter.must(OrderItem{{"SJ2207-1"}, Quantity::pieces(1), Delivery::ship, {"", "", "人民路 1 号"}, {}});

    counter.must(Pay{TenderKind::cash, 12900_fen + 65900_fen, ""});

    const SaleCompleted sale{counter.books.all<SaleCompleted>().back()};
    CHECK(sale.points_earned == 129);
    CHECK(sale.points_expire_on == "2027-12-31");
    CHECK(counter.view().payment.done->points_balance == 129);
}

TEST_CASE("the done of the last sale closes itself on the next scan")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});
    counter.must(Pay{TenderKind::cash, 12900_fen, ""});
    REQUIRE(counter.view().payment.done);

    counter.must(ScanBarcode{"6900000000059"});

    CHECK_FALSE(counter.view().payment.done);
}

TEST_CASE("a test shop marks its sales and its paper")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});
    counter.must(Pay{TenderKind::cash, 12900_fen, ""});

    CHECK(counter.books.all<SaleCompleted>().back().test);
    CHECK(counter.books.printed.back().text.find("paper.test") != std::string::npos);
}

TEST_CASE("a receipt is printed again only as a marked copy")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});
    counter.must(Pay{TenderKind::cash, 12900_fen, ""});

    counter.must(Reprint{{"S01-71-000001"}});

    REQUIRE(counter.books.printed.size() == 2);
    CHECK(counter.books.printed[1].text.find("paper.copy") != std::string::npos);
    CHECK_FALSE(counter.books.printed[1].open_drawer);
    CHECK(counter.refusal(Reprint{{"S01-71-000009"}}) == "receipt.unknown");
}

TEST_CASE("tax on top of the price is paid by the customer")
{
    Counter counter;
    counter.shop.tax_included = false;
    counter.restart();
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});

    CHECK(counter.view().cart.total == 14577_fen);
    counter.must(Pay{TenderKind::card, 14577_fen, ""});
    CHECK(counter.books.all<SaleCompleted>().back().tax == 1677_fen);
}

TEST_CASE("random tickets: lines sum to the total, tenders sum to it, and the drawer agrees")
{
    const unsigned seed{test::seed_of_this_run()};
    INFO("GUITAI_SEED=" << seed);
    std::mt19937 chance{seed};
    const auto one_of = [&](std::int64_t from, std::int64_t to) {
        return std::uniform_int_distribution<std::int64_t>{from, to}(chance);
    };
    Counter counter;
    counter.open();
    Money cash{50000_fen};

    for (int round{0}; round < 60; ++round) {
        if (one_of(0, 1) == 1) counter.must(AttachMember{"13800000001"});
        for (auto n = one_of(1, 6); n > 0; --n) {
            counter.must(AddProduct{counter.catalogue.goods[static_cast<std::size_t>(one_of(0, 4))].sku,
                                    Quantity::from_milli(one_of(1, 5'000))});
        }
        if (one_of(0, 2) == 0) {
            counter.must(DiscountLine{counter.view().cart.lines[0].line, BasisPoints{one_of(1, 1'000)}, {}, "线头"});
        }
        while (!counter.view().cart.lines.empty()) {
            const Money due{counter.view().cart.due};
            const bool card{one_of(0, 1) == 0};
            const Money part{Money::from_minor(one_of(1, due.minor()))};
            counter.must(Pay{card ? TenderKind::card : TenderKind::cash, one_of(0, 1) == 0 ? due : part, ""});
        }
        const SaleCompleted sale{counter.books.all<SaleCompleted>().back()};
        Money of_lines;
        for (const SaleLine& line : sale.lines) of_lines += line.total;
        Money of_tenders;
        for (const TenderTaken& tender : sale.tenders) {
            of_tenders += tender.amount;
            if (tender.tender == TenderKind::cash) cash += tender.amount;
        }
        CHECK(of_lines == sale.total);
        CHECK(of_tenders == sale.total);
    }
    counter.must(CountCash{cash, {}});
    CHECK(counter.view().close.variance.is_zero());
}
