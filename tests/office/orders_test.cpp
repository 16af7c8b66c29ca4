#include "sync/office/fulfilment.hpp"

#include "sync/journal/verify.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/stock.hpp"
#include "sync/office/projections/takings.hpp"
#include "sync/office/schema/schema.hpp"
#include "tests/office/fresh_office.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

const OrderId the_order{make_order_id({"S01"}, 1, 1)};

Result<OrderState> step(FreshOffice& fresh, const OrderId& order, OrderRequest request)
{
    request.order = order;
    request.actor = "赵总";
    database::Transaction open{*fresh.connection};
    auto state = do_step(*fresh.office, open, request);
    open.commit();
    return state;
}

Result<OrderState> step(FreshOffice& fresh, OrderRequest request)
{
    return step(fresh, the_order, std::move(request));
}

Result<OrderState> step(FreshOffice& fresh, OrderStep wanted)
{
    OrderRequest request;
    request.step = wanted;
    return step(fresh, request);
}

Result<OrderState> accept(FreshOffice& fresh)
{
    return step(fresh, OrderStep::accept);
}

Result<OrderState> ship(FreshOffice& fresh)
{
    OrderRequest request;
    request.step = OrderStep::ship;
    request.carrier = "顺丰";
    request.tracking = "SF1";
    return step(fresh, request);
}

OrderState state_of(FreshOffice& fresh)
{
    return find_order(*fresh.connection, the_order)->state;
}

} // namespace

TEST_CASE("an order that was placed is relayed to other tills without phone and address")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {coat_ordered()});

        const auto taken = fresh.news_of<OrderTaken>();
        REQUIRE(taken.size() == 1);
        CHECK(taken.front().order == the_order);
        CHECK(taken.front().source_origin == 1);
        CHECK(taken.front().source_number == 1);
        CHECK(state_of(fresh) == OrderState::captured);
        CHECK(find_order(*fresh.connection, the_order)->placed.recipient.phone == "13800000001");
    });
}

TEST_CASE("an order goes from the warehouse to the customer and brings its points once")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {enrolled({"M1-000001"}, "13800000001"), coat_ordered(1, {"M1-000001"})});

        CHECK(accept(fresh) == OrderState::accepted);
        CHECK(ship(fresh) == OrderState::shipped);
        CHECK(step(fresh, OrderStep::deliver) == OrderState::delivered);

        const OrderRow row{*find_order(*fresh.connection, the_order)};
        CHECK(row.source == PlaceCode{"W01"});
        CHECK(row.promise_date == "2026-11-24");
        CHECK(row.tracking == "SF1");
        CHECK(on_hand_milli(*fresh.connection, {"W01"}, {"COAT-M"}) == 2'000);
        CHECK(member_story(*fresh.connection, "M1-000001")->lots == std::vector<Lot>{{399, "2027-12-31"}});
    });
}

TEST_CASE("every step names who took it")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {coat_ordered()});
        REQUIRE(accept(fresh).has_value());
        REQUIRE(ship(fresh).has_value());

        const auto history = history_of(*fresh.connection, the_order);

        REQUIRE(history.size() == 3);
        CHECK(history[0].actor == "王芳");
        CHECK(history[1].actor == "赵总");
        CHECK(history[2].state == OrderState::shipped);
    });
}

TEST_CASE("a step that the state does not allow is refused and writes nothing")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {coat_ordered()});
        const std::size_t before{fresh.news().size()};

        const auto shipped = ship(fresh);

        REQUIRE_FALSE(shipped.has_value());
        CHECK(shipped.error().code == "order.wrong_state");
        CHECK(fresh.news().size() == before);
        CHECK(state_of(fresh) == OrderState::captured);
    });
}

TEST_CASE("goods come from the warehouse first, then from another shop, never from what is promised already")
{
    on_each_engine([](FreshOffice& fresh) {
        std::vector<PlaceCode> sources;
        for (std::int64_t count{1}; count <= 4; ++count) {
            fresh.do_at(1, {coat_ordered(count)});
            OrderRequest request;
            request.order = make_order_id({"S01"}, 1, count);
            database::Transaction open{*fresh.connection};
            REQUIRE(do_step(*fresh.office, open, request).has_value());
            open.commit();
            sources.push_back(find_order(*fresh.connection, request.order)->source);
        }
        fresh.do_at(1, {coat_ordered(5)});
        OrderRequest fifth;
        fifth.order = make_order_id({"S01"}, 1, 5);
        database::Transaction open{*fresh.connection};
        const auto state = do_step(*fresh.office, open, fifth);
        open.commit();

        CHECK(sources == std::vector<PlaceCode>{{"W01"}, {"W01"}, {"W01"}, {"S02"}});
        REQUIRE_FALSE(state.has_value());
        CHECK(state.error().code == "order.no_stock");
    });
}

