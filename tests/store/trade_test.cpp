#include "terminal/domain/shop_rules.hpp"
#include "terminal/domain/swap.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::test;

namespace {

SaleLine return_of(const std::string& receipt, std::int64_t pieces)
{
    SaleLine line{sale_line("A1", pieces, pieces * 19'900)};
    line.line_kind = LineKind::return_;
    line.total = -line.total;
    line.returned_receipt = {receipt};
    line.returned_line = 1;
    return line;
}

} // namespace

TEST_CASE("the rules of this shop hold, those of another do not", "[store]")
{
    OpenTill till;
    CHECK(till.store().rules() == default_rules({"S01"}));
    ShopRulesSet rules;
    rules.store = {"S02"};
    rules.hold_minutes = 5;
    till.told(rules);
    CHECK(till.store().rules().hold_minutes == 30);

    rules.store = {"S01"};
    till.told(rules);
    till.reopen();

    CHECK(till.store().rules() == rules);
}

TEST_CASE("what came back is known by its visits, here and elsewhere", "[store]")
{
    OpenTill till;
    till.did(sale("R1", 1, {sale_line("A1", 5, 99'500)}));
    till.did(sale("R2", 1, {return_of("R1", 1)}));
    till.told(ReturnNoted{{"R1"}, 1, Quantity::pieces(2), 9, 4});
    till.told(ReturnNoted{{"R1"}, 1, Quantity::pieces(1), own_till, 2}); // Its own, told back.
    till.reopen();

    const auto visits = till.store().days().visits({"R1"});

    REQUIRE(visits.size() == 2);
    CHECK(visits[0][0].quantity == Quantity::pieces(1));
    CHECK(visits[1][0].quantity == Quantity::pieces(2));
    const auto sold = till.store().days().sale({"R1"});
    REQUIRE(sold);
    CHECK(still_out(*sold, visits, 1) == Quantity::pieces(2));
}

TEST_CASE("a receipt of another till is known by the copy that was asked for", "[store]")
{
    OpenTill till;
    SaleCompleted other{sale("S02-9-000007", 1, {sale_line("A1", 3, 59'700)})};
    other.store = {"S02"};
    const std::string text{encode({9, 4, 1, other})};
    CHECK_FALSE(till.store().days().known_sale(other.receipt));

    REQUIRE(till.store().other_receipts().keep(other.receipt, text, {{1, 1'000}}));
    CHECK(till.store().other_receipts().keep({"S02-9-000008"}, text, {}).error().code == "receipt.unknown");
    CHECK(till.store().other_receipts().keep(other.receipt, "{}", {}).error().code == "receipt.unknown");
    till.reopen();

    REQUIRE(till.store().days().known_sale(other.receipt));
    CHECK_FALSE(till.store().days().sale(other.receipt));
    const auto out = [&] { return still_out(other, till.store().days().visits(other.receipt), 1); };
    CHECK(out() == Quantity::pieces(2));
    till.did(sale("R2", 1, {return_of(other.receipt.text, 1)}));
    CHECK(out() == Quantity::pieces(1)); // The one we were told of was not ours.
    till.told(ReturnNoted{other.receipt, 1, Quantity::pieces(1), 9, 5}); // That one, as news.
    CHECK(out() == Quantity::pieces(1));
    till.told(ReturnNoted{other.receipt, 1, Quantity::pieces(1), 9, 6});
    CHECK(out().is_zero());
}

TEST_CASE("a piece that was swapped at another till is known by the receipt of that swap", "[store]")
{
    OpenTill till;
    const SaleCompleted bought{sale("R1", 1, {sale_line("A1", 2, 39'800)})};
    till.did(bought);
    SaleLine in{sale_line("A1", 1, 19'900)};
    in.line_kind = LineKind::return_;
    SaleLine out{sale_line("A2", 1, 19'900)};
    for (SaleLine* const line : {&in, &out}) {
        line->total = {};
        line->swapped_receipt = {"R1"};
        line->swapped_line = 1;
    }
    const SaleCompleted swap{sale("S02-9-000007", 1, {in, out})};
    const auto out_as = [&](const char* sku) {
        const auto& days = till.store().days();
        return still_out_as(bought, days.visits({"R1"}), days.pieces_moved({"R1"}), 1, {sku});
    };
    CHECK(out_as("A2").is_zero());

    REQUIRE(till.store().other_receipts().keep(swap.receipt, encode({9, 4, 1, swap}), {}));

    CHECK(out_as("A1") == Quantity::pieces(1));
    CHECK(out_as("A2") == Quantity::pieces(1));
    SaleLine back{return_of("R1", 1)};
    back.sku = {"A2"};
    till.did(sale("R2", 1, {back}));
    CHECK(out_as("A1") == Quantity::pieces(1));
    CHECK(out_as("A2").is_zero());
}

TEST_CASE("who swapped twice at another till, of which one receipt was read here, keeps what she was given here",
          "[store]")
{
    OpenTill till;
    const SaleCompleted bought{sale("R1", 1, {sale_line("A1", 1, 19'900)})};
    till.did(bought);
    const auto swap = [](const char* receipt, const char* from, const char* to) {
        SaleLine in{sale_line(from, 1, 19'900)};
        in.line_kind = LineKind::return_;
        SaleLine out{sale_line(to, 1, 19'900)};
        for (SaleLine* const line : {&in, &out}) {
            line->total = {};
            line->swapped_receipt = {"R1"};
            line->swapped_line = 1;
        }
        return sale(receipt, 1, {in, out});
    };
    // A1 for A2 and A2 for A3 at another till; the second receipt is all that she shows here.
    const SaleCompleted second{swap("S02-9-000008", "A2", "A3")};
    REQUIRE(till.store().other_receipts().keep(second.receipt, encode({9, 5, 1, second}), {}));

    till.did(swap("R2", "A3", "A2"));

    const auto& days = till.store().days();
    const auto may_be_out = [&](const char* sku) {
        return may_be_out_as(bought, days.visits({"R1"}), days.pieces_moved({"R1"}), 1, {sku});
    };
    CHECK(may_be_out("A2") == Quantity::pieces(1));
    CHECK(may_be_out("A3").is_zero());
}

TEST_CASE("what a member owes grows by her tickets and by what other tills sold her", "[store]")
{
    OpenTill till;
    SaleCompleted bought{sale("R1", 1, {sale_line("A1", 1, 19'900)}, TenderKind::on_account)};
    bought.member = {"M1"};
    till.did(bought);
    till.told(AccountPosted{{"M1"}, Money::from_minor(19'900), "R1", own_till, 1}); // Its own, told back.
    till.told(AccountPosted{{"M1"}, Money::from_minor(5'000), "R9", 9, 1});
    till.told(AccountPosted{{"M1"}, Money::from_minor(-10'000), "还款", 0, 0});
    till.reopen();

    CHECK(till.store().members().owed({"M1"}) == Money::from_minor(14'900));
    CHECK(till.store().members().owed({"M2"}).is_zero());
}

TEST_CASE("an order that was put on account goes off it when it is refunded", "[store]")
{
    OpenTill till;
    SaleCompleted bought{sale("R1", 1, {sale_line("A1", 1, 19'900)}, TenderKind::on_account)};
    bought.member = {"M1"};
    OrderPlaced order;
    order.order = {"O1"};
    order.receipt = {"R1"};
    order.member = {"M1"};
    order.paid = Money::from_minor(19'900);
    till.did(order);
    till.did(bought);
    REQUIRE(till.store().members().owed({"M1"}) == Money::from_minor(19'900));

    till.did(OrderRefunded{{"O1"}, {"王芳"}, 1, "2026-11-22", TenderKind::on_account, Money::from_minor(19'900)});

    CHECK(till.store().members().owed({"M1"}).is_zero());
}

TEST_CASE("points of a return leave the lot they were in", "[store]")
{
    OpenTill till;
    SaleCompleted bought{sale("R1", 1, {sale_line("A1", 1, 19'900)})};
    bought.member = {"M1"};
    bought.points_earned = 199;
    bought.points_expire_on = "2027-12-31";
    till.did(bought);
    SaleCompleted back{sale("R2", 1, {return_of("R1", 1)})};
    back.points_back = {{{"M1"}, {"R1"}, 199, "2027-12-31"}};
    till.did(back);

    CHECK(till.store().members().points({"M1"}, "2026-11-22").balance == 0);
    CHECK(till.store().members().points({"M1"}, "2026-11-22").next_expiry_points == 0);
}

TEST_CASE("a member's latest receipts are found, the newest first", "[store]")
{
    OpenTill till;
    for (const char* const receipt : {"R1", "R2", "R3"}) {
        SaleCompleted bought{sale(receipt, 1, {sale_line("A1", 1, 19'900)})};
        bought.member = {"M1"};
        till.did(bought);
    }

    const auto receipts = till.store().days().receipts_of({"M1"}, 2);

    REQUIRE(receipts.size() == 2);
    CHECK(receipts[0].text == "R3");
    CHECK(till.store().days().receipts_of({}, 2).empty());
}
