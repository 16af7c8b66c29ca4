// What a till knows of orders on their way: who sends them, what it said itself, what is free to promise.
#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::test;

namespace {

const PlaceCode here{"S01"};

OrderTaken taken(const std::string& order)
{
    OrderTaken made;
    made.order = {order};
    made.source_origin = 9;
    made.source_number = 9;
    made.store = {"S02"};
    made.sku = {"YR2401-S"};
    made.name = "轻薄羽绒服";
    made.variant = "墨黑 S";
    made.quantity = Quantity::pieces(1);
    made.recipient_name = "李先生";
    made.total = Money::from_minor(39'900);
    made.paid = made.total;
    return made;
}

OrderBrief brief(OpenTill& till, const std::string& order)
{
    return till.store().orders().find({order})->brief;
}

// Another shop's order that this one is asked to send.
void ask_to_send(OpenTill& till)
{
    till.told(taken("O1"));
    till.told(OrderAccepted{{"O1"}, here, "2026-11-25"});
    till.told(OrderAllocated{{"O1"}, here, 1'795'400'000'000});
}

} // namespace

TEST_CASE("a shop that is asked to send sees the order of another shop among its own work")
{
    OpenTill till;
    ask_to_send(till);

    const auto orders = till.store().orders().list(to_send_filter, 10);

    REQUIRE(orders.size() == 1);
    CHECK(orders.front().to_send);
    CHECK(orders.front().answer_by_ms == 1'795'400'000'000);
    CHECK(till.store().orders().to_send() == 1);
    CHECK(till.store().orders().waiting() == 1);
    CHECK(till.store().orders().list("", 10).empty()); // It is not this shop's own.
}

TEST_CASE("what a till said stands beside the state until the head office answers")
{
    OpenTill till;
    ask_to_send(till);

    till.did(OrderPacked{{"O1"}, here, {"王芳"}});
    CHECK(brief(till, "O1").state == OrderState::allocated);
    CHECK(brief(till, "O1").said == OrderSaid::packed);

    till.told(OrderPacked{{"O1"}, here, {"王芳"}});
    CHECK(brief(till, "O1").state == OrderState::packed);
    CHECK(brief(till, "O1").said == OrderSaid::nothing);
    till.told(OrderShipped{{"O1"}, "顺丰", "SF1", 1});
    CHECK(till.store().orders().to_send() == 0);
    CHECK_FALSE(brief(till, "O1").to_send);
}

TEST_CASE("a head office that decided otherwise is right, whatever a till said meanwhile")
{
    OpenTill till;
    ask_to_send(till);
    till.did(OrderPacked{{"O1"}, here, {"王芳"}});

    till.told(OrderHeld{{"O1"}, "换一处发"});
    till.told(OrderAccepted{{"O1"}, {"W01"}, "2026-11-26"});

    CHECK(brief(till, "O1").state == OrderState::accepted);
    CHECK(brief(till, "O1").source == PlaceCode{"W01"});
    CHECK_FALSE(brief(till, "O1").to_send);
    CHECK(till.store().orders().list(to_send_filter, 10).empty());
}

TEST_CASE("of what another place has, nothing is free that is promised, kept back or not sent at all")
{
    OpenTill till;
    const Sku sku{"YR2401-S"};
    const auto free = [&] {
        std::string text;
        for (const auto& far : till.store().catalogue().stock_elsewhere(sku)) {
            text += far.place.text + ":" + std::to_string(far.pieces) + " ";
        }
        return text;
    };
    till.told(place("W01", "总仓", PlaceKind::warehouse));
    till.told(StockMoved{StockReason::counted, 0, 0, {{{"W01"}, sku, Quantity::pieces(50)}}});
    REQUIRE(free().find("W01:") != std::string::npos);
    const auto pieces_of = [&] {
        const std::string now{free()};
        const auto at = now.find("W01:");
        return at == std::string::npos ? 0 : std::stoi(now.substr(at + 4));
    };
    const int all{pieces_of()};

    till.told(taken("O1"));
    till.told(OrderAccepted{{"O1"}, {"W01"}, "2026-11-25"});
    CHECK(pieces_of() == all - 1);
    FulfilmentSet rules;
    rules.places = {{{"W01"}, true, 100, Quantity::pieces(5), {}, {}}};
    till.told(rules);
    CHECK(pieces_of() == all - 6);
    till.told(OrderCancelled{{"O1"}, ""});
    CHECK(pieces_of() == all - 5);
    rules.places.front().sends = false;
    till.told(rules);
    CHECK(pieces_of() == 0);
}

TEST_CASE("an order that is parted has two numbers and the same figures in all")
{
    OpenTill till;
    OrderTaken two{taken("O1")};
    two.store = here;
    two.quantity = Quantity::pieces(2);
    two.total = Money::from_minor(79'801);
    two.paid = Money::from_minor(20'001);
    two.due_on_delivery = two.total - two.paid;
    till.told(two);

    till.told(OrderSplit{{"O1"}, {"O1-2"}, Quantity::pieces(1), Money::from_minor(39'900), Money::from_minor(10'000),
                         Money::from_minor(29'900), 0});

    CHECK(brief(till, "O1").quantity == Quantity::pieces(1));
    CHECK(brief(till, "O1").total + brief(till, "O1-2").total == two.total);
    CHECK(brief(till, "O1").paid + brief(till, "O1-2").paid == two.paid);
    CHECK(brief(till, "O1").due + brief(till, "O1-2").due == two.due_on_delivery);
    CHECK(till.store().orders().find({"O1-2"})->split_from == OrderId{"O1"});
    CHECK(till.store().orders().list("", 10).size() == 2);
}

TEST_CASE("something else that is offered is seen until the customer's word is decided on")
{
    OpenTill till;
    OrderTaken own{taken("O1")};
    own.store = here;
    till.told(own);
    till.told(OrderSubstituteOffered{{"O1"}, {"YR2401-M"}, "轻薄羽绒服", "墨黑 M", "大一码", {"W01"}});

    CHECK(till.store().orders().find({"O1"})->substitute.sku == Sku{"YR2401-M"});
    CHECK(till.store().orders().waiting() == 1);
    till.did(OrderSubstituteAnswered{{"O1"}, {"王芳"}, {"YR2401-M"}, true});
    CHECK(brief(till, "O1").said == OrderSaid::substitute_taken);
    till.told(OrderSubstituted{{"O1"}, {"YR2401-M"}, "轻薄羽绒服", "墨黑 M"});
    till.told(OrderAccepted{{"O1"}, {"W01"}, "2026-11-25"});

    CHECK(brief(till, "O1").sku == Sku{"YR2401-M"});
    CHECK(brief(till, "O1").state == OrderState::accepted);
    CHECK(till.store().orders().find({"O1"})->substitute.sku.empty());
}

TEST_CASE("a parcel that came back owes its customer what was paid")
{
    OpenTill till;
    OrderTaken own{taken("O1")};
    own.store = here;
    till.told(own);
    till.told(OrderAccepted{{"O1"}, {"W01"}, "2026-11-25"});
    till.told(OrderShipped{{"O1"}, "顺丰", "SF1", 1});
    till.told(OrderDeliveryFailed{{"O1"}, "家里没人"});
    till.told(OrderCameBack{{"O1"}, {"W01"}, "拒收"});

    CHECK(brief(till, "O1").refund_due);
    CHECK(till.store().orders().waiting() == 1);
    CHECK(till.store().orders().find({"O1"})->reason == "拒收");
}