TEST_CASE("cash on delivery is a promise when it is ordered, and the carrier's money when it is delivered")
{
    on_each_engine([](FreshOffice& fresh) {
        OrderPlaced order{coat_ordered()};
        order.paid = {};
        order.due_on_delivery = order.total;
        SaleCompleted sale{coat_sold(101)};
        sale.lines[0].line_kind = LineKind::order;
        sale.lines[0].order = order.order;
        sale.tenders = {{TenderKind::cod, sale.total, sale.total, {}, {}}};
        fresh.do_at(1, {order, sale});
        const DayFigures captured{day_figures(*fresh.connection, {"S01"}, "2026-11-22")};
        REQUIRE(captured.tenders.size() == 1);
        CHECK(captured.tenders[0] == std::pair<std::string, std::int64_t>{"cod", 39'900}); // No cash.
        CHECK(captured.carrier_cash_minor == 0);
        REQUIRE(accept(fresh));
        REQUIRE(ship(fresh));

        REQUIRE(step(fresh, OrderStep::deliver));

        const auto delivered_on = date_in(*fresh.connection, {"S01"}, fresh.clock.now_ms());
        CHECK(day_figures(*fresh.connection, {"S01"}, delivered_on).carrier_cash_minor == 39'900);
        CHECK(find_order(*fresh.connection, the_order)->placed.due_on_delivery.is_zero());
    });
}

TEST_CASE("a parcel for the shop is promised a day later and collected there")
{
    on_each_engine([](FreshOffice& fresh) {
        OrderPlaced order{coat_ordered()};
        order.delivery = Delivery::ship_to_shop;
        order.paid = Money::from_minor(10'000);
        order.due_on_delivery = Money::from_minor(29'900);
        fresh.do_at(1, {order});
        REQUIRE(accept(fresh).has_value());
        REQUIRE(ship(fresh).has_value());

        fresh.do_at(1, {OrderArrived{the_order, {"王芳"}},
                        OrderCollected{the_order, {"王芳"}, TenderKind::cash, Money::from_minor(29'900)}});

        CHECK(find_order(*fresh.connection, the_order)->promise_date == "2026-11-25");
        CHECK(state_of(fresh) == OrderState::collected);
        const auto day = day_figures(*fresh.connection, {"S01"}, "2026-11-22");
        CHECK(day.tenders.front() == std::pair<std::string, std::int64_t>{"cash", 29'900});
    });
}

TEST_CASE("an order for a shop ends when the customer collects it, never by the head office")
{
    on_each_engine([](FreshOffice& fresh) {
        for (const Delivery delivery : {Delivery::ship_to_shop, Delivery::collect}) {
            const std::int64_t count{delivery == Delivery::collect ? 2 : 1};
            OrderPlaced order{coat_ordered(count)};
            order.delivery = delivery;
            fresh.do_at(1, {order});
            OrderRequest request;
            request.carrier = "顺丰";
            request.tracking = "SF1";
            for (const OrderStep each : {OrderStep::accept, OrderStep::ship}) {
                request.step = each;
                REQUIRE(step(fresh, order.order, request).has_value());
            }

            request.step = OrderStep::deliver;
            const auto delivered = step(fresh, order.order, request);

            REQUIRE_FALSE(delivered.has_value());
            CHECK(delivered.error().code == "order.collected_in_shop");
            CHECK(find_order(*fresh.connection, order.order)->state == OrderState::shipped);
        }
    });
}

TEST_CASE("a wish to cancel is granted before the parcel leaves and refused after")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {coat_ordered(1), coat_ordered(2)});
        const OrderId second{make_order_id({"S01"}, 1, 2)};
        REQUIRE(accept(fresh).has_value());
        REQUIRE(ship(fresh).has_value());

        fresh.do_at(1, {OrderCancelAsked{the_order, {"王芳"}, "改主意"}, OrderCancelAsked{second, {"王芳"}, "改主意"}});

        CHECK(state_of(fresh) == OrderState::shipped);
        CHECK(find_order(*fresh.connection, second)->state == OrderState::cancelled);
        CHECK(fresh.news_of<OrderCancelRefused>().front().order == the_order);
        CHECK(fresh.news_of<OrderCancelled>().front().order == second);
    });
}

TEST_CASE("a cancelled order gives its goods free again and its refund is taken off the day")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {coat_ordered()});
        REQUIRE(accept(fresh).has_value());
        CHECK(availability(*fresh.connection, {"COAT-M"}).back().reserved_milli == 1'000);

        fresh.do_at(1,
                    {OrderCancelAsked{the_order, {"王芳"}, ""},
                     OrderRefunded{the_order, {"王芳"}, 1, "2026-11-22", TenderKind::cash, Money::from_minor(39'900)}});

        CHECK(availability(*fresh.connection, {"COAT-M"}).back().reserved_milli == 0);
        CHECK(state_of(fresh) == OrderState::refunded);
        CHECK(day_figures(*fresh.connection, {"S01"}, "2026-11-22").refunds_minor == 39'900);
        CHECK(day_figures(*fresh.connection, {"S01"}, "2026-11-22").turnover_minor == -39'900);
    });
}

TEST_CASE("an order that two tills refunded is a loss that stands under its name, and the books stay whole")
{
    on_each_engine([](FreshOffice& fresh) {
        const OrderRefunded refund{the_order, {"王芳"}, 1, "2026-11-22", TenderKind::cash, Money::from_minor(39'900)};
        OrderRefunded again{refund};
        again.staff = {"李强"};
        fresh.do_at(1, {coat_ordered(), OrderCancelAsked{the_order, {"王芳"}, ""}, refund});

        const auto answer = fresh.do_at(2, {again});

        CHECK(answer.quarantined == 1);
        const auto apart = latest_set_apart(*fresh.connection, {}, 10);
        REQUIRE(apart.size() == 1);
        CHECK(apart.front().why.code == "order.refunded_twice");
        CHECK(apart.front().why.detail == "S01-1-D00001 · ¥399.00 · S02 李强");
        CHECK(state_of(fresh) == OrderState::refunded);
        CHECK(day_figures(*fresh.connection, {"S02"}, "2026-11-22").refunds_minor == 39'900);
        const MakeSchema make_schema{[](auto& empty) { REQUIRE(migrate_books(empty).has_value()); }};
        CHECK(verify(*fresh.connection, make_schema, make_projections).ok);
    });
}

TEST_CASE("the address can be changed until the parcel leaves")
{
    on_each_engine([](FreshOffice& fresh) {
        const Recipient new_home{"张敏", "13800000001", "解放路9号"};
        fresh.do_at(1, {coat_ordered()});
        REQUIRE(accept(fresh).has_value());
        fresh.do_at(1, {OrderAddressAsked{the_order, {"王芳"}, new_home}});
        CHECK(find_order(*fresh.connection, the_order)->placed.recipient == new_home);
        REQUIRE(ship(fresh).has_value());

        fresh.do_at(1, {OrderAddressAsked{the_order, {"王芳"}, {"张敏", "13800000001", "太晚路"}}});

        CHECK(find_order(*fresh.connection, the_order)->placed.recipient == new_home);
        CHECK(fresh.news_of<OrderAddressRefused>().size() == 1);
    });
}

TEST_CASE("an order number used twice keeps the first order and points the second out")
{
    on_each_engine([](FreshOffice& fresh) {
        OrderPlaced second{coat_ordered()};
        second.sku = {"COAT-L"};
        fresh.do_at(1, {coat_ordered()});

        const auto answer = fresh.do_at(1, {second});

        CHECK(answer.quarantined == 1);
        CHECK(find_order(*fresh.connection, the_order)->placed.sku == Sku{"COAT-M"});
        CHECK(fresh.news_of<OrderTaken>().size() == 1);
    });
}

TEST_CASE("a till's step that is not possible is set apart and changes nothing")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {coat_ordered()});

        const auto answer =
            fresh.do_at(1, {OrderArrived{the_order, {"王芳"}}, OrderArrived{{"S09-9-D00001"}, {"王芳"}}});

        CHECK(answer.quarantined == 2);
        CHECK(state_of(fresh) == OrderState::captured);
    });
}

TEST_CASE("shipping wants a carrier and a tracking number")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {coat_ordered()});
        REQUIRE(accept(fresh).has_value());

        const auto shipped = step(fresh, OrderStep::ship);

        REQUIRE_FALSE(shipped.has_value());
        CHECK(shipped.error().code == "order.missing_field");
        CHECK(state_of(fresh) == OrderState::accepted);
    });
}
