// Orders on their way from the promise to the door: parted, offered otherwise, sent by shops.
#include "sync/office/fulfilment.hpp"

#include "sync/journal/verify.hpp"
#include "sync/office/commands/order_commands.hpp"
#include "sync/office/projections/dealer_shares.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/stock.hpp"
#include "sync/office/schema/schema.hpp"
#include "tests/office/fresh_office.hpp"

#include <algorithm>

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

const OrderId the_order{make_order_id({"S01"}, 1, 1)};
const OrderId its_part{the_order.text + "-2"};
const Sku coat{"COAT-M"};

Result<OrderState> step(FreshOffice& fresh, OrderStep wanted, OrderRequest request = {},
                        const OrderId& order = the_order)
{
    request.order = order;
    request.step = wanted;
    request.actor = "赵总";
    if (wanted == OrderStep::ship) {
        request.carrier = "顺丰";
        request.tracking = "SF1";
    }
    database::Transaction open{*fresh.connection};
    auto state = do_step(*fresh.office, open, request);
    open.commit();
    return state;
}

OrderRow order(FreshOffice& fresh, const OrderId& id = the_order)
{
    return *find_order(*fresh.connection, id);
}

OrderPlaced coats(std::int64_t pieces, std::int64_t count = 1)
{
    OrderPlaced placed{coat_ordered(count)};
    placed.quantity = Quantity::pieces(pieces);
    placed.total = Money::from_minor(pieces * 39'900);
    placed.paid = Money::from_minor(10'000);
    placed.due_on_delivery = placed.total - placed.paid;
    placed.points = 1'000;
    return placed;
}

void rules(FreshOffice& fresh, const char* json)
{
    const auto set = set_fulfilment(*fresh.office, json);
    INFO((set ? *set : set.error().detail));
    REQUIRE(set.has_value());
}

void check_books(FreshOffice& fresh)
{
    const auto make_schema = [](database::Connection& empty) { REQUIRE(migrate_books(empty).has_value()); };
    const Verdict verdict{verify(*fresh.connection, make_schema, make_projections)};
    for (const std::string& problem : verdict.problems) UNSCOPED_INFO(problem);
    CHECK(verdict.ok);
}

std::int64_t free_in(FreshOffice& fresh, const char* place)
{
    for (const Available& one : availability(*fresh.connection, coat)) {
        if (one.place.text == place) return one.free_milli() / 1'000;
    }
    return 0;
}

} // namespace

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

TEST_CASE("the rules say how many parcels, and what stays for the people who come in")
{
    on_each_engine([](FreshOffice& fresh) {
        rules(fresh, R"({"parcels_max": 1, "places": [{"place": "W01", "ring_fence": 1}]})");
        fresh.do_at(1, {coats(3)});

        const auto refused = step(fresh, OrderStep::accept);

        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == "order.no_stock");
        rules(fresh, R"({"places": [{"place": "W01", "ring_fence": 1}]})");
        CHECK(step(fresh, OrderStep::accept) == OrderState::accepted);
        CHECK(order(fresh).placed.quantity == Quantity::pieces(2));
        CHECK(order(fresh, its_part).source == PlaceCode{"S02"});
    });
}

