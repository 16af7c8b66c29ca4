// By which rules the head office answers orders by itself, and what a shop has of them.
#include "sync/office/projections/dealer_shares.hpp"
#include "tests/office/sending.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

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
