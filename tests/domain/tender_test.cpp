#include "terminal/domain/tender.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/seed.hpp"

#include <numeric>
#include <random>

using namespace guitai;
using namespace guitai::literals;

namespace {

Result<TenderTaken> take(const TicketDue& ticket, TenderKind tender, Money given, const ShopRulesSet& rules = {})
{
    return take_tender(ticket, {.tender = tender, .given = given}, rules);
}

ShopRulesSet ten_fen_down()
{
    ShopRulesSet rules;
    rules.rounding = CashRounding::down;
    rules.coin = 10_fen;
    return rules;
}

} // namespace

TEST_CASE("cash above what is due comes back as change and is not takings")
{
    const auto taken = take({.due = 81750_fen}, TenderKind::cash, 90000_fen);

    REQUIRE(taken);
    CHECK(taken->amount == 81750_fen);
    CHECK(taken->given == 90000_fen);
    CHECK(taken->change == 8250_fen);
}

TEST_CASE("too little cash pays a part and gives no change")
{
    const auto taken = take({.due = 81750_fen}, TenderKind::cash, 50000_fen);

    REQUIRE(taken);
    CHECK(taken->amount == 50000_fen);
    CHECK(taken->change.is_zero());
}

TEST_CASE("a card never takes more than is due")
{
    CHECK(take({.due = 100_fen}, TenderKind::card, 101_fen).error().code == "pay.too_much");
    CHECK(take({.due = 100_fen}, TenderKind::card, 100_fen)->amount == 100_fen);
}

TEST_CASE("only what order lines cost can be left to the carrier")
{
    const TicketDue ticket{.due = 300_fen, .cod_room = 200_fen};

    CHECK(take(ticket, TenderKind::cod, 201_fen).error().code == "pay.cod_needs_order");
    CHECK(take(ticket, TenderKind::cod, 200_fen));
    CHECK(take({.due = 300_fen}, TenderKind::cod, 1_fen).error().code == "pay.cod_needs_order");
}

