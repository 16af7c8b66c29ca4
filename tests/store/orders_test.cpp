#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::test;

namespace {

OrderPlaced placed(const std::string& order, std::int64_t paid_minor)
{
    OrderPlaced made;
    made.order = {order};
    made.receipt = {"R1"};
    made.store = {"S01"};
    made.staff = {"王芳"};
    made.member = {"M1"};
    made.sku = {"YR2401-S"};
    made.name = "轻薄羽绒服";
    made.variant = "墨黑 S";
    made.quantity = Quantity::pieces(1);
    made.recipient = {"单雪莹", "13800138000", "上海市黄浦区人民路1号"};
    made.total = Money::from_minor(39'900);
    made.paid = Money::from_minor(paid_minor);
    made.due_on_delivery = made.total - made.paid;
    return made;
}

OrderTaken taken(const std::string& order, TillNumber source)
{
    OrderTaken made;
    made.order = {order};
    made.source_origin = source;
    made.source_number = 9;
    made.store = {"S01"};
    made.recipient_name = "李先生";
    made.total = Money::from_minor(39'900);
    made.paid = made.total;
    made.placed_at_ms = 5;
    return made;
}

OrderState state(OpenTill& till, const std::string& order)
{
    return till.store().orders().find({order})->brief.state;
}

} // namespace

TEST_CASE("an order is followed from the counter to the customer's door")
{
    OpenTill till;
    till.did(placed("O1", 10'000));
    till.clock.at_ms += minute_ms;
    till.told(OrderAccepted{{"O1"}, {"W01"}, "2026-11-25"});
    till.told(OrderShipped{{"O1"}, "顺丰", "SF1234567890", 1});
    till.told(OrderDelivered{{"O1"}, Money::from_minor(29'900)});

    const auto order = till.store().orders().find({"O1"});

    REQUIRE(order);
    CHECK(order->brief.state == OrderState::delivered);
    CHECK(order->brief.promise_date == "2026-11-25");
    CHECK(order->brief.paid == Money::from_minor(39'900));
    CHECK(order->brief.due.is_zero());
    CHECK(order->recipient.address == "上海市黄浦区人民路1号");
    CHECK(order->carrier == "顺丰");
    CHECK(order->tracking == "SF1234567890");
    REQUIRE(order->history.size() == 4);
    CHECK(order->history[0].what == "order_placed");
    CHECK(order->history[0].by == "王芳");
    CHECK(order->history[1].state == OrderState::accepted);
    CHECK(order->history[1].at_ms == till.clock.at_ms);
    CHECK(till.store().orders().list("", 10).empty());
    CHECK(till.store().orders().list("delivered", 10).size() == 1);
}

TEST_CASE("a step that is none from here is left alone")
{
    OpenTill till;
    till.did(placed("O1", 0));
    till.told(OrderShipped{{"O1"}, "顺丰", "SF1", 1}); // Never accepted.
    till.told(OrderAccepted{{"nobody's"}, {"W01"}, "2026-11-25"});

    CHECK(state(till, "O1") == OrderState::captured);
    CHECK(till.store().orders().find({"O1"})->tracking.empty());
    CHECK(!till.store().orders().find({"nobody's"}));
}

TEST_CASE("what was paid for an order that will not come is owed until it is given back")
{
    OpenTill till;
    till.did(placed("O1", 39'900));
    till.did(OrderCancelAsked{{"O1"}, {"王芳"}, "不要了"});
    CHECK(till.store().orders().find({"O1"})->brief.cancel_asked);

    till.told(OrderCancelled{{"O1"}, "顾客取消"});
    auto brief = till.store().orders().find({"O1"})->brief;
    CHECK(brief.refund_due);
    CHECK(!brief.cancel_asked);
    CHECK(till.store().orders().waiting() == 1);
    CHECK(till.store().orders().list("", 10).size() == 1);

    till.did(OrderRefunded{{"O1"}, {"王芳"}, 1, "2026-11-22", TenderKind::cash, Money::from_minor(39'900)});
    CHECK(state(till, "O1") == OrderState::refunded);
    CHECK(till.store().orders().waiting() == 0);
    CHECK(till.store().orders().list("", 10).empty());
}

TEST_CASE("a refused question leaves the order where it was and says why")
{
    OpenTill till;
    till.did(placed("O1", 39'900));
    till.told(OrderAccepted{{"O1"}, {"W01"}, "2026-11-25"});
    till.told(OrderShipped{{"O1"}, "顺丰", "SF1", 1});
    till.did(OrderCancelAsked{{"O1"}, {"王芳"}, "不要了"});
    till.told(OrderCancelRefused{{"O1"}, "已发货"});

    const auto order = till.store().orders().find({"O1"});

    CHECK(order->brief.state == OrderState::shipped);
    CHECK(!order->brief.cancel_asked);
    CHECK(order->reason == "已发货");
    CHECK(order->history.size() == 5);
}

TEST_CASE("another till's order is known without phone and address, the own one's echo skipped")
{
    OpenTill till;
    till.did(placed("O1", 39'900));
    till.told(taken("O1", own_till));
    till.told(taken("O2", 12));
    till.told(OrderAccepted{{"O2"}, {"W01"}, "2026-11-25"});
    till.told(OrderAddressChanged{{"O2"}, {"李小姐", "13900000000", "别处"}});

    const auto orders = till.store().orders().list("", 10);

    REQUIRE(orders.size() == 2);
    CHECK(orders[0].order.text == "O2"); // Newest first.
    CHECK(orders[0].placed_at_ms == 5);
    const auto order = till.store().orders().find({"O2"});
    CHECK(order->recipient == Recipient{"李小姐", "", ""});
    CHECK(till.store().orders().find({"O1"})->history.size() == 1);
}

TEST_CASE("a parcel in the shop waits for its customer, who pays the rest")
{
    OpenTill till;
    OrderPlaced to_shop{placed("O1", 10'000)};
    to_shop.delivery = Delivery::ship_to_shop;
    till.did(to_shop);
    till.told(OrderAccepted{{"O1"}, {"W01"}, "2026-11-25"});
    till.told(OrderShipped{{"O1"}, "顺丰", "SF1", 1});
    till.did(OrderArrived{{"O1"}, {"王芳"}});
    CHECK(till.store().orders().waiting() == 1);
    CHECK(till.store().members().open_orders({"M1"}).size() == 1);

    till.did(OrderCollected{{"O1"}, {"王芳"}, TenderKind::cash, Money::from_minor(29'900)});
    CHECK(state(till, "O1") == OrderState::collected);
    CHECK(till.store().orders().find({"O1"})->brief.due.is_zero());
    CHECK(till.store().orders().waiting() == 0);
    CHECK(till.store().members().open_orders({"M1"}).empty());
}

TEST_CASE("what is fetched in another shop than it was ordered in waits there, and is on the lists of both")
{
    OpenTill till; // Of S01.
    OrderTaken elsewhere{taken("O1", own_till + 1)};
    elsewhere.store = {"S02"};
    elsewhere.delivery = Delivery::collect;
    elsewhere.collect_at = {"S01"};
    OrderTaken theirs{taken("O2", own_till + 1)};
    theirs.store = {"S02"};
    OrderPlaced ours{placed("O3", 39'900)};
    ours.delivery = Delivery::collect;
    ours.recipient.address = "S02";
    till.told(elsewhere);
    till.told(theirs);
    till.did(ours);
    for (const char* order : {"O1", "O3"}) {
        till.told(OrderAccepted{{order}, {"W01"}, ""});
        till.told(OrderShipped{{order}, "顺丰", "SF1", 1});
        till.told(OrderHandled{{order}, 99, 1, Handling::arrived, {"王芳"}, {}});
    }

    const OrderReader& orders{till.store().orders()};
    const auto listed = orders.list("", 10);
    REQUIRE(listed.size() == 2);
    CHECK(listed[0].order.text == "O3");
    CHECK(listed[0].fetched_at.text == "S02");
    CHECK(listed[1].order.text == "O1");
    CHECK(listed[1].fetched_at.text == "S01");
    CHECK(orders.list("arrived", 10).size() == 2);
    CHECK(orders.waiting() == 1); // Hers, who comes here.
}

TEST_CASE("her own orders come with their course, the newest first, those that are over too, and nobody else's")
{
    OpenTill till;
    till.did(placed("O1", 39'900));
    OrderPlaced another{placed("O2", 39'900)};
    another.member = {"M2"};
    till.did(another);
    till.did(placed("O3", 39'900));
    till.told(OrderAccepted{{"O1"}, {"W01"}, ""});
    till.told(OrderShipped{{"O1"}, "顺丰", "SF1", 1});
    till.told(OrderDelivered{{"O1"}, {}});

    const auto hers = till.store().orders().of_member({"M1"}, 10);
    REQUIRE(hers.size() == 2);
    CHECK(hers[0].brief.order.text == "O3");
    CHECK(hers[1].brief.state == OrderState::delivered);
    CHECK(hers[1].tracking == "SF1");
    REQUIRE(hers[1].history.size() == 4);
    CHECK(hers[1].history[2].state == OrderState::shipped);
    CHECK(till.store().orders().of_member({"M1"}, 1).front().brief.order.text == "O3");
    CHECK(till.store().orders().of_member({}, 10).empty());
}

TEST_CASE("what another till did to an order is done here too, and its own echo is passed over")
{
    OpenTill till;
    till.told(taken("O1", own_till + 1));
    till.told(OrderDeclined{{"O1"}, ""});
    till.did(placed("O2", 10'000));
    till.told(OrderAccepted{{"O2"}, {"W01"}, ""});
    till.told(OrderShipped{{"O2"}, "顺丰", "SF1", 1});
    till.did(OrderArrived{{"O2"}, {"王芳"}});

    till.told(OrderHandled{{"O1"}, own_till + 1, 10, Handling::refunded, {"李雪"}, Money::from_minor(39'900)});
    till.told(OrderHandled{{"O2"}, own_till, 2, Handling::arrived, {"王芳"}, {}});
    till.told(OrderHandled{{"O2"}, own_till + 1, 11, Handling::collected, {"李雪"}, Money::from_minor(29'900)});

    CHECK(state(till, "O1") == OrderState::refunded);
    CHECK(till.store().orders().find({"O1"})->history.back().what == "order_refunded");
    CHECK(state(till, "O2") == OrderState::collected);
    CHECK(till.store().orders().find({"O2"})->brief.due.is_zero());
    CHECK(till.store().orders().find({"O2"})->history.size() == 5);
}

TEST_CASE("an order knows the receipt that paid for it, so that the money goes back the same way")
{
    OpenTill till;
    till.did(placed("O1", 39'900));
    till.told(taken("O2", own_till + 1));

    CHECK(till.store().orders().find({"O1"})->receipt == ReceiptNumber{"R1"});
    CHECK(till.store().orders().find({"O2"})->receipt.empty());
}
