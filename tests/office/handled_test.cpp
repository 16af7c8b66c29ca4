// What one till does to an order, the others hear.
#include "sync/office/fulfilment.hpp"
#include "tests/office/fresh_office.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

const OrderId the_order{make_order_id({"S01"}, 1, 1)};

void step(FreshOffice& fresh, OrderStep wanted)
{
    OrderRequest request;
    request.order = the_order;
    request.step = wanted;
    request.carrier = "顺丰";
    request.tracking = "SF1";
    database::Transaction open{*fresh.connection};
    REQUIRE(do_step(*fresh.office, open, request).has_value());
    open.commit();
}

} // namespace

TEST_CASE("every till hears that another one received a parcel and handed it over")
{
    on_each_engine([](FreshOffice& fresh) {
        OrderPlaced order{coat_ordered()};
        order.delivery = Delivery::ship_to_shop;
        order.paid = {};
        order.due_on_delivery = order.total;
        fresh.do_at(1, {order});
        step(fresh, OrderStep::accept);
        step(fresh, OrderStep::ship);

        fresh.do_at(2, {OrderArrived{the_order, {"李雪"}},
                        OrderCollected{the_order, {"李雪"}, TenderKind::card, order.total}});

        const auto heard = fresh.news_of<OrderHandled>();
        REQUIRE(heard.size() == 2);
        CHECK(heard[0] == OrderHandled{the_order, 2, 1, Handling::arrived, {"李雪"}, {}});
        CHECK(heard[1] == OrderHandled{the_order, 2, 2, Handling::collected, {"李雪"}, order.total});
    });
}

TEST_CASE("money given back twice is told once and set apart once")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {coat_ordered()});
        step(fresh, OrderStep::decline);
        const OrderRefunded refunded{the_order, {"王芳"}, 1, "2026-11-22", TenderKind::cash, coat_ordered().paid};

        fresh.do_at(1, {refunded});
        const auto second = fresh.do_at(2, {refunded});

        CHECK(second.quarantined == 1);
        const auto heard = fresh.news_of<OrderHandled>();
        REQUIRE(heard.size() == 1);
        CHECK(heard[0] == OrderHandled{the_order, 1, 2, Handling::refunded, {"王芳"}, coat_ordered().paid});
    });
}