TEST_CASE("nothing, less than nothing and a barcode typed as an amount are no payment")
{
    const TicketDue ticket{.due = 100_fen};

    CHECK(take(ticket, TenderKind::cash, 0_fen).error().code == "pay.bad_amount");
    CHECK(take(ticket, TenderKind::cash, -(5_fen)).error().code == "pay.bad_amount");
    CHECK(take(ticket, TenderKind::cash, Money::from_minor(69'012'345'678)).error().code ==
          "pay.too_much");
    CHECK(take({}, TenderKind::cash, 100_fen).error().code == "pay.nothing_due");
}

TEST_CASE("cash that settles the rest is let go down to the coin")
{
    const auto taken = take({.due = 12345_fen}, TenderKind::cash, 15000_fen, ten_fen_down());

    REQUIRE(taken);
    CHECK(taken->amount == 12345_fen);
    CHECK(taken->rounded == 5_fen);
    CHECK(taken->change == 2660_fen);
}

TEST_CASE("who has the exact coins pays exactly, and a part of it is never rounded")
{
    CHECK(take({.due = 12345_fen}, TenderKind::cash, 12345_fen, ten_fen_down())->rounded.is_zero());
    CHECK(take({.due = 12345_fen}, TenderKind::cash, 12340_fen, ten_fen_down())->rounded == 5_fen);

    const auto part = take({.due = 12345_fen}, TenderKind::cash, 10003_fen, ten_fen_down());
    CHECK(part->amount == 10003_fen);
    CHECK(part->rounded.is_zero());
}

TEST_CASE("a rest below the smallest coin costs no cash at all")
{
    const auto taken = take({.due = 4_fen}, TenderKind::cash, 0_fen, ten_fen_down());

    REQUIRE(taken);
    CHECK(taken->amount == 4_fen);
    CHECK(taken->rounded == 4_fen);
}

TEST_CASE("money goes back without its sign or with it, rounded as it was taken")
{
    const TicketDue ticket{.due = -(12345_fen)};

    for (const Money said : {12340_fen, -(12340_fen)}) {
        const auto taken = take(ticket, TenderKind::cash, said, ten_fen_down());
        REQUIRE(taken);
        CHECK(taken->amount == -(12345_fen));
        CHECK(taken->given == -(12340_fen));
        CHECK(taken->rounded == -(5_fen));
        CHECK(taken->change.is_zero());
    }
    CHECK(take(ticket, TenderKind::card, 12345_fen)->amount == -(12345_fen));
    CHECK(take(ticket, TenderKind::card, 12346_fen).error().code == "pay.too_much");
    CHECK(take(ticket, TenderKind::cash, 12350_fen, ten_fen_down()).error().code == "pay.too_much");
    CHECK(take(ticket, TenderKind::cod, 100_fen).error().code == "pay.not_for_refund");
}

TEST_CASE("foreign cash is taken at the shop's rate and its change is our own money")
{
    ShopRulesSet rules;
    rules.currencies = {{"USD", 7100}};

    const auto taken = take_tender(
        {.due = 10000_fen}, {.tender = TenderKind::foreign_cash, .currency = "USD", .foreign_minor = 2000}, rules);

    REQUIRE(taken);
    CHECK(taken->given == 14200_fen);
    CHECK(taken->amount == 10000_fen);
    CHECK(taken->change == 4200_fen);
    CHECK(taken->foreign_minor == 2000);
    CHECK(take_tender({.due = 100_fen}, {.tender = TenderKind::foreign_cash, .currency = "EUR", .foreign_minor = 1},
                      rules).error().code == "pay.unknown_currency");
    CHECK(take_tender({.due = 100_fen}, {.tender = TenderKind::foreign_cash, .currency = "USD", .foreign_minor = 0},
                      rules).error().code == "pay.bad_amount");
}

TEST_CASE("nobody owes more than her limit")
{
    const TicketDue ticket{.due = 10000_fen, .account_room = 6000_fen};

    CHECK(take(ticket, TenderKind::on_account, 6001_fen).error().code == "pay.account_limit");
    CHECK(take(ticket, TenderKind::on_account, 6000_fen)->amount == 6000_fen);
}

TEST_CASE("what is due and what may be promised fall with every tender")
{
    const std::vector<TenderTaken> tenders{{TenderKind::cash, 100_fen, 100_fen, {}, ""},
                                           {TenderKind::cod, 50_fen, 50_fen, {}, ""}};

    const TicketDue ticket{still_due(300_fen, 200_fen, tenders)};

    CHECK(ticket.due == 150_fen);
    CHECK(ticket.cod_room == 150_fen);
}

TEST_CASE("quick cash is the exact amount and the next round sums")
{
    CHECK(quick_cash(81750_fen) == std::vector<Money>{81750_fen, 82000_fen, 85000_fen, 90000_fen, 100000_fen});
    CHECK(quick_cash(10000_fen) == std::vector<Money>{10000_fen, 20000_fen, 50000_fen, 100000_fen});
    CHECK(quick_cash(1_fen) == std::vector<Money>{1_fen, 1000_fen, 5000_fen, 10000_fen, 20000_fen});
    CHECK(quick_cash({}).empty());
}

TEST_CASE("what is left to the carrier is shared among the orders to the fen")
{
    const unsigned seed{test::seed_of_this_run()};
    INFO("GUITAI_SEED=" << seed);
    std::mt19937 chance{seed};

    for (int round{0}; round < 1'000; ++round) {
        std::vector<Money> totals;
        Money all;
        for (auto n = chance() % 6 + 1; n > 0; --n) {
            totals.push_back(Money::from_minor(static_cast<std::int64_t>(chance() % 100'000)));
            all += totals.back();
        }
        const Money cod{Money::from_minor(static_cast<std::int64_t>(chance()) % (all.minor() + 1))};

        const std::vector<Money> parts{share_cod(cod, totals)};

        CHECK(std::accumulate(parts.begin(), parts.end(), Money{}) == cod);
        for (std::size_t at{0}; at < parts.size(); ++at) {
            CHECK_FALSE(parts[at].is_negative());
            CHECK(parts[at] <= totals[at]);
        }
    }
}
