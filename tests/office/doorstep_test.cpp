// What a shop's own runner brings to a door, what is learnt there, and what it costs to send goods back.
#include "sync/office/commands/imports.hpp"
#include "sync/office/projections/home_advisers.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/profile_sources.hpp"
#include "sync/office/projections/return_freight.hpp"
#include "sync/office/projections/takings.hpp"
#include "tests/office/sending.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

// On delivery, by a person of S02.
void send_with_runner(FreshOffice& fresh, const OrderPlaced& placed)
{
    OrderRequest from_shop;
    from_shop.source = {"S02"};
    fresh.do_at(1, {placed});
    REQUIRE(step(fresh, OrderStep::accept, from_shop, placed.order));
    REQUIRE(step(fresh, OrderStep::allocate, {}, placed.order));
    fresh.do_at(2, {OrderPacked{placed.order, {"S02"}, {"李雪"}},
                    OrderHandedOver{placed.order, {"S02"}, {"李雪"}, std::string{own_carrier}, "陈师傅"}});
    REQUIRE(order(fresh, placed.order).state == OrderState::shipped);
}

OrderPlaced to_pay_at_the_door()
{
    OrderPlaced placed{coat_ordered()};
    placed.due_on_delivery = placed.total;
    placed.paid = {};
    return placed;
}

OrderBrought back_from_the_door(TripEnd end, Money amount = {}, std::string reason = {})
{
    return {the_order, {"S02"}, {"李雪"}, end, std::move(reason), TenderKind::cash, amount};
}

ShiftOpened shift_opened()
{
    ShiftOpened opened;
    opened.shift = 1;
    opened.staff = {"李雪"};
    opened.business_date = "2026-11-22";
    return opened;
}

SaleCompleted served_by(const char* receipt, const char* staff)
{
    SaleCompleted sale;
    sale.receipt = {receipt};
    sale.store = {"S01"};
    sale.staff = {staff};
    sale.member = {"M1"};
    sale.business_date = "2026-11-22";
    return sale;
}

MemberEnrolled joined(const char* size)
{
    MemberEnrolled enrolled;
    enrolled.profile.member = {"M1"};
    enrolled.profile.phone = "13800000001";
    enrolled.profile.name = "林静";
    enrolled.profile.usual_size = size;
    enrolled.store = {"S01"};
    enrolled.staff = {"王芳"};
    return enrolled;
}

} // namespace

TEST_CASE("what the runner took at the door lies in the drawer of the shop, and no carrier owes it")
{
    on_each_engine([](FreshOffice& fresh) {
        const OrderPlaced placed{to_pay_at_the_door()};
        fresh.do_at(2, {shift_opened()});
        send_with_runner(fresh, placed);

        fresh.do_at(2, {back_from_the_door(TripEnd::delivered, placed.total)});

        CHECK(order(fresh).state == OrderState::delivered);
        CHECK(order(fresh).placed.due_on_delivery.is_zero());
        const DayFigures there{day_figures(*fresh.connection, {"S02"}, "2026-11-22")};
        CHECK(there.carrier_cash_minor == 0);
        std::int64_t cash{0};
        for (const auto& [tender, amount] : there.tenders) cash += tender == "cash" ? amount : 0;
        CHECK(cash == placed.total.minor());
        CHECK(count_set_apart(*fresh.connection) == 0);
        check_books(fresh);
    });
}

