#include "tests/support/catch.hpp"
#include "tests/support/offer_tickets.hpp"

using namespace guitai;
using namespace guitai::literals;
using namespace guitai::test;

TEST_CASE("an offer takes its money off and the line names it")
{
    Counter counter;
    counter.offers.set(7, fifty_off_300);
    counter.open();

    add_scarves(counter, 3);

    CHECK(counter.view().cart.total == 33700_fen);
    const auto& line = counter.view().cart.lines[0];
    REQUIRE(line.why.size() == 1);
    CHECK(line.why[0].code == "why.order.once");
    CHECK(line.why[0].promotion == "C300");
    CHECK(line.why[0].name_en == "50 off 300");
    CHECK(line.why[0].amount == 5000_fen);
    CHECK(line.why[0].measured == 38700_fen);
    CHECK(line.pieces == std::vector<Money>{11234_fen, 11233_fen, 11233_fen});
}

TEST_CASE("a ticket close below a threshold says what a little more would bring")
{
    Counter counter;
    counter.offers.set(7, fifty_off_300);
    counter.open();

    add_scarves(counter, 2);

    REQUIRE(counter.view().cart.unlock.size() == 1);
    const HintView& hint{counter.view().cart.unlock[0]};
    CHECK(hint.code == "unlock.spend_more");
    CHECK(hint.offer.name == "满 300 减 50");
    CHECK(hint.missing == 4200_fen);
    CHECK(hint.gain == 5000_fen);
}

TEST_CASE("the sale keeps the terms it was priced on")
{
    Counter counter;
    counter.offers.set(7, fifty_off_300);
    counter.open();
    add_scarves(counter, 3);
    counter.clock.at_ms += 2 * minute_ms;
    counter.must(SetQuantity{1, Quantity::pieces(4)});

    const SaleCompleted sale{sell(counter)};

    CHECK(sale.promotions_revision == 7);
    CHECK(sale.opened_local.size() == 16);
    CHECK(sale.opened_local < sale.priced_local);
    Money pieces;
    for (const Money price : sale.lines[0].unit_prices) pieces += price;
    CHECK(pieces == sale.total);
}

TEST_CASE("who gives the piece back that carried a threshold gives the discount back too")
{
    Counter counter;
    counter.offers.set(7, fifty_off_300);
    counter.open();
    add_scarves(counter, 3);
    const SaleCompleted sale{sell(counter)};
    counter.offers.set(8, ten_off_coupon); // Today's offers are others; the receipt keeps its own.

    counter.must(ReturnLine{sale.receipt, 1, Quantity::pieces(1), "颜色不喜欢"});
    CHECK(due(counter) == -(7900_fen)); // 337 paid, two scarves are worth 258.
    sell(counter);
    counter.must(ReturnLine{sale.receipt, 1, Quantity::pieces(2), "颜色不喜欢"});
    CHECK(due(counter) == -(25800_fen));
}

TEST_CASE("a till that lacks the revision gives no more back, and says so")
{
    Counter counter;
    counter.offers.set(7, fifty_off_300);
    counter.open();
    add_scarves(counter, 3);
    const SaleCompleted sale{sell(counter)};
    counter.offers.revisions.clear();

    counter.must(ReturnLine{sale.receipt, 1, Quantity::pieces(1), "颜色不喜欢"});

    CHECK(due(counter) == -(7900_fen));
    CHECK(counter.view().banner.code == "return.without_offers");
    CHECK_FALSE(counter.view().banner.is_error);
}

TEST_CASE("a limit per member counts what she used before, and a return gives it back")
{
    Counter counter;
    counter.offers.set(7, R"({"id": "ONCE", "name": {"zh_CN": "首件八折", "en": "20% off one"}, "kind": "unit",
        "off": {"percent": 20}, "limit": {"per_member": 1}, "who": {"members": true}})");
    counter.open();
    counter.must(AttachMember{"13800000001"});
    add_scarves(counter, 2);
    CHECK(due(counter) == 25800_fen - 2580_fen);
    const SaleCompleted sale{sell(counter)};
    CHECK(sale.uses == std::vector<PromotionUse>{{"ONCE", 1, {}}});

    counter.offers.used[{"M1"}] = sale.uses;
    counter.must(AttachMember{"13800000001"});
    add_scarves(counter, 1);
    CHECK(due(counter) == 12900_fen);
    const SaleCompleted second{sell(counter)};
    CHECK(second.buyer.used == std::vector<PromotionUse>{{"ONCE", 1, {}}});

    counter.must(ReturnLine{sale.receipt, 1, Quantity::pieces(2), "颜色不喜欢"});
    CHECK(sell(counter).uses == std::vector<PromotionUse>{{"ONCE", -1, {"M1"}}});
}

