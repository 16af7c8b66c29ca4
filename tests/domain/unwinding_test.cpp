#include "terminal/domain/unwinding.hpp"
#include "tests/support/catch.hpp"

using namespace guitai;
using namespace guitai::literals;

namespace {

// Three pieces for 100.00 and half a metre of cloth for 10.01, both with 13 % inside.
SaleCompleted sold()
{
    SaleLine pieces;
    pieces.sku = {"PIECE"};
    pieces.quantity = Quantity::pieces(3);
    pieces.unit = 3334_fen;
    pieces.discount = 2_fen;
    pieces.keyed_amount = 2_fen;
    pieces.tax_rate = BasisPoints{1'300};
    pieces.total = 10000_fen;
    pieces.tax = 1150_fen;
    pieces.unit_prices = {3334_fen, 3333_fen, 3333_fen};
    SaleLine cloth;
    cloth.sku = {"CLOTH"};
    cloth.quantity = Quantity::from_milli(500);
    cloth.unit = 2002_fen;
    cloth.tax_rate = BasisPoints{1'300};
    cloth.total = 1001_fen;
    cloth.tax = 115_fen;
    cloth.unit_prices = {1001_fen};
    SaleCompleted sale;
    sale.lines = {pieces, cloth};
    sale.total = 11001_fen;
    sale.points_earned = 110;
    sale.member = {"M1"};
    sale.business_date = "2026-11-22";
    return sale;
}

} // namespace

TEST_CASE("what is kept keeps its discount by hand, and all pieces bring back all of it", "[domain]")
{
    const SaleCompleted sale{sold()};
    std::vector<Visit> visits;
    Money refund;
    Money tax;
    std::vector<Money> refunds;

    for (int i{0}; i < 3; ++i) {
        const Visit now{{1, Quantity::pieces(1)}};
        const Unwound back{unwind(sale, {}, visits, now)};
        refunds.push_back(back.lines[0].refund);
        refund += back.lines[0].refund;
        tax += back.lines[0].tax;
        visits.push_back(now);
    }

    CHECK(refunds == std::vector<Money>{3334_fen, 3334_fen, 3332_fen});
    CHECK(refund == 10000_fen);
    CHECK(tax == 1150_fen);
    CHECK(still_out(sale, visits, 1).is_zero());
    CHECK(still_out(sale, visits, 2) == Quantity::from_milli(500));
}

TEST_CASE("points go back with the goods, the last fen of a yuan included", "[domain]")
{
    const SaleCompleted sale{sold()};
    const Visit first{{2, Quantity::from_milli(500)}};

    const Unwound cloth{unwind(sale, {}, {}, first)};
    const Unwound rest{unwind(sale, {}, std::vector<Visit>{first}, {{1, Quantity::pieces(3)}})};

    CHECK(cloth.points == 10);
    CHECK(rest.points == 100);
}

TEST_CASE("of a line that does not exist nothing is out", "[domain]")
{
    CHECK(still_out(sold(), {}, 0).is_zero());
    CHECK(still_out(sold(), {}, 3).is_zero());
}

TEST_CASE("what is kept may be taxed higher than was paid, and no later visit gives more back than that", "[domain]")
{
    // 9.00 of goods without tax bring 10.00 off goods of 60.00 with 13 % on top.
    SaleCompleted sale;
    SaleLine free;
    free.sku = {"FREE"};
    free.unit = 900_fen;
    free.quantity = Quantity::pieces(1);
    free.total = 900_fen;
    free.unit_prices = {900_fen};
    SaleLine taxed;
    taxed.sku = {"TAXED"};
    taxed.unit = 3000_fen;
    taxed.discount = 1000_fen; // By an offer that is not known here.
    taxed.quantity = Quantity::pieces(2);
    taxed.total = 5650_fen;
    taxed.tax = 650_fen;
    taxed.tax_rate = BasisPoints{1'300};
    taxed.unit_prices = {2500_fen, 2500_fen};
    sale.lines = {taxed, free};
    sale.total = 6550_fen;
    sale.business_date = "2026-11-22";
    ReceiptTerms terms;
    terms.tax_mode = TaxMode::excluded;

    Money back;
    std::vector<Visit> visits;
    for (const Visit& now : {Visit{{2, Quantity::pieces(1)}}, Visit{{1, Quantity::pieces(1)}},
                             Visit{{1, Quantity::pieces(1)}}}) {
        const Unwound unwound{unwind(sale, terms, visits, now)};
        back += unwound.lines[0].refund;
        visits.push_back(now);
    }

    CHECK(back == sale.total);
}