TEST_CASE("an empty door is tried again, and what is refused there lies in the shop that sent it")
{
    on_each_engine([](FreshOffice& fresh) {
        send_with_runner(fresh, coat_ordered());

        fresh.do_at(2, {back_from_the_door(TripEnd::not_there, {}, "家里没人")});
        CHECK(order(fresh).state == OrderState::delivery_failed);
        fresh.do_at(2, {back_from_the_door(TripEnd::refused, {}, "不要了")});

        CHECK(order(fresh).state == OrderState::returned);
        CHECK(on_hand_milli(*fresh.connection, {"S02"}, coat) == 1'000);
        check_books(fresh);
    });
}

TEST_CASE("money taken at the door for an order that was not on its way has a name")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {to_pay_at_the_door()});

        fresh.do_at(2, {back_from_the_door(TripEnd::delivered, Money::from_minor(39'900))});

        CHECK(order(fresh).state == OrderState::captured);
        const auto apart = latest_set_apart(*fresh.connection, {}, 5);
        REQUIRE(apart.size() == 1);
        CHECK(apart.front().why.code == "order.brought_anyway");
    });
}

TEST_CASE("the first trip to a customer is said to the shop that goes, and no later one")
{
    on_each_engine([](FreshOffice& fresh) {
        send_with_runner(fresh, coat_ordered(1));
        fresh.do_at(2, {back_from_the_door(TripEnd::delivered)});
        fresh.say(StockMoved{StockReason::counted, 0, 0, {{{"S02"}, coat, Quantity::pieces(1)}}});
        send_with_runner(fresh, coat_ordered(2));

        const auto asked = fresh.news_of<OrderAllocated>();
        REQUIRE(asked.size() == 2);
        CHECK(asked[0].first_trip);
        CHECK_FALSE(asked[1].first_trip);
    });
}

TEST_CASE("what the way back cost stands with the one who bears it, of parcels and of goods brought to a shop")
{
    on_each_engine([](FreshOffice& fresh) {
        send_with_runner(fresh, coat_ordered());
        OrderRequest refused;
        refused.reason = "发错货";
        refused.freight = Money::from_minor(1'200);
        REQUIRE(step(fresh, OrderStep::come_back, refused));
        SaleCompleted ticket{served_by("S01-1-000001", "王芳")};
        ticket.member = {};
        SaleLine line;
        line.line_kind = LineKind::return_;
        line.returned_receipt = {"S02-2-000009"};
        line.reason = "不想要了";
        line.freight = Money::from_minor(800);
        line.freight_by = FreightPayer::customer;
        ticket.lines = {line};
        fresh.do_at(1, {ticket});

        const auto rows = return_freight(*fresh.connection, {}, 10);

        REQUIRE(rows.size() == 2);
        CHECK(rows[0].subject == the_order.text);
        CHECK(rows[0].payer == FreightPayer::firm);
        CHECK(rows[0].amount_minor == 1'200);
        CHECK(rows[1].payer == FreightPayer::customer);
        CHECK(return_freight(*fresh.connection, {"S01"}, 10).size() == 1);
        check_books(fresh);
    });
}

TEST_CASE("no file writes over what a member said at a counter, and it says so")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {joined("165"), MemberCorrected{{"M1"}, ProfilePart::payday, "10", {"S01"}, {"王芳"}}});

        const auto done = import_members(*fresh.office, "phone,name,birthday\n13800000001,林小静,1990-05-01\n",
                                         Encoding::utf8);

        REQUIRE(done.has_value());
        CHECK(done->summary.find("1 parts stay") != std::string::npos);
        const auto profile = find_member(*fresh.connection, "13800000001");
        REQUIRE(profile.has_value());
        CHECK(profile->name == "林静");
        CHECK(profile->birthday == "1990-05-01"); // Nobody had said it.
        CHECK(profile->payday == "10");
        CHECK(said_face_to_face(*fresh.connection, {"M1"}).count(ProfilePart::birthday) == 0);
        check_books(fresh);
    });
}

TEST_CASE("a member's own adviser is the one who served her most, with the share of her visits")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {joined("165"), served_by("S01-1-000001", "王芳"), served_by("S01-1-000002", "李雪"),
                        served_by("S01-1-000003", "王芳")});

        const HomeAdviser home{home_adviser_of(*fresh.connection, {"M1"})};

        CHECK(home.staff == StaffName{"王芳"});
        CHECK(home.served == 2);
        CHECK(home.visits == 3);
        CHECK(home.share_permille() == 667);
    });
}