TEST_CASE("the first purchase is the first that anybody here has heard of")
{
    Counter counter;
    counter.offers.set(7, R"({"id": "HELLO", "name": {"zh_CN": "首单九折", "en": "First ticket"}, "kind": "unit",
        "off": {"percent": 10}, "who": {"first_purchase": true}})");
    counter.open();
    counter.must(AttachMember{"13800000001"});
    add_scarves(counter, 1);
    CHECK(due(counter) == 11610_fen);

    counter.books.profiles[0].first_bought_on = "2024-05-01";
    counter.must(AttachMember{"13800000001"});

    CHECK(due(counter) == 12900_fen);
}

TEST_CASE("points count by the offer's multiplier, and orders earn theirs on delivery")
{
    Counter counter;
    counter.offers.set(7, R"({"id": "DOUBLE", "name": {"zh_CN": "双倍积分", "en": "Double points"},
        "kind": "points", "multiplier": 200})");
    counter.open();
    counter.must(AttachMember{"13800000001"});
    add_scarves(counter, 1);
    CHECK(counter.view().cart.points_earned == 258);
    counter.must(OrderItem{{"SJ2207-1"}, Quantity::pieces(1), Delivery::ship, to_her_home, {}});

    CHECK(counter.view().cart.points_earned == 258);
    sell(counter);

    CHECK(counter.books.all<OrderPlaced>().back().points == 1318); // The member price is ¥659.
}

namespace {

// Half price for ten more minutes.
std::string morning_hour(const Counter& counter)
{
    const auto now = pricing::moment_at(counter.clock.at_ms, counter.shop.utc_offset_minutes);
    const std::string end{text_of(pricing::LocalMoment{now.minutes + 10})};
    return R"({"id": "HOUR", "name": {"zh_CN": "早市半价", "en": "Early half"}, "kind": "unit",
        "off": {"percent": 50}, "when": {"to": ")" + end + R"("}})";
}

} // namespace

TEST_CASE("an offer that ends while the ticket waits still counts for a while")
{
    Counter counter;
    counter.offers.set(7, morning_hour(counter));
    counter.open();
    add_scarves(counter, 2);
    counter.must(Park{});
    const std::int64_t ticket{counter.view().parked_ticket};

    counter.clock.at_ms += 20 * minute_ms;
    counter.must(Recall{ticket});
    CHECK(due(counter) == 12900_fen);
    CHECK(counter.view().cart.total_before.is_zero());
    counter.must(Park{});

    counter.clock.at_ms += 20 * minute_ms; // Forty minutes after its first line.
    counter.must(Recall{counter.view().parked_ticket});
    CHECK(due(counter) == 25800_fen);
    CHECK(counter.view().cart.total_before == 12900_fen);
}

TEST_CASE("the price is frozen when the first tender begins, and thaws when all are taken back")
{
    Counter counter;
    counter.offers.set(7, morning_hour(counter));
    counter.rules.hold_minutes = 0;
    counter.open();
    add_scarves(counter, 2);
    counter.must(Pay{TenderKind::card, 2900_fen, "slip"});

    counter.clock.at_ms += 20 * minute_ms;
    counter.till->refresh();
    CHECK(due(counter) == 10000_fen);
    counter.must(TakeBackTender{0});

    CHECK(due(counter) == 25800_fen);
}

TEST_CASE("a price that fell while the ticket waited is the customer's, one that rose is not for a while")
{
    Counter counter;
    counter.open();
    add_scarves(counter, 1);
    counter.must(Park{});
    counter.catalogue.goods.back().price = 13900_fen;
    counter.must(Recall{counter.view().parked_ticket});
    CHECK(due(counter) == 12900_fen);
    counter.must(Park{});
    counter.catalogue.goods.back().price = 11900_fen;

    counter.must(Recall{counter.view().parked_ticket});

    CHECK(due(counter) == 11900_fen);
}

TEST_CASE("free delivery is an offer like any other")
{
    Counter counter;
    counter.shop.delivery_fee = 1500_fen;
    counter.offers.set(7, R"({"id": "FREE", "name": {"zh_CN": "满 500 包邮", "en": "Free delivery"},
        "kind": "delivery", "min_amount_minor": 50000, "fee_minor": 0})");
    counter.open();

    counter.must(OrderItem{scarf, Quantity::pieces(1), Delivery::ship, to_her_home, {}});
    CHECK(due(counter) == 14400_fen);
    add_scarves(counter, 3);

    CHECK(due(counter) == 51600_fen);
}