TEST_CASE("where the rules say so an order is answered as it comes, and the last piece is promised once")
{
    on_each_engine([](FreshOffice& fresh) {
        rules(fresh, R"({"automatic": true})");

        for (std::int64_t count{1}; count <= 5; ++count) fresh.do_at(1, {coat_ordered(count)});

        std::vector<OrderState> states;
        for (std::int64_t count{1}; count <= 5; ++count) {
            states.push_back(order(fresh, make_order_id({"S01"}, 1, count)).state);
        }
        const std::vector<OrderState> three_in_the_warehouse_one_in_a_shop{
            OrderState::allocated, OrderState::allocated, OrderState::allocated, OrderState::allocated,
            OrderState::to_confirm};
        CHECK(states == three_in_the_warehouse_one_in_a_shop);
        CHECK(order(fresh).answer_by_ms == 0); // A warehouse needs no clock.
        CHECK(order(fresh, make_order_id({"S01"}, 1, 4)).answer_by_ms == fresh.clock.at_ms + 60 * 60'000);
    });
}

TEST_CASE("an order that is held has its piece as soon as one is let go of")
{
    on_each_engine([](FreshOffice& fresh) {
        rules(fresh, R"({"automatic": true})");
        for (std::int64_t count{1}; count <= 5; ++count) fresh.do_at(1, {coat_ordered(count)});
        REQUIRE(order(fresh, make_order_id({"S01"}, 1, 5)).state == OrderState::to_confirm);

        fresh.do_at(1, {OrderCancelAsked{the_order, {"王芳"}, "不要了"}});

        CHECK(order(fresh).state == OrderState::cancelled);
        CHECK(order(fresh, make_order_id({"S01"}, 1, 5)).state == OrderState::allocated);
    });
}

TEST_CASE("orders of one ticket to one door come in the fewest parcels")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.say(StockMoved{StockReason::counted, 0, 0, {{{"S02"}, {"COAT-L"}, Quantity::pieces(1)}}});
        rules(fresh, R"({"automatic": true})");
        OrderPlaced large{coat_ordered(2)};
        large.sku = {"COAT-L"};
        large.receipt = coat_ordered(1).receipt;

        fresh.do_at(1, {coat_ordered(1), large});

        CHECK(order(fresh).source == PlaceCode{"S02"}); // Though the warehouse has this one, too.
        CHECK(order(fresh, large.order).source == PlaceCode{"S02"});
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

TEST_CASE("a shop has its share of what it took and others sent, and gives it back with the goods")
{
    on_each_engine([](FreshOffice& fresh) {
        rules(fresh, R"({"places": [{"place": "S01", "share_percent": 12}]})");
        SaleCompleted sale{coat_sold(101)};
        sale.lines[0].line_kind = LineKind::order;
        sale.lines[0].order = the_order;
        fresh.do_at(1, {sale, coat_ordered()});
        REQUIRE(step(fresh, OrderStep::accept));
        REQUIRE(step(fresh, OrderStep::ship));
        CHECK(dealer_sum_minor(*fresh.connection, {"S01"}) == 0);

        REQUIRE(step(fresh, OrderStep::deliver));

        CHECK(dealer_sum_minor(*fresh.connection, {"S01"}) == 4'788);
        fresh.do_at(1, {coat_back(102, sale.receipt)});
        CHECK(dealer_sum_minor(*fresh.connection, {"S01"}) == 0);
        CHECK(dealer_shares(*fresh.connection, {}, {}, 10).size() == 2);
        check_books(fresh);
    });
}

TEST_CASE("rules of fulfilment that can not be are refused by their place")
{
    on_each_engine([](FreshOffice& fresh) {
        const auto complaint = [&](const char* json) {
            const auto set = set_fulfilment(*fresh.office, json);
            return set ? std::string{"none"} : set.error().code + " " + set.error().detail;
        };
        CHECK(complaint(R"({"parcels_max": 6})") == "rules.bad_value parcels_max");
        CHECK(complaint(R"({"parcels_max": 0})") == "rules.bad_value parcels_max");
        CHECK(complaint(R"({"automatic": 1})") == "rules.bad_value automatic");
        CHECK(complaint(R"({"places": [{"place": "S01", "share": 12}]})") == "rules.unknown_field places[0].share");
        CHECK(complaint(R"({"places": [{"place": "S01"}, {"place": "S01"}]})") == "rules.bad_value places[1].place");
        CHECK(complaint(R"({"places": [{"place": "S77"}]})").rfind("store.unknown", 0) == 0);
        CHECK(complaint("[]").rfind("rules.bad_value", 0) == 0);
    });
}

TEST_CASE("what is fetched in another shop leaves that shelf when it is fetched, and only that shop gives it up")
{
    on_each_engine([](FreshOffice& fresh) {
        OrderPlaced fetched{coat_ordered()};
        fetched.delivery = Delivery::collect;
        fetched.recipient.address = "S02";
        fresh.do_at(1, {fetched});
        REQUIRE(step(fresh, OrderStep::accept));
        REQUIRE(step(fresh, OrderStep::allocate));
        fresh.do_at(2, {OrderPacked{the_order, {"S02"}, {"李雪"}}});

        CHECK(step(fresh, OrderStep::cancel).error().code == "order.lies_ready");
        fresh.do_at(2, {OrderCollected{the_order, {"李雪"}, TenderKind::cash, {}}});

        CHECK(order(fresh).state == OrderState::collected);
        CHECK(on_hand_milli(*fresh.connection, {"S02"}, coat) == 0);
        CHECK(free_in(fresh, "S02") == 0);
        check_books(fresh);
    });
}

TEST_CASE("of three tills that want the last piece at once exactly one is confirmed, a thousand times")
{
    FreshOffice fresh{"sqlite::memory:"};
    furnish(fresh);
    fresh.say(TillEnrolled{3, {"S01"}, std::string(64, 'c'), false});
    rules(fresh, R"({"automatic": true, "places": [{"place": "S02", "sends": false}]})");
    fresh.say(StockMoved{StockReason::counted, 0, 0, {{{"W01"}, coat, Quantity::pieces(-3)}}});
    for (std::int64_t round{1}; round <= 1'000; ++round) {
        fresh.say(StockMoved{StockReason::counted, 0, 0, {{{"W01"}, coat, Quantity::pieces(1)}}});
        std::vector<OrderId> wanted;
        for (TillNumber till{1}; till <= 3; ++till) {
            // Whoever comes first changes from round to round.
            const TillNumber who{1 + (till + round) % 3};
            OrderPlaced placed{coat_ordered(round)};
            placed.order = make_order_id({"S01"}, who, round);
            placed.receipt = make_receipt_number({"S01"}, who, round);
            fresh.do_at(who, {placed});
            wanted.push_back(placed.order);
        }
        std::size_t confirmed{0};
        for (const OrderId& id : wanted) {
            const OrderState state{order(fresh, id).state};
            if (state == OrderState::allocated) ++confirmed;
            else if (state != OrderState::to_confirm) FAIL("neither confirmed nor held");
        }
        if (confirmed != 1) FAIL("round " << round << ": " << confirmed << " were confirmed");
        if (free_in(fresh, "W01") != 0) FAIL("more was promised than lies there");
    }
    CHECK(count_orders(*fresh.connection, OrderState::allocated) == 1'000);
}
