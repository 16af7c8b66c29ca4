// A shop that sends orders for the head office, by the counter's own commands.
#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Counter;

namespace {

// An order of another shop that this one is asked to send.
OrderId asked_to_send(Counter& counter, OrderState state = OrderState::allocated)
{
    OrderDetail detail;
    OrderBrief& brief{detail.brief};
    brief.order = {"S02-9-D00001"};
    brief.store = {"S02"};
    brief.source = {"S01"};
    brief.state = state;
    brief.to_send = true;
    brief.name = "羽绒服";
    brief.variant = "黑 165";
    brief.sku = {"SJ2207-1"};
    brief.quantity = Quantity::pieces(1);
    brief.recipient_name = "李先生";
    brief.total = 69900_fen;
    counter.books.taken[brief.order] = detail;
    return brief.order;
}

} // namespace

TEST_CASE("a shop takes an order up, packs it with a slip without prices, and gives it to the carrier")
{
    Counter counter;
    counter.open();
    const OrderId order{asked_to_send(counter)};

    counter.must(TakePick{order});
    counter.must(PackOrder{order});
    const PrintJob slip{counter.books.printed.back()};
    counter.must(HandOverOrder{order, "顺丰", "SF1"});

    CHECK(counter.books.all<OrderPickTaken>().back().staff == StaffName{"王芳"});
    CHECK(counter.books.all<OrderPacked>().back().place == PlaceCode{"S01"});
    CHECK(counter.books.all<OrderHandedOver>().back().tracking == "SF1");
    CHECK(slip.barcode == order.text);
    CHECK(slip.text.find("李先生") != std::string::npos);
    CHECK(slip.text.find("699") == std::string::npos);
}

TEST_CASE("what the shop said once it does not say otherwise")
{
    Counter counter;
    counter.open();
    const OrderId order{asked_to_send(counter)};

    counter.must(RejectPick{order, "有瑕疵"});

    for (const Command& late : {Command{TakePick{order}}, Command{PackOrder{order}},
                                Command{HandOverOrder{order, "顺丰", "SF1"}}, Command{RejectPick{order, "没有"}}}) {
        CHECK(counter.refusal(late) == "order.said_already");
    }
    CHECK(counter.books.all<OrderPacked>().empty());
}

TEST_CASE("a reason and a number are asked for, and an order that is sent elsewhere is none of this shop's")
{
    Counter counter;
    counter.open();
    const OrderId order{asked_to_send(counter)};

    CHECK(counter.refusal(RejectPick{order, ""}) == "order.needs_reason");
    CHECK(counter.refusal(HandOverOrder{order, "顺丰", ""}) == "order.needs_tracking");
    CHECK(counter.refusal(HandOverOrder{order, std::string(201, 'x'), "SF1"}) == "order.needs_tracking");
    CHECK(counter.refusal(TakePick{{"S09-1-D00001"}}) == "order.unknown");
    counter.books.taken[order].brief.to_send = false;
    CHECK(counter.refusal(TakePick{order}) == "order.not_sent_here");
}

TEST_CASE("the customer's word about a substitute is said once")
{
    Counter counter;
    counter.open();
    const OrderId order{asked_to_send(counter, OrderState::substitute_offered)};
    counter.books.taken[order].brief.to_send = false;
    counter.books.taken[order].substitute = {{"SJ2207-2"}, "羽绒服", "黑 170", "大一码"};

    counter.must(AnswerSubstitute{order, true});

    const OrderSubstituteAnswered said{counter.books.all<OrderSubstituteAnswered>().back()};
    CHECK(said.taken);
    CHECK(said.sku == Sku{"SJ2207-2"});
    CHECK(counter.refusal(AnswerSubstitute{order, false}) == "order.said_already");
}

TEST_CASE("without an offer there is nothing to answer")
{
    Counter counter;
    counter.open();
    const OrderId order{asked_to_send(counter)};

    CHECK(counter.refusal(AnswerSubstitute{order, true}) == "order.nothing_offered");
}

TEST_CASE("a person of this shop brings it, and what was due at the door is in the drawer when the runner is back")
{
    Counter counter;
    counter.open();
    const OrderId order{asked_to_send(counter, OrderState::packed)};
    OrderBrief& brief{counter.books.taken[order].brief};
    brief.due = 69900_fen;

    CHECK(counter.refusal(HandOverOrder{order, {}, {}, {"没有这人"}}) == "order.unknown_runner");
    CHECK(counter.refusal(HandOverOrder{order, std::string{own_carrier}, "王芳"}) == "order.needs_runner");
    CHECK(counter.refusal(TellTrip{order, TripEnd::delivered, {}}) == "order.not_on_trip");
    counter.must(HandOverOrder{order, {}, {}, {"王芳"}});
    brief.on_trip = true;
    CHECK(counter.refusal(TellTrip{order, TripEnd::not_there, ""}) == "order.needs_reason");
    CHECK(counter.refusal(TellTrip{order, TripEnd::delivered, "", TenderKind::stored_value}) == "order.bad_tender");
    counter.must(TellTrip{order, TripEnd::delivered, {}});

    const OrderHandedOver handed{counter.books.all<OrderHandedOver>().back()};
    CHECK(handed.carrier == own_carrier);
    CHECK(handed.tracking == "王芳");
    const OrderBrought brought{counter.books.all<OrderBrought>().back()};
    CHECK(brought.amount == 69900_fen);
    CHECK(brought.tender == TenderKind::cash);
    CHECK(brought.place == PlaceCode{"S01"});
}

TEST_CASE("the first trip to a member brings her monthly use and payday back, checked before anything is written")
{
    Counter counter;
    counter.open();
    const MemberId member{"M1-000009"};
    const OrderId order{asked_to_send(counter, OrderState::shipped)};
    OrderBrief& brief{counter.books.taken[order].brief};
    brief.member = member;
    brief.first_trip = true;
    brief.on_trip = true;
    const auto told = [&](std::string payday) {
        return TellTrip{order, TripEnd::delivered, "", TenderKind::cash, "12 公斤", std::move(payday)};
    };

    CHECK(counter.refusal(told("32")) == "member.bad_payday");
    CHECK(counter.books.all<OrderBrought>().empty());
    counter.must(told("10"));

    const auto learnt = counter.books.all<MemberCorrected>();
    REQUIRE(learnt.size() == 2);
    CHECK(learnt[0].part == ProfilePart::monthly_use);
    CHECK(learnt[1].value == "10");
    CHECK(learnt[1].member == member);
}
