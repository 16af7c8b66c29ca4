#include "terminal/domain/cart.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/seed.hpp"

#include <algorithm>
#include <random>

using namespace guitai;
using namespace guitai::literals;

namespace {

CatalogueItem item(std::string sku, Money price)
{
    CatalogueItem made;
    made.sku = {std::move(sku)};
    made.price = price;
    made.tax_rate = BasisPoints{1'300};
    return made;
}

Money total_of(const Cart& cart) { return cart.priced({}).total; }

constexpr Quantity one{Quantity::pieces(1)};

} // namespace

TEST_CASE("scanning the same SKU twice makes one line of two")
{
    Cart cart;

    REQUIRE(cart.add(item("A", 100_fen), one));
    REQUIRE(cart.add(item("A", 100_fen), one));

    REQUIRE(cart.lines().size() == 1);
    CHECK(cart.lines()[0].quantity == Quantity::pieces(2));
    CHECK(total_of(cart) == 200_fen);
}

TEST_CASE("an order line stays apart from goods of the same SKU that are taken along")
{
    Cart cart;
    REQUIRE(cart.add(item("A", 100_fen), one));

    REQUIRE(cart.add_order(item("A", 100_fen), one, {}));
    REQUIRE(cart.add_order(item("A", 100_fen), one, {}));
    REQUIRE(cart.add(item("A", 100_fen), one));

    REQUIRE(cart.lines().size() == 3);
    CHECK(cart.lines()[0].quantity == Quantity::pieces(2));
}

TEST_CASE("a line keeps its number when another is removed")
{
    Cart cart;
    const auto first = cart.add(item("A", 100_fen), one);
    const auto second = cart.add(item("B", 200_fen), one);

    REQUIRE(cart.remove(*first));

    REQUIRE(cart.find(*second) != nullptr);
    CHECK(cart.find(*second)->product.sku.text == "B");
    CHECK(cart.find(*first) == nullptr);
}

TEST_CASE("a line that is not there is refused, not removed")
{
    Cart cart;

    CHECK(cart.remove(1).error().code == "cart.no_such_line");
    CHECK(cart.set_quantity(1, one).error().code == "cart.no_such_line");
    CHECK(cart.discount(1, {}).error().code == "cart.no_such_line");
}

TEST_CASE("a quantity is above zero and at most 999 pieces, however it is reached")
{
    Cart cart;
    const auto line = cart.add(item("A", 100_fen), Quantity::pieces(999));
    REQUIRE(line);

    CHECK(cart.add(item("A", 100_fen), one).error().code == "cart.quantity_range");
    const Quantity absurd{Quantity::from_milli(Quantity::milli_max)};
    CHECK(cart.add(item("A", 100_fen), absurd).error().code == "cart.quantity_range");
    CHECK(cart.add(item("A", 100_fen), Quantity{}).error().code == "cart.quantity_range");
    CHECK(cart.add(item("B", 100_fen), -one).error().code == "cart.quantity_range");
    CHECK(cart.set_quantity(*line, -one).error().code == "cart.quantity_range");
    CHECK(cart.set_quantity(*line, Quantity::pieces(1'000)).error().code == "cart.quantity_range");
    CHECK(cart.lines()[0].quantity == Quantity::pieces(999));
}

TEST_CASE("a quantity set to zero removes the line, and it can be had back")
{
    Cart cart;
    const auto line = cart.add(item("A", 100_fen), one);

    REQUIRE(cart.set_quantity(*line, Quantity{}));

    CHECK(cart.is_empty());
    CHECK(cart.can_undo_remove());
}

TEST_CASE("a ticket holds 200 lines and refuses the next")
{
    Cart cart;
    for (int n{0}; n < 200; ++n) REQUIRE(cart.add(item(std::to_string(n), 100_fen), one));

    CHECK(cart.add(item("one more", 100_fen), one).error().code == "cart.lines_full");
    CHECK(cart.add(item("7", 100_fen), one));
    CHECK(cart.lines().size() == 200);
}

TEST_CASE("a spoilt price is refused and never overflows")
{
    Cart cart;
    const Money absurd{Money::from_minor(Money::minor_max)};

    CHECK(cart.add(item("A", absurd), Quantity::pieces(999)).error().code == "cart.amount_full");
    CHECK(cart.add(item("A", -(1_fen)), one).error().code == "cart.not_for_sale");
    CHECK(cart.is_empty());
}

TEST_CASE("undo brings the line back where it was, with its number and discount")
{
    Cart cart;
    REQUIRE(cart.add(item("A", 100_fen), one));
    const auto second = cart.add(item("B", 200_fen), one);
    REQUIRE(cart.add(item("C", 300_fen), one));
    REQUIRE(cart.discount(*second, {.amount = 50_fen, .reason = "线头"}));
    REQUIRE(cart.remove(*second));

    const auto back = cart.undo_remove();

    REQUIRE(back);
    CHECK(*back == *second);
    CHECK(cart.lines()[1].number == *second);
    CHECK(total_of(cart) == 550_fen);
    CHECK(cart.undo_remove().error().code == "cart.nothing_to_undo");
}

TEST_CASE("undo after the goods were scanned again raises that line")
{
    Cart cart;
    const auto line = cart.add(item("A", 100_fen), Quantity::pieces(2));
    REQUIRE(cart.remove(*line));
    REQUIRE(cart.add(item("A", 100_fen), one));

    REQUIRE(cart.undo_remove());

    REQUIRE(cart.lines().size() == 1);
    CHECK(cart.lines()[0].quantity == Quantity::pieces(3));
}

TEST_CASE("random tickets sum to their lines, in whatever order they were scanned")
{
    const unsigned seed{test::seed_of_this_run()};
    INFO("GUITAI_SEED=" << seed);
    std::mt19937 chance{seed};
    const auto up_to = [&](std::int64_t most) {
        return std::uniform_int_distribution<std::int64_t>{0, most}(chance);
    };

    for (int round{0}; round < 300; ++round) {
        std::vector<CatalogueItem> scans;
        for (std::int64_t n{up_to(30)}; n >= 0; --n) {
            CatalogueItem made{item(std::to_string(up_to(12)), {})};
            const std::int64_t price{137 * (std::stoll(made.sku.text) + 1) + 99};
            made.price = Money::from_minor(price);
            made.member_price = Money::from_minor(price * 9 / 10);
            made.tax_rate = BasisPoints{std::stoll(made.sku.text) % 3 * 300};
            scans.push_back(std::move(made));
        }
        const auto ring_up = [](const std::vector<CatalogueItem>& goods) {
            Cart cart;
            for (const CatalogueItem& one_of_them : goods) REQUIRE(cart.add(one_of_them, one));
            return cart;
        };
        const TaxMode mode{round % 2 == 0 ? TaxMode::included : TaxMode::excluded};

        PriceFacts facts{.tax_mode = mode};
        facts.member.emplace();

        const PricedCart priced{ring_up(scans).priced(facts)};
        std::shuffle(scans.begin(), scans.end(), chance);
        const PricedCart shuffled{ring_up(scans).priced(facts)};

        Money of_lines;
        for (const PricedLine& line : priced.lines) of_lines += line.total;
        CHECK(of_lines == priced.total);
        CHECK(priced.subtotal - priced.discount + (mode == TaxMode::excluded ? priced.tax : Money{}) == priced.total);
        CHECK(shuffled.total == priced.total);
        CHECK(shuffled.tax == priced.tax);
    }
}
