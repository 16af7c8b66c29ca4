#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Counter;

namespace {

void round_down(Counter& counter, Money coin)
{
    counter.rules.rounding = CashRounding::down;
    counter.rules.coin = coin;
    counter.till->refresh();
}

// Two cups at 3.35, sold and paid for with `given`; their receipt.
ReceiptNumber sell_two_cups(Counter& counter, Money given)
{
    counter.catalogue.goods.push_back(test::make_item("CUP", "CUP", "", "", 335, "6900000000777"));
    counter.must(AddProduct{{"CUP"}, Quantity::pieces(2)});
    counter.must(Pay{TenderKind::cash, given});
    return counter.view().payment.done->receipt;
}

// What one of them brings in cash.
Money bring_one_back(Counter& counter, const ReceiptNumber& receipt)
{
    counter.must(ReturnLine{receipt, 1, Quantity::pieces(1), "尺码不合"});
    return counter.view().payment.cash_due;
}

void bring_one_back_for(Counter& counter, const ReceiptNumber& receipt, Money cash)
{
    CHECK(bring_one_back(counter, receipt) == -cash);
    counter.must(Pay{TenderKind::cash, -cash});
}

} // namespace

TEST_CASE("refunds of one receipt are rounded as one sum, so that coming twice costs no coin")
{
    Counter counter;
    counter.open();
    round_down(counter, 10_fen);
    const ReceiptNumber receipt{sell_two_cups(counter, 670_fen)};

    bring_one_back_for(counter, receipt, 330_fen);
    bring_one_back_for(counter, receipt, 340_fen);

    CHECK(counter.books.all<SaleCompleted>().back().tenders[0].rounded == 5_fen);
}

TEST_CASE("where a part went back by card, the rest is a sum that there are coins for")
{
    Counter counter;
    counter.open();
    round_down(counter, 10_fen);
    const ReceiptNumber receipt{sell_two_cups(counter, 670_fen)};
    (void)bring_one_back(counter, receipt);
    Pay card{TenderKind::card, -(335_fen)};
    card.reason = "不要硬币";
    counter.must(card);

    bring_one_back_for(counter, receipt, 330_fen);
}

TEST_CASE("whoever paid in coins that the shop lets go of gets them back")
{
    Counter counter;
    counter.open();
    round_down(counter, 20_fen);
    const ReceiptNumber receipt{sell_two_cups(counter, 670_fen)}; // All of it, where 6.60 would have done.

    bring_one_back_for(counter, receipt, 320_fen);
    bring_one_back_for(counter, receipt, 350_fen);
}

TEST_CASE("what is rounded off is let go of, and no drawer is short by it")
{
    Counter counter;
    counter.open();
    round_down(counter, 1000_fen);
    counter.must(ScanBarcode{"6900000000059"});
    CHECK(counter.view().payment.cash_due == 12000_fen);
    CHECK(counter.view().payment.quick_cash.front() == 12000_fen);

    counter.must(Pay{TenderKind::cash, 12000_fen});

    const SaleCompleted sale{counter.books.all<SaleCompleted>().back()};
    CHECK(sale.total == 12900_fen);
    CHECK(sale.tenders[0].rounded == 900_fen);
    counter.must(CountCash{62000_fen, {}});
    CHECK(counter.view().close.variance.is_zero());
}

TEST_CASE("a card pays to the fen whatever the coins are")
{
    Counter counter;
    counter.open();
    round_down(counter, 1000_fen);
    counter.must(ScanBarcode{"6900000000059"});

    counter.must(Pay{TenderKind::wallet, 12900_fen, "wx 8812"});

    CHECK(counter.books.all<SaleCompleted>().back().tenders[0].rounded.is_zero());
}

TEST_CASE("foreign cash lies apart from our own, from which its change came")
{
    Counter counter;
    counter.rules.currencies = {{"USD", 7100}};
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});

    Pay dollars{TenderKind::foreign_cash, {}};
    dollars.currency = "USD";
    dollars.foreign_minor = 2'000;
    counter.must(dollars);

    CHECK(counter.books.all<SaleCompleted>().back().tenders[0].change == 1300_fen);
    counter.must(CountCash{48700_fen, {}});
    CHECK(counter.view().close.variance.is_zero());
}

TEST_CASE("a member owes up to her limit, a stranger nothing")
{
    Counter counter;
    counter.books.profiles[0].account_limit = 20000_fen;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});

    CHECK(counter.refusal(Pay{TenderKind::on_account, 12900_fen}) == "pay.account_needs_member");
    counter.must(AttachMember{"13800000001"});
    counter.must(Pay{TenderKind::on_account, 12900_fen});
    counter.must(AttachMember{"13800000001"});
    counter.must(ScanBarcode{"6900000000059"});
    CHECK(counter.refusal(Pay{TenderKind::on_account, 12900_fen}) == "pay.account_limit");
    counter.must(Pay{TenderKind::on_account, 7100_fen});
    CHECK(counter.refusal(Pay{TenderKind::on_account, 1_fen}) == "pay.account_limit");
}

TEST_CASE("a shop's rules say how far a role goes")
{
    Counter counter;
    counter.rules.limits = {{Role::clerk, {500}, {}, false, false}, {Role::owner, {2000}, {}, true, true},
                            {Role::office, {2000}, {}, true, true}, {Role::executive, {2000}, {}, true, true}};
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});

    CHECK(counter.refusal(DiscountLine{1, {500}, {}, "熟客"}).empty());
    CHECK(counter.refusal(DiscountLine{1, {600}, {}, "熟客"}) == "discount.needs_approval");
    CHECK(counter.refusal(DiscountLine{1, {2100}, {}, "熟客"}) == "discount.above_cap");
}
