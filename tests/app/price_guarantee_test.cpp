#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Counter;

namespace {

constexpr std::int64_t day_ms{24 * 60 * test::minute_ms};

struct Guaranteed : Counter {
    ReceiptNumber receipt;

    explicit Guaranteed(std::int64_t days = 7)
    {
        rules.price_guarantee_days = days;
        open();
        must(ScanBarcode{"6900000000059"});
        must(Pay{TenderKind::cash, 12900_fen, ""});
        receipt = view().payment.done->receipt;
    }
    void price_now(Money price)
    {
        for (CatalogueItem& item : catalogue.goods) {
            if (item.sku.text == "PS01") item.price = price;
        }
    }
};

} // namespace

TEST_CASE("a price that falls within the days of the shop is made good, with its reason and to the fen")
{
    Guaranteed counter;
    counter.price_now(9900_fen);
    counter.must(FindSale{counter.receipt, {}});
    CHECK(counter.view().returns.sales[0].lines[0].price_drop == 3000_fen);

    counter.must(ClaimPriceDrop{counter.receipt, 1});
    CHECK(counter.view().cart.due == -3000_fen);
    counter.must(Pay{TenderKind::cash, -3000_fen, ""});

    const SaleCompleted sale{counter.books.all<SaleCompleted>().back()};
    REQUIRE(sale.lines.size() == 2);
    CHECK(sale.lines[0].line_kind == LineKind::return_);
    CHECK(sale.lines[0].reason == "price_drop");
    CHECK(sale.lines[0].returned_receipt == counter.receipt);
    CHECK(sale.lines[1].line_kind == LineKind::sale);
    CHECK(sale.total == -3000_fen);
}

TEST_CASE("the difference is paid once; what was bought back then comes back for its new price")
{
    Guaranteed counter;
    counter.price_now(9900_fen);
    counter.must(ClaimPriceDrop{counter.receipt, 1});
    counter.must(Pay{TenderKind::cash, -3000_fen, ""});

    CHECK(counter.refusal(ClaimPriceDrop{counter.receipt, 1}) == "return.all_back");
    const ReceiptNumber second{counter.view().payment.done->receipt};
    counter.must(ReturnLine{second, 2, Quantity::pieces(1), "不想要了"});
    CHECK(counter.view().cart.due == -9900_fen);
}

TEST_CASE("no guarantee, too late, not cheaper: nothing is paid and the ticket stays as it was")
{
    Guaranteed none{0};
    none.price_now(9900_fen);
    CHECK(none.refusal(ClaimPriceDrop{none.receipt, 1}) == "price_drop.not_here");

    Guaranteed late;
    late.price_now(9900_fen);
    late.clock.at_ms += 8 * day_ms;
    CHECK(late.refusal(ClaimPriceDrop{late.receipt, 1}) == "price_drop.too_late");

    Guaranteed same;
    same.must(AddProduct{{"SJ2207-2"}});
    CHECK(same.refusal(ClaimPriceDrop{same.receipt, 1}) == "price_drop.not_lower");
    same.price_now(15900_fen);
    CHECK(same.refusal(ClaimPriceDrop{same.receipt, 1}) == "price_drop.not_lower");
    CHECK(same.view().cart.lines.size() == 1);
    CHECK(same.view().cart.due == 69900_fen);
    CHECK(same.refusal(ClaimPriceDrop{same.receipt, 2}) == "cart.no_such_line");
    CHECK(same.refusal(ClaimPriceDrop{{"S09-1-000001"}, 1}) == "return.unknown_receipt");
}

TEST_CASE("the guarantee is no way round the rules of returns")
{
    Guaranteed counter;
    counter.rules.returns = {{"", 0}};
    counter.till->refresh();
    counter.price_now(9900_fen);
    counter.must(ClaimPriceDrop{counter.receipt, 1});
    counter.must(RemoveLine{counter.view().cart.lines[1].line});

    CHECK(counter.refusal(Pay{TenderKind::cash, counter.view().cart.due, ""}) == "price_drop.broken");
}

TEST_CASE("without a receipt a member's purchase is found by her phone, and what she never bought is not there")
{
    Counter counter;
    counter.open();
    counter.must(AttachMember{"13800000001"});
    counter.must(ScanBarcode{"6900000000059"});
    counter.must(Pay{TenderKind::card, counter.view().cart.due, ""});

    counter.must(AttachMember{"13800000001"});
    counter.must(FindSale{{}, counter.view().cart.member->profile.member});
    REQUIRE(counter.view().returns.sales.size() == 1);
    const SoldView sale{counter.view().returns.sales[0]};
    CHECK(sale.lines[0].sku.text == "PS01");
    CHECK(counter.refusal(ReturnLine{sale.receipt, 2, Quantity::pieces(1), "尺码不合"}) == "cart.no_such_line");
    CHECK(counter.refusal(ReturnLine{sale.receipt, 1, Quantity::pieces(2), "尺码不合"}) == "return.all_back");
    counter.must(DetachMember{});
    counter.must(AttachMember{"13800000002"});
    CHECK(counter.refusal(FindSale{{}, counter.view().cart.member->profile.member}) == "return.none_of_member");
}
