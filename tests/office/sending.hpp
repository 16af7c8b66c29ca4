// Steps of orders in a test, and what is left of the coat that is ordered.
#pragma once

#include "sync/office/fulfilment.hpp"

#include "sync/journal/verify.hpp"
#include "sync/office/commands/order_commands.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/stock.hpp"
#include "sync/office/schema/schema.hpp"
#include "tests/office/fresh_office.hpp"

namespace guitai::office::tests {

inline const OrderId the_order{make_order_id({"S01"}, 1, 1)};
inline const OrderId its_part{the_order.text + "-2"};
inline const Sku coat{"COAT-M"};

inline Result<OrderState> step(FreshOffice& fresh, OrderStep wanted, OrderRequest request = {},
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

inline OrderRow order(FreshOffice& fresh, const OrderId& id = the_order)
{
    return *find_order(*fresh.connection, id);
}

inline OrderPlaced coats(std::int64_t pieces, std::int64_t count = 1)
{
    OrderPlaced placed{coat_ordered(count)};
    placed.quantity = Quantity::pieces(pieces);
    placed.total = Money::from_minor(pieces * 39'900);
    placed.paid = Money::from_minor(10'000);
    placed.due_on_delivery = placed.total - placed.paid;
    placed.points = 1'000;
    return placed;
}

inline void rules(FreshOffice& fresh, const char* json)
{
    const auto set = set_fulfilment(*fresh.office, json);
    INFO((set ? *set : set.error().detail));
    REQUIRE(set.has_value());
}

inline void check_books(FreshOffice& fresh)
{
    const auto make_schema = [](database::Connection& empty) { REQUIRE(migrate_books(empty).has_value()); };
    const Verdict verdict{verify(*fresh.connection, make_schema, make_projections)};
    for (const std::string& problem : verdict.problems) UNSCOPED_INFO(problem);
    CHECK(verdict.ok);
}

inline std::int64_t free_in(FreshOffice& fresh, const char* place)
{
    for (const Available& one : availability(*fresh.connection, coat)) {
        if (one.place.text == place) return one.free_milli() / 1'000;
    }
    return 0;
}

} // namespace guitai::office::tests
