// Orders on their way from the promise to the door: parted, offered otherwise, sent by shops.
#include "sync/office/silence.hpp"
#include "tests/office/sending.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

TEST_CASE("an order that no place has whole is parted, and not a fen or a point is gained or lost by it")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {coats(4)});

        CHECK(step(fresh, OrderStep::accept) == OrderState::accepted);

        const OrderRow first{order(fresh)};
        const OrderRow part{order(fresh, its_part)};
        CHECK(first.source == PlaceCode{"W01"});
        CHECK(part.source == PlaceCode{"S02"});
        CHECK(part.split_from == the_order);
        CHECK(first.placed.quantity == Quantity::pieces(3));
        CHECK(part.placed.quantity == Quantity::pieces(1));
        CHECK(first.placed.total + part.placed.total == Money::from_minor(4 * 39'900));
        CHECK(first.placed.paid + part.placed.paid == Money::from_minor(10'000));
        CHECK(part.placed.total == part.placed.paid + part.placed.due_on_delivery);
        CHECK(first.placed.points + part.placed.points == 1'000);
        CHECK(free_in(fresh, "W01") == 0);
        CHECK(free_in(fresh, "S02") == 0);
        check_books(fresh);
    });
}

TEST_CASE("a shop that is asked takes it up, packs it and gives it to the carrier, and each hand-over has its names")
{
    on_each_engine([](FreshOffice& fresh) {
        OrderRequest from_shop;
        from_shop.source = {"S02"};
        fresh.do_at(1, {coat_ordered()});
        REQUIRE(step(fresh, OrderStep::accept, from_shop));
        REQUIRE(step(fresh, OrderStep::allocate));

        fresh.do_at(2, {OrderPickTaken{the_order, {"S02"}, {"李雪"}}});
        CHECK(order(fresh).picker == StaffName{"李雪"});
        CHECK(order(fresh).answer_by_ms == 0);
        fresh.do_at(2, {OrderPacked{the_order, {"S02"}, {"李雪"}}});
        CHECK(order(fresh).state == OrderState::packed);
        fresh.do_at(2, {OrderHandedOver{the_order, {"S02"}, {"李雪"}, "顺丰", "SF9"}});

        CHECK(order(fresh).state == OrderState::shipped);
        CHECK(order(fresh).tracking == "SF9");
        CHECK(on_hand_milli(*fresh.connection, {"S02"}, coat) == 0);
        std::string hands;
        for (const OrderMoment& moment : history_of(*fresh.connection, the_order)) {
            const HandOver one{hand_over_of(order(fresh), moment)};
            if (!one.giver.empty()) hands += one.giver + ">" + one.taker + " ";
        }
        CHECK(hands == "customer>S01 S01>office office>S02 S02>顺丰 ");
        check_books(fresh);
    });
}

TEST_CASE("what a shop can not send somebody else is asked for at once, and that shop not again")
{
    on_each_engine([](FreshOffice& fresh) {
        OrderRequest from_shop;
        from_shop.source = {"S02"};
        fresh.do_at(1, {coat_ordered()});
        REQUIRE(step(fresh, OrderStep::accept, from_shop));
        REQUIRE(step(fresh, OrderStep::allocate));

        fresh.do_at(2, {OrderPickRejected{the_order, {"S02"}, {"李雪"}, "有瑕疵"}});

        CHECK(order(fresh).state == OrderState::allocated);
        CHECK(order(fresh).source == PlaceCode{"W01"});
        CHECK(free_in(fresh, "S02") == 1); // Nothing is kept for it there any more.
        REQUIRE(step(fresh, OrderStep::hold));
        fresh.say(StockMoved{StockReason::counted, 0, 0, {{{"W01"}, coat, Quantity::pieces(-3)}}});
        CHECK(step(fresh, OrderStep::accept).error().code == "order.no_stock");
    });
}

TEST_CASE("a shop that lets its time go by is passed over, once its till has spoken and if somebody else has it")
{
    on_each_engine([](FreshOffice& fresh) {
        rules(fresh, R"({"automatic": true, "places": [{"place": "W01", "priority": 200}]})");
        fresh.do_at(2, {TillStarted{"n1", "test"}});
        fresh.do_at(1, {coat_ordered()});
        REQUIRE(order(fresh).source == PlaceCode{"S02"}); // Before the warehouse, which comes last.
        const std::int64_t due{order(fresh).answer_by_ms};

        fresh.clock.at_ms = due + 1;
        fresh.do_at(1, {TillStarted{"n2", "test"}});
        CHECK(order(fresh).source == PlaceCode{"S02"}); // Its line may be down, and the parcel on its way.
        fresh.do_at(2, {TillStarted{"n3", "test"}});

        CHECK(order(fresh).source == PlaceCode{"W01"});
        CHECK(order(fresh).state == OrderState::allocated);
        CHECK(std::ranges::any_of(history_of(*fresh.connection, the_order),
                                  [](const OrderMoment& each) { return silent_minutes(each.detail) == 60; }));
        CHECK(free_in(fresh, "S02") == 1);
        fresh.clock.at_ms = order(fresh).answer_by_ms + 1;
        fresh.do_at(2, {TillStarted{"n4", "test"}});
        CHECK(order(fresh).source == PlaceCode{"W01"}); // It has no till, and nobody else is left.
        check_books(fresh);
    });
}

TEST_CASE("what a person wrote is not taken for a shop's silence")
{
    CHECK(silent_minutes(silence_reason(1'440)) == 1'440);
    for (const char* said : {"", "60", "⏱ ′", "⏱ 60", "⏱ 60′ 了", "没有回应", "⏱ 99999999999999999999′"}) {
        CHECK_FALSE(silent_minutes(said));
    }
}

TEST_CASE("an order that a shop has taken up, or that nobody else has, stays there however late it is")
{
    on_each_engine([](FreshOffice& fresh) {
        rules(fresh, R"({"automatic": true, "places": [{"place": "W01", "priority": 200}]})");
        fresh.do_at(1, {coat_ordered()});
        REQUIRE(order(fresh).source == PlaceCode{"S02"});
        fresh.say(StockMoved{StockReason::counted, 0, 0, {{{"W01"}, coat, Quantity::pieces(-3)}}});
        fresh.clock.at_ms = order(fresh).answer_by_ms + 1;
        fresh.do_at(2, {TillStarted{"n1", "test"}});
        CHECK(order(fresh).source == PlaceCode{"S02"});

        fresh.do_at(2, {OrderPickTaken{the_order, {"S02"}, {"李雪"}}});
        fresh.say(StockMoved{StockReason::counted, 0, 0, {{{"W01"}, coat, Quantity::pieces(3)}}});
        fresh.clock.at_ms += 24LL * 3'600'000;
        fresh.do_at(2, {TillStarted{"n2", "test"}});
        CHECK(order(fresh).source == PlaceCode{"S02"});
    });
}

TEST_CASE("a word of a shop that was not asked, or not any more, moves nothing")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {coat_ordered()});
        REQUIRE(step(fresh, OrderStep::accept)); // From the warehouse.
        REQUIRE(step(fresh, OrderStep::allocate));

        fresh.do_at(2, {OrderPickTaken{the_order, {"S02"}, {"李雪"}}, OrderPacked{the_order, {"S02"}, {"李雪"}},
                        OrderPickRejected{the_order, {"S02"}, {"李雪"}, "没有"}});

        CHECK(order(fresh).state == OrderState::allocated);
        CHECK(order(fresh).picker.empty());
        CHECK(count_set_apart(*fresh.connection) == 0);
    });
}

