#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Counter;

namespace {

constexpr Quantity one{Quantity::pieces(1)};

// Takes an order for the jacket that is not here, and pays `down` of it in cash.
OrderId ordered(Counter& counter, Delivery delivery, Money down)
{
    counter.must(OrderItem{{"SJ2207-1"}, one, delivery, {"林晓梅", "13800000001", "人民路 1 号"}, {}});
    if (!down.is_zero()) counter.must(Pay{TenderKind::cash, down, ""});
    if (!counter.view().cart.lines.empty()) counter.must(Pay{TenderKind::cod, counter.view().cart.due, ""});
    return counter.view().payment.done->orders.at(0);
}

} // namespace

TEST_CASE("a missing size is ordered, paid on delivery, and the lost sale counts as rescued")
{
    Counter counter;
    counter.open();

    const OrderId order{ordered(counter, Delivery::ship, {})};

    const OrderPlaced placed{counter.books.all<OrderPlaced>().back()};
    CHECK(placed.order == order);
    CHECK(placed.receipt.text == "S01-71-000001");
    CHECK(placed.paid.is_zero());
    CHECK(placed.due_on_delivery == 69900_fen);
    CHECK(placed.stock_as_of_ms == counter.catalogue.as_of_ms);
    const MissRecorded miss{counter.books.all<MissRecorded>().back()};
    CHECK(miss.rescued_by == order);
    CHECK(miss.size == "165");
    CHECK(counter.view().orders.orders.size() == 1);
}

TEST_CASE("an order for what lies in the shop is no rescued sale")
{
    Counter counter;
    counter.open();
    counter.must(OrderItem{{"SJ2207-2"}, one, Delivery::ship, {"林晓梅", "13800000001", "人民路 1 号"}, {}});
    counter.must(Pay{TenderKind::card, 69900_fen, ""});

    CHECK(counter.books.all<MissRecorded>().empty());
}

TEST_CASE("a deposit is taken now and the rest on delivery")
{
    Counter counter;
    counter.open();

    (void)ordered(counter, Delivery::ship, 20000_fen);

    const OrderPlaced placed{counter.books.all<OrderPlaced>().back()};
    CHECK(placed.paid == 20000_fen);
    CHECK(placed.due_on_delivery == 49900_fen);
}

TEST_CASE("goods taken along can not be paid on delivery")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});
    CHECK(counter.refusal(Pay{TenderKind::cod, 12900_fen, ""}) == "pay.cod_needs_order");

    counter.must(OrderItem{{"SJ2207-1"}, one, Delivery::ship, {"林晓梅", "13800000001", "人民路 1 号"}, {}});
    CHECK(counter.refusal(Pay{TenderKind::cod, 82800_fen, ""}) == "pay.cod_needs_order");
    CHECK(counter.refusal(Pay{TenderKind::cod, 69900_fen, ""}).empty());
}

TEST_CASE("the member on the ticket need not say her name and phone again")
{
    Counter counter;
    counter.open();
    counter.must(AttachMember{"13800000001"});

    counter.must(OrderItem{{"SJ2207-1"}, one, Delivery::ship, {"", "", "人民路 1 号"}, {}});

    const Recipient& recipient{counter.view().cart.lines[0].recipient};
    CHECK(recipient.name == "林晓梅");
    CHECK(recipient.phone == "13800000001");
}

TEST_CASE("a parcel needs a name, a phone and an address; a transfer only a phone")
{
    Counter counter;
    counter.open();
    const auto refusal = [&](Delivery delivery, Recipient recipient) {
        return counter.handle(OrderItem{{"SJ2207-1"}, one, delivery, std::move(recipient), {}});
    };

    CHECK(refusal(Delivery::ship, {"林", "13800000001", ""}).error() == Refusal{"order.incomplete", "address"});
    CHECK(refusal(Delivery::ship, {"", "13800000001", "人民路"}).error() == Refusal{"order.incomplete", "name"});
    CHECK(refusal(Delivery::ship, {"林", "", "人民路"}).error().code == "order.needs_phone");
    CHECK(refusal(Delivery::ship, {"林", "abc", "人民路"}).error().code == "member.bad_phone");
    CHECK(refusal(Delivery::ship_to_shop, {"", "13800000001", ""}));
}

