#include "tests/support/catch.hpp"
#include "tests/support/offer_tickets.hpp"

using namespace guitai;
using namespace guitai::literals;
using namespace guitai::test;

namespace {

const Sku red{"SJ2207-2"};
const Sku black{"SJ2207-4"};
constexpr Quantity one{Quantity::pieces(1)};

ReceiptNumber bought(Counter& counter, const Sku& sku, std::int64_t pieces = 1)
{
    counter.must(AddProduct{sku, Quantity::pieces(pieces)});
    return sell(counter).receipt;
}

SaleCompleted swapped(Counter& counter, const ReceiptNumber& receipt, std::int64_t line, const Sku& to)
{
    counter.must(SwapLine{receipt, line, to, one, "尺码不合"});
    counter.must(Pay{TenderKind::cash, {}});
    return counter.books.all<SaleCompleted>().back();
}

} // namespace

TEST_CASE("another size of the same style costs nothing, and the stock moves both ways")
{
    Counter counter;
    counter.open();
    const ReceiptNumber receipt{bought(counter, red)};

    const SaleCompleted swap{swapped(counter, receipt, 1, black)};

    CHECK(swap.total.is_zero());
    CHECK(swap.tenders.empty());
    CHECK(swap.points_earned == 0);
    REQUIRE(swap.lines.size() == 2);
    CHECK(swap.lines[0].line_kind == LineKind::return_);
    CHECK(swap.lines[0].sku == red);
    CHECK(swap.lines[0].returned_receipt.empty()); // It is not given back: its receipt keeps what was paid.
    CHECK(swap.lines[1].sku == black);
    CHECK(swap.lines[1].swapped_receipt == receipt);
    CHECK(swap.lines[1].swapped_line == 1);
    CHECK(counter.books.printed.back().text.find("paper.swap_mark") != std::string::npos);
}

TEST_CASE("what was swapped comes back once, for what was paid, by either receipt")
{
    for (const bool by_old : {true, false}) {
        Counter counter;
        counter.offers.set(7, fifty_off_300);
        counter.open();
        const ReceiptNumber receipt{bought(counter, red)};
        const SaleCompleted swap{swapped(counter, receipt, 1, black)};

        counter.must(ReturnLine{by_old ? receipt : swap.receipt, by_old ? 1 : 2, one, "不想要了"});
        CHECK(counter.view().cart.due == -(64900_fen));
        CHECK(counter.view().cart.lines[0].sku == black);
        CHECK(counter.refusal(ReturnLine{by_old ? swap.receipt : receipt, by_old ? 2 : 1, one, "又来"}) ==
              "return.all_back");
        const SaleCompleted back{sell(counter)};

        CHECK(back.total == -(64900_fen));
        CHECK(back.lines[0].returned_receipt == receipt);
        CHECK(back.lines[0].sku == black);
        CHECK(counter.refusal(ReturnLine{receipt, 1, one, "又来"}) == "return.all_back");
        CHECK(counter.refusal(ReturnLine{swap.receipt, 2, one, "又来"}) == "return.all_back");
        CHECK(counter.refusal(SwapLine{receipt, 1, red, one, "又来"}) == "return.all_back");
    }
}

TEST_CASE("a piece may be swapped again, and of two pieces each is what it is")
{
    Counter counter;
    counter.open();
    const ReceiptNumber receipt{bought(counter, red, 2)};
    const SaleCompleted first{swapped(counter, receipt, 1, black)};
    const SaleCompleted second{swapped(counter, first.receipt, 2, {"SJ2207-3"})};
    CHECK(second.lines[0].sku == black);
    CHECK(second.lines[1].swapped_receipt == receipt);

    CHECK(counter.refusal(ReturnLine{first.receipt, 2, one, "退"}) == "return.all_back"); // It is no black one now.
    counter.must(ReturnLine{receipt, 1, one, "退"});
    CHECK(counter.view().cart.lines[0].sku == red);
    counter.must(ReturnLine{second.receipt, 2, one, "退"});
    CHECK(counter.view().cart.lines[1].sku.text == "SJ2207-3");
    CHECK(counter.view().cart.due == -(139800_fen));
}

TEST_CASE("another style or another list price is an exchange and no swap")
{
    Counter counter;
    counter.open();
    const ReceiptNumber receipt{bought(counter, red)};

    CHECK(counter.refusal(SwapLine{receipt, 1, {"PS01"}, one, "换"}) == "swap.not_alike");
    CHECK(counter.refusal(SwapLine{receipt, 1, red, one, "换"}) == "swap.same_piece");
    CHECK(counter.refusal(SwapLine{receipt, 1, {"NONE"}, one, "换"}) == "cart.unknown_sku");
    CHECK(counter.refusal(SwapLine{receipt, 1, black, Quantity::pieces(2), "换"}) == "return.all_back");
    CHECK(counter.refusal(SwapLine{receipt, 1, black, one, ""}) == "return.needs_reason");
    for (CatalogueItem& item : counter.catalogue.goods) {
        if (item.sku == black) item.price = 79900_fen;
    }
    CHECK(counter.refusal(SwapLine{receipt, 1, black, one, "换"}) == "swap.not_alike");
    // A new price of the whole style changes nothing between two of its sizes.
    for (CatalogueItem& item : counter.catalogue.goods) {
        if (item.sku == red) item.price = 79900_fen;
    }
    counter.must(SwapLine{receipt, 1, black, one, "换"});
    CHECK(counter.view().cart.total.is_zero());
}

TEST_CASE("the lines of a swap stay as they are and leave together")
{
    Counter counter;
    counter.open();
    const ReceiptNumber receipt{bought(counter, red)};
    counter.must(SwapLine{receipt, 1, black, one, "换"});
    const LineNumber out{counter.view().cart.lines[1].line};

    CHECK(counter.refusal(SetQuantity{out, Quantity::pieces(2)}) == "swap.fixed");
    CHECK(counter.refusal(DiscountLine{out, BasisPoints{500}, {}, "线头"}) == "swap.fixed");
    counter.must(AddProduct{black});
    CHECK(counter.view().cart.lines.size() == 3); // What is bought is another piece than what is swapped.
    CHECK(counter.view().cart.total == 69900_fen);
    counter.must(RemoveLine{counter.view().cart.lines[0].line});
    CHECK(counter.view().cart.lines.size() == 1);
    CHECK(counter.refusal(UndoRemove{}) == "cart.nothing_to_undo");
}

TEST_CASE("a swap that was put aside is taken up as it was")
{
    Counter counter;
    counter.open();
    const ReceiptNumber receipt{bought(counter, red)};
    counter.must(SwapLine{receipt, 1, black, one, "尺码不合"});
    counter.must(Park{});

    counter.must(Recall{counter.view().parked_ticket});

    REQUIRE(counter.view().cart.lines.size() == 2);
    CHECK(counter.view().cart.lines[0].reason == "尺码不合");
    CHECK(counter.view().cart.lines[1].swapped_receipt == receipt);
    CHECK(counter.view().cart.total.is_zero());
}

TEST_CASE("a swap after the last day needs a second person")
{
    Counter counter;
    counter.open();
    const ReceiptNumber receipt{bought(counter, red)};
    counter.clock.at_ms += 30LL * 24 * 60 * minute_ms;

    CHECK(counter.refusal(SwapLine{receipt, 1, black, one, "尺码不合"}) == "return.needs_approval");
    counter.must(Approve{"陈店长", "8642"});
    CHECK(counter.view().cart.lines.size() == 2);
}