TEST_CASE("a parcel that left a shop although the order was given up meanwhile is a loss with a name")
{
    on_each_engine([](FreshOffice& fresh) {
        OrderRequest from_shop;
        from_shop.source = {"S02"};
        fresh.do_at(1, {coat_ordered()});
        REQUIRE(step(fresh, OrderStep::accept, from_shop));
        REQUIRE(step(fresh, OrderStep::cancel));

        fresh.do_at(2, {OrderHandedOver{the_order, {"S02"}, {"李雪"}, "顺丰", "SF9"}});

        CHECK(order(fresh).state == OrderState::cancelled);
        const auto apart = latest_set_apart(*fresh.connection, {}, 5);
        REQUIRE(apart.size() == 1);
        CHECK(apart.front().why.code == "order.sent_anyway");
    });
}

TEST_CASE("a piece is kept for a substitute while the customer thinks, and her yes makes it the order")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.say(StockMoved{StockReason::counted, 0, 0, {{{"W01"}, {"COAT-L"}, Quantity::pieces(1)}}});
        fresh.do_at(1, {coat_ordered(1), coat_ordered(2)});
        OrderRequest large;
        large.sku = {"COAT-L"};
        large.reason = "同款大一码";

        CHECK(step(fresh, OrderStep::offer, large) == OrderState::substitute_offered);

        CHECK(step(fresh, OrderStep::offer, large, make_order_id({"S01"}, 1, 2)).error().code == "order.no_stock");
        fresh.do_at(1, {OrderSubstituteAnswered{the_order, {"王芳"}, {"COAT-L"}, true}});
        CHECK(order(fresh).state == OrderState::allocated);
        CHECK(order(fresh).placed.sku == Sku{"COAT-L"});
        CHECK(order(fresh).source == PlaceCode{"W01"});
        check_books(fresh);
    });
}