TEST_CASE("delivery costs its fee, to a home only")
{
    Counter counter;
    counter.shop.delivery_fee = 1200_fen;
    counter.restart();
    counter.open();

    counter.must(OrderItem{{"SJ2207-1"}, one, Delivery::ship, {"林", "13800000001", "人民路"}, {}});
    CHECK(counter.view().cart.total == 71100_fen);
    CHECK(counter.view().cart.lines[0].why[0].code == "delivery.fee");
    counter.must(OrderItem{{"SJ2207-1"}, one, Delivery::ship_to_shop, {"林", "13800000001", ""}, {}});
    CHECK(counter.view().cart.total == 141000_fen);
}

TEST_CASE("goods are put aside only in a shop that has them")
{
    Counter counter;
    counter.open();
    const Recipient recipient{"林", "13800000001", ""};

    CHECK(counter.refusal(OrderItem{{"SJ2207-1"}, one, Delivery::collect, recipient, {"S09"}}) == "order.not_there");
    CHECK(counter.refusal(OrderItem{{"SJ2207-1"}, one, Delivery::collect, recipient, {"W01"}}) == "order.not_there");
    CHECK(counter.refusal(OrderItem{{"SJ2207-1"}, one, Delivery::collect, recipient, {"S02"}}).empty());
    CHECK(counter.view().cart.lines[0].recipient.address == "S02");
}

TEST_CASE("a transfer arrives, waits, and is collected against the rest of the money")
{
    Counter counter;
    counter.open();
    const OrderId order{ordered(counter, Delivery::ship_to_shop, 20000_fen)};
    CHECK(counter.refusal(ReceiveOrder{order}) == "order.wrong_state");
    counter.books.move_order(order, OrderState::shipped);

    counter.must(ReceiveOrder{order});
    for (const TenderKind tender : {TenderKind::stored_value, TenderKind::points, TenderKind::on_account}) {
        CHECK(counter.refusal(CollectOrder{order, tender}) == "order.bad_tender");
    }
    counter.must(CollectOrder{order, TenderKind::cash});

    const OrderCollected collected{counter.books.all<OrderCollected>().back()};
    CHECK(collected.amount == 49900_fen);
    CHECK(counter.books.printed.back().open_drawer);
    counter.must(CountCash{50000_fen + 69900_fen, {}});
    CHECK(counter.view().close.variance.is_zero());
    CHECK(counter.refusal(CollectOrder{order, TenderKind::cash}) == "order.wrong_state");
}

TEST_CASE("what is fetched in another shop neither arrives here nor is handed out here")
{
    Counter counter;
    counter.open();
    const OrderId order{ordered(counter, Delivery::ship_to_shop, {})};
    counter.books.taken.at(order).brief.fetched_at = {"S02"};
    counter.books.move_order(order, OrderState::shipped);
    CHECK(counter.refusal(ReceiveOrder{order}) == "order.fetched_elsewhere");

    counter.books.move_order(order, OrderState::arrived);
    CHECK(counter.refusal(CollectOrder{order, TenderKind::cash}) == "order.fetched_elsewhere");
}

TEST_CASE("a parcel for a home does not arrive in the shop")
{
    Counter counter;
    counter.open();
    const OrderId order{ordered(counter, Delivery::ship, {})};
    counter.books.move_order(order, OrderState::shipped);

    CHECK(counter.refusal(ReceiveOrder{order}) == "order.wrong_state");
}

TEST_CASE("a till asks for a cancellation and never cancels")
{
    Counter counter;
    counter.open();
    const OrderId order{ordered(counter, Delivery::ship, {})};

    counter.must(AskCancelOrder{order, "不要了"});

    CHECK(counter.books.all<OrderCancelAsked>().back().reason == "不要了");
    CHECK(counter.view().orders.chosen->brief.state == OrderState::captured);
    CHECK(counter.view().orders.chosen->brief.cancel_asked);
    CHECK(counter.refusal(RefundOrder{order}) == "order.wrong_state");
    counter.books.move_order(order, OrderState::delivered);
    CHECK(counter.refusal(AskCancelOrder{order, ""}) == "order.wrong_state");
    CHECK(counter.refusal(AskCancelOrder{{"S01-71-D00099"}, ""}) == "order.unknown");
}

TEST_CASE("what was paid for a declined order goes back once, the way it came")
{
    Counter counter;
    counter.open();
    const OrderId order{ordered(counter, Delivery::ship, 20000_fen)};
    counter.books.move_order(order, OrderState::declined);

    counter.must(RefundOrder{order});

    const OrderRefunded refunded{counter.books.all<OrderRefunded>().back()};
    CHECK(refunded.amount == 20000_fen);
    CHECK(refunded.tender == TenderKind::cash);
    CHECK(counter.books.printed.back().open_drawer);
    CHECK(counter.refusal(RefundOrder{order}) == "order.wrong_state");
    counter.must(CountCash{50000_fen, {}});
    CHECK(counter.view().close.variance.is_zero());
}

TEST_CASE("a card payment goes back to the card and leaves the drawer alone")
{
    Counter counter;
    counter.open();
    counter.must(OrderItem{{"SJ2207-1"}, one, Delivery::ship, {"林", "13800000001", "人民路"}, {}});
    counter.must(Pay{TenderKind::card, 69900_fen, "slip"});
    const OrderId order{counter.view().payment.done->orders.at(0)};
    counter.books.move_order(order, OrderState::cancelled);

    counter.must(RefundOrder{order});

    CHECK(counter.books.all<OrderRefunded>().back().tender == TenderKind::card);
    CHECK_FALSE(counter.books.printed.back().open_drawer);
}

TEST_CASE("an order of which nothing was paid has nothing to give back")
{
    Counter counter;
    counter.open();
    const OrderId order{ordered(counter, Delivery::ship, {})};
    counter.books.move_order(order, OrderState::declined);

    CHECK(counter.refusal(RefundOrder{order}) == "order.nothing_paid");
}

TEST_CASE("another address is asked for as long as an answer makes sense")
{
    Counter counter;
    counter.open();
    const OrderId order{ordered(counter, Delivery::ship, {})};

    CHECK(counter.refusal(ChangeAddress{order, {"林", "13800000001", ""}}) == "order.incomplete");
    counter.must(ChangeAddress{order, {"林", "13800000001", "文化路 2 号"}});
    CHECK(counter.books.all<OrderAddressAsked>().back().recipient.address == "文化路 2 号");
    counter.books.move_order(order, OrderState::shipped);
    CHECK(counter.refusal(ChangeAddress{order, {"林", "13800000001", "文化路 3 号"}}) == "order.wrong_state");
}

TEST_CASE("a sale that was lost is noted in its own number")
{
    Counter counter;
    counter.open();

    counter.must(RecordMiss{{"SJ2207"}, "枫红", "165", MissReason::size});
    counter.must(RecordMiss{{"SJ2207"}, "枫红", "180", MissReason::size});

    CHECK(counter.view().noted_miss == 2);
    CHECK(counter.books.all<MissRecorded>().back().rescued_by.empty());
}

TEST_CASE("orders are listed by state, and a state that is none is refused")
{
    Counter counter;
    counter.open();
    (void)ordered(counter, Delivery::ship, {});

    counter.must(ListOrders{"accepted"});
    CHECK(counter.view().orders.orders.empty());
    counter.must(ListOrders{"captured"});
    CHECK(counter.view().orders.orders.size() == 1);
    CHECK(counter.refusal(ListOrders{"lost"}) == "order.unknown_state");
}