TEST_CASE("a substitute that is refused ends the order and frees the piece")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.say(StockMoved{StockReason::counted, 0, 0, {{{"W01"}, {"COAT-L"}, Quantity::pieces(1)}}});
        fresh.do_at(1, {coat_ordered(1), coat_ordered(2)});
        OrderRequest large;
        large.sku = {"COAT-L"};
        REQUIRE(step(fresh, OrderStep::offer, large));

        fresh.do_at(1, {OrderSubstituteAnswered{the_order, {"王芳"}, {"COAT-L"}, false}});

        CHECK(order(fresh).state == OrderState::declined);
        CHECK(step(fresh, OrderStep::offer, large, make_order_id({"S01"}, 1, 2)) == OrderState::substitute_offered);
    });
}

TEST_CASE("nothing cheaper is offered for what was paid")
{
    on_each_engine([](FreshOffice& fresh) {
        CatalogueItem cheap;
        cheap.sku = {"SCARF"};
        cheap.style = {"SCARF"};
        cheap.name = "围巾";
        cheap.price = Money::from_minor(9'900);
        fresh.say(ItemsListed{{cheap}});
        fresh.do_at(1, {coat_ordered()});
        OrderRequest scarf;
        scarf.sku = {"SCARF"};

        CHECK(step(fresh, OrderStep::offer, scarf).error().code == "order.substitute_cheaper");
        CHECK(order(fresh).state == OrderState::captured);
    });
}

TEST_CASE("what nobody takes at the door lies where it came from again and is paid back")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {coat_ordered()});
        REQUIRE(step(fresh, OrderStep::accept));
        REQUIRE(step(fresh, OrderStep::ship));
        REQUIRE(step(fresh, OrderStep::send_out) == OrderState::out_for_delivery);
        REQUIRE(step(fresh, OrderStep::fail_delivery) == OrderState::delivery_failed);
        CHECK(on_hand_milli(*fresh.connection, {"W01"}, coat) == 2'000);

        CHECK(step(fresh, OrderStep::come_back) == OrderState::returned);

        CHECK(on_hand_milli(*fresh.connection, {"W01"}, coat) == 3'000);
        OrderRefunded refunded;
        refunded.order = the_order;
        refunded.staff = {"王芳"};
        refunded.business_date = "2026-11-22";
        refunded.amount = Money::from_minor(39'900);
        fresh.do_at(1, {refunded});
        CHECK(order(fresh).state == OrderState::refunded);
    });
}

namespace {

// Taken in S01 to be fetched in S02, which is asked to lay it ready.
void ask_where_it_is_fetched(FreshOffice& fresh)
{
    OrderPlaced fetched{coat_ordered()};
    fetched.delivery = Delivery::collect;
    fetched.recipient.address = "S02";
    fresh.do_at(1, {fetched});
    REQUIRE(step(fresh, OrderStep::accept));
    REQUIRE(step(fresh, OrderStep::allocate));
}

} // namespace

TEST_CASE("what is fetched in another shop leaves that shelf when it is fetched, and only that shop gives it up")
{
    on_each_engine([](FreshOffice& fresh) {
        ask_where_it_is_fetched(fresh);
        fresh.do_at(2, {OrderPacked{the_order, {"S02"}, {"李雪"}}});

        CHECK(step(fresh, OrderStep::cancel).error().code == "order.lies_ready");
        fresh.do_at(2, {OrderCollected{the_order, {"李雪"}, TenderKind::cash, {}}});

        CHECK(order(fresh).state == OrderState::collected);
        CHECK(on_hand_milli(*fresh.connection, {"S02"}, coat) == 0);
        CHECK(free_in(fresh, "S02") == 0);
        check_books(fresh);
    });
}

TEST_CASE("where nobody found it, it is not looked for again, though it is to be fetched there")
{
    on_each_engine([](FreshOffice& fresh) {
        ask_where_it_is_fetched(fresh);
        CHECK(order(fresh).source == PlaceCode{"S02"});

        fresh.do_at(2, {OrderPickRejected{the_order, {"S02"}, {"李雪"}, "找不到"}});

        CHECK(order(fresh).source == PlaceCode{"W01"});
        REQUIRE(step(fresh, OrderStep::ship));
        fresh.do_at(2, {OrderArrived{the_order, {"李雪"}}, OrderCollected{the_order, {"李雪"}, TenderKind::cash, {}}});
        CHECK(order(fresh).state == OrderState::collected);
        CHECK(on_hand_milli(*fresh.connection, {"S02"}, coat) == 1'000); // It never was hers.
        check_books(fresh);
    });
}
