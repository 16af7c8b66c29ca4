// The order desk of the console: what is found, what comes first, what is done to many at once.
#include "sync/events/time.hpp"
#include "sync/office/order_states.hpp"
#include "sync/office/projections/order_search.hpp"
#include "tests/office/console_visitor.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

constexpr std::int64_t ms_an_hour{3'600'000};

DeskMoment moment(std::int64_t at_ms) { return {at_ms, date_and_minute(at_ms, 480)}; }
std::vector<std::string> found(FreshOffice& fresh, OrderSearch search)
{
    search.at = moment(fresh.clock.at_ms);
    std::vector<std::string> orders;
    for (const DeskOrder& each : search_orders(*fresh.connection, search, 50).orders) {
        orders.push_back(each.row.placed.order.text);
    }
    return orders;
}

std::vector<std::string> found(FreshOffice& fresh, const std::string& text)
{
    OrderSearch search;
    search.text = text;
    return found(fresh, search);
}

// Three coats, the second for somebody else and the third to be collected.
void order_three(FreshOffice& fresh)
{
    OrderPlaced second{coat_ordered(2, {"M000042"})};
    second.recipient = {"李雪", "13900000002", "人民路 8 号"};
    OrderPlaced third{coat_ordered(3)};
    third.delivery = Delivery::ship_to_shop;
    fresh.do_at(1, {coat_ordered(1), second, third});
}

// Signed in for the office, with the token of its forms.
struct Desk {
    explicit Desk(FreshOffice& fresh) : visitor{fresh}
    {
        hire(fresh, "赵总", Role::office);
        visitor.sign_in("赵总", "1357");
        token = "form_token=" + token_in(visitor.get("/console/calls").body);
    }
    // Where a form leads to.
    std::string send(const std::string& place, const std::string& form)
    {
        return header_of(visitor.post(place, token + form), "Location");
    }

    Visitor visitor;
    std::string token;
};

} // namespace

TEST_CASE("an order is found by every number it has, and by words of its names")
{
    on_each_engine([](FreshOffice& fresh) {
        order_three(fresh);
        fresh.do_at(1, {enrolled({"M000042"}, "13912345678")});
        const std::vector<std::string> second{"S01-1-D00002"};

        CHECK(found(fresh, "S01-1-D00002") == second);
        CHECK(found(fresh, coat_ordered(2).receipt.text) == second);
        CHECK(found(fresh, "13900000002") == second);
        CHECK(found(fresh, "M000042") == second);
        CHECK(found(fresh, "13912345678") == second); // Of the member, not of the recipient.
        CHECK(found(fresh, "李雪") == second);
        CHECK(found(fresh, "d00002") == second);
        CHECK(found(fresh, "羽绒 李雪") == second);
        CHECK(found(fresh, "COAT-M").size() == 3);
        CHECK(found(fresh, "李雪 张敏").empty());
        CHECK(found(fresh, "%").empty());
        CHECK(found(fresh, "_").empty());
    });
}

TEST_CASE("a parcel is found by its tracking number")
{
    on_each_engine([](FreshOffice& fresh) {
        order_three(fresh);
        Desk desk{fresh};
        desk.send("/console/orders/S01-1-D00003/accept", "");
        desk.send("/console/orders/S01-1-D00003/ship", "&carrier=SF&tracking=SF778899");

        CHECK(found(fresh, "SF778899") == std::vector<std::string>{"S01-1-D00003"});
        CHECK(found(fresh, "7788") == std::vector<std::string>{"S01-1-D00003"});
    });
}

TEST_CASE("overdue orders come first, then the longest waiting, then what is over")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {coat_ordered(1)});
        const std::int64_t morning{fresh.clock.at_ms};
        fresh.clock.at_ms = morning + ms_an_hour;
        fresh.do_at(1, {coat_ordered(2)});
        fresh.clock.at_ms = morning + ms_an_hour + 1;
        fresh.do_at(1, {coat_ordered(3)});
        fresh.say(OrderAccepted{{"S01-1-D00002"}, {"W01"}, "2026-11-21"}); // Not kept: today is the 22nd.
        fresh.say(OrderDeclined{{"S01-1-D00001"}, "断货"});
        fresh.say(OrderAccepted{{"S01-1-D00003"}, {"W01"}, "2026-11-25"});
        fresh.clock.at_ms = morning + 2 * ms_an_hour;
        fresh.do_at(1, {coat_ordered(4)});

        // 1 waits for its money, 3 and 4 for goods and answer.
        CHECK(found(fresh, OrderSearch{}) ==
              std::vector<std::string>{"S01-1-D00002", "S01-1-D00001", "S01-1-D00003", "S01-1-D00004"});
        OrderSearch overdue;
        overdue.overdue_only = true;
        CHECK(found(fresh, overdue) == std::vector<std::string>{"S01-1-D00002"});

        fresh.clock.at_ms += answer_within_ms;
        CHECK(found(fresh, overdue) == std::vector<std::string>{"S01-1-D00002"});
        fresh.clock.at_ms += 1;
        CHECK(found(fresh, overdue) == std::vector<std::string>{"S01-1-D00002", "S01-1-D00004"});
    });
}

TEST_CASE("an order whose delivery slot was missed is overdue, one whose slot is still open is not")
{
    on_each_engine([](FreshOffice& fresh) {
        OrderPlaced noon{coat_ordered(1)}, evening{coat_ordered(2)};
        noon.slot = "2026-11-22 09:00-12:00"; // The clock stands at ten.
        evening.slot = "2026-11-22 14:00-18:00";
        fresh.do_at(1, {noon, evening});
        fresh.say(OrderAccepted{{"S01-1-D00001"}, {"W01"}, "2026-11-25"});
        fresh.say(OrderAccepted{{"S01-1-D00002"}, {"W01"}, "2026-11-25"});
        OrderSearch overdue;
        overdue.overdue_only = true;
        fresh.clock.at_ms += 2 * ms_an_hour;
        CHECK(found(fresh, overdue).empty()); // It is noon, and the runner may be at the door.
        fresh.clock.at_ms += 60'000;
        overdue.text = "oat-";
        CHECK(found(fresh, overdue) == std::vector<std::string>{"S01-1-D00001"});
        CHECK(count_by_shop(*fresh.connection, moment(fresh.clock.at_ms)).front().count.overdue == 1);
        fresh.say(OrderShipped{{"S01-1-D00001"}, "顺丰", "SF1", 1});
        fresh.say(OrderDelivered{{"S01-1-D00001"}, {}, false});
        CHECK(found(fresh, overdue).empty());
    });
}

TEST_CASE("what a state means at the desk follows from the table of states")
{
    CHECK(waits_for_answer(OrderState::captured));
    CHECK_FALSE(waits_for_answer(OrderState::accepted));
    CHECK(is_promised(OrderState::accepted));
    CHECK(is_promised(OrderState::arrived));
    CHECK_FALSE(is_promised(OrderState::declined));
    CHECK(is_open(OrderState::declined)); // Its money is still to go back.
    CHECK_FALSE(is_open(OrderState::delivered));
    CHECK_FALSE(is_open(OrderState::refunded));
}

TEST_CASE("the counts of the desk add up to what it shows")
{
    on_each_engine([](FreshOffice& fresh) {
        order_three(fresh);
        fresh.say(OrderDeclined{{"S01-1-D00001"}, "断货"});
        OrderSearch search;
        search.at = moment(fresh.clock.at_ms + 2 * ms_an_hour);
        std::int64_t orders{0};
        std::int64_t overdue{0};
        for (const StateCount& count : search_orders(*fresh.connection, search, 50).counts) {
            orders += count.orders;
            overdue += count.overdue;
        }

        CHECK(orders == 3);
        CHECK(overdue == 2);
    });
}

TEST_CASE("parts of words are counted, narrowed and sorted as whole numbers are")
{
    on_each_engine([](FreshOffice& fresh) {
        order_three(fresh);
        fresh.say(OrderAccepted{{"S01-1-D00003"}, {"S02"}, "2026-11-21"}); // Not kept.
        OrderSearch search;
        search.text = "oat-"; // In COAT-M, and no name of any order.
        CHECK(found(fresh, search) == std::vector<std::string>{"S01-1-D00003", "S01-1-D00001", "S01-1-D00002"});
        search.own = {"S02"};
        CHECK(found(fresh, search) == std::vector<std::string>{"S01-1-D00003"});
        search.own = {};
        search.states = {OrderState::captured};
        CHECK(found(fresh, search) == std::vector<std::string>{"S01-1-D00001", "S01-1-D00002"});
        search.delivery = Delivery::ship_to_shop;
        CHECK(found(fresh, search).empty());
        search.at = moment(fresh.clock.at_ms);
        const auto counts = search_orders(*fresh.connection, search, 1).counts;
        REQUIRE(counts.size() == 1);
        CHECK(counts[0].state == OrderState::accepted);
        CHECK(counts[0].overdue == 1);
    });
}

TEST_CASE("an erased member's orders are not found by her name any more")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {enrolled({"M000042"}, "13912345678"), coat_ordered(1, {"M000042"})});
        REQUIRE(found(fresh, "张敏").size() == 1);
        fresh.say(OrderDeclined{{"S01-1-D00001"}, "断货"});
        fresh.say(MemberErased{{"M000042"}, {"隐私专员"}});

        CHECK(found(fresh, "张敏").empty());
        CHECK(found(fresh, "M000042").size() == 1);
    });
}

TEST_CASE("filters stand in the address and lead back after every form")
{
    on_each_engine([](FreshOffice& fresh) {
        order_three(fresh);
        Desk desk{fresh};
        const std::string page{desk.visitor.get("/console/orders?q=COAT&shop=S01&delivery=ship&state=captured").body};

        CHECK(holds(page, "S01-1-D00001"));
        CHECK_FALSE(holds(page, "id=\"S01-1-D00003\"")); // To be collected.
        CHECK(holds(page, "value=\"?q=COAT&amp;shop=S01&amp;delivery=ship&amp;state=captured\""));
        const std::string back{"&back=" + escaped("?q=COAT&shop=S01&delivery=ship&state=captured")};
        const std::string place{desk.send("/console/orders/S01-1-D00001/accept", back)};
        CHECK(place == "/console/orders?q=COAT&shop=S01&delivery=ship&state=captured&order=S01-1-D00001&done=accept");
        CHECK(holds(desk.visitor.get(place + "&lang=en").body, "S01-1-D00001 accepted"));
        // Nobody can be led elsewhere by a made-up form.
        CHECK(desk.send("/console/orders/S01-1-D00002/accept", "&back=" + escaped("https://elsewhere.example/")) ==
              "/console/orders?order=S01-1-D00002&done=accept");
    });
}

TEST_CASE("many are accepted at once, each judged by itself")
{
    on_each_engine([](FreshOffice& fresh) {
        order_three(fresh);
        // Three lie in the warehouse and one in S02: the fifth has none.
        fresh.do_at(1, {coat_ordered(4), coat_ordered(5)});
        Desk desk{fresh};
        std::string chosen;
        for (int each{1}; each <= 5; ++each) chosen += "&order=S01-1-D0000" + std::to_string(each);

        const std::string place{desk.send("/console/orders/bulk/accept", chosen + "&order=S01-1-D09999")};

        CHECK(holds(place, "done=accept&n=4"));
        const std::string page{desk.visitor.get(place + "&lang=en").body};
        CHECK(holds(page, "4 orders accepted"));
        CHECK(holds(page, "S01-1-D00005 No place has enough"));
        CHECK(find_order(*fresh.connection, {"S01-1-D00004"})->state == OrderState::accepted);
        CHECK(find_order(*fresh.connection, {"S01-1-D00005"})->state == OrderState::captured);
        CHECK(history_of(*fresh.connection, {"S01-1-D00004"}).back().actor == "赵总");
        // A second press of the same button does nothing again.
        CHECK(holds(desk.send("/console/orders/bulk/accept", "&order=S01-1-D00001"), "n=0"));
    });
}

TEST_CASE("many are declined with one reason, and never without")
{
    on_each_engine([](FreshOffice& fresh) {
        order_three(fresh);
        Desk desk{fresh};
        const std::string chosen{"&order=S01-1-D00001&order=S01-1-D00002"};

        CHECK(holds(desk.send("/console/orders/bulk/decline", chosen), "problem=desk.reason_missing"));
        CHECK(find_order(*fresh.connection, {"S01-1-D00001"})->state == OrderState::captured);
        CHECK(holds(desk.send("/console/orders/bulk/decline", chosen + "&reason=" + escaped("断货")), "n=2"));
        CHECK(find_order(*fresh.connection, {"S01-1-D00002"})->reason == "断货");
        CHECK(holds(desk.send("/console/orders/bulk/decline", "&reason=x"), "problem=desk.none_chosen"));
        CHECK(desk.visitor.post("/console/orders/bulk/ship", desk.token + chosen).status == 404);
    });
}

TEST_CASE("an owner sees the own shop's orders and those it sends, decides nothing and prints")
{
    on_each_engine([](FreshOffice& fresh) {
        order_three(fresh);
        hire(fresh, "老板", Role::owner);
        REQUIRE(add_staff(*fresh.office, {{"店主"}, {"S02"}, Role::owner, "1357"}).has_value());
        fresh.say(OrderAccepted{{"S01-1-D00002"}, {"S02"}, "2026-11-25"});
        Visitor other{fresh};
        other.sign_in("店主", "1357");
        const std::string page{other.get("/console/orders?state=all").body};
        const std::string token{"form_token=" + token_in(page)};

        CHECK(holds(page, "S01-1-D00002"));
        CHECK_FALSE(holds(page, "S01-1-D00001"));
        CHECK(other.get("/console/orders/S01-1-D00001").status == 404);
        CHECK(other.get("/console/orders/S01-1-D00002").status == 200);
        CHECK(other.get("/console/orders?shop=S01&state=all").body.find("S01-1-D00001") == std::string::npos);
        CHECK(other.post("/console/orders/bulk/accept", token + "&order=S01-1-D00001").status == 403);
        CHECK(other.post("/console/orders/S01-1-D00001/decline", token + "&reason=x").status == 403);
        const std::string pick{other.get("/console/orders/pick?orders=S01-1-D00001,S01-1-D00002").body};
        CHECK(holds(pick, ">S01-1-D00002</a>"));
        CHECK_FALSE(holds(pick, ">S01-1-D00001</a>"));
    });
}

TEST_CASE("the pick list goes by place and SKU, and a slip names no price")
{
    on_each_engine([](FreshOffice& fresh) {
        order_three(fresh);
        Desk desk{fresh};
        desk.send("/console/orders/bulk/accept", "&order=S01-1-D00001&order=S01-1-D00002");
        const std::string place{
            desk.send("/console/orders/bulk/pick", "&order=S01-1-D00001&order=S01-1-D00002&order=S01-1-D00003")};
        CHECK(place == "/console/orders/pick?orders=S01-1-D00001,S01-1-D00002,S01-1-D00003");
        const std::string pick{desk.visitor.get(place).body};

        CHECK(holds(pick, "<h2>W01 <span class=\"quiet\">2 "));
        CHECK(holds(pick, "还没接单"));
        const std::string slips{desk.visitor.get("/console/orders/slips?orders=S01-1-D00001").body};
        CHECK(holds(slips, "中山路1号"));
        CHECK_FALSE(holds(slips, "¥"));
    });
}

TEST_CASE("cash on delivery stands on the slip, for somebody has to take it")
{
    on_each_engine([](FreshOffice& fresh) {
        OrderPlaced order{coat_ordered(1)};
        order.paid = {};
        order.due_on_delivery = order.total;
        fresh.do_at(1, {order});
        Desk desk{fresh};

        CHECK(holds(desk.visitor.get("/console/orders/slips?orders=S01-1-D00001").body, "¥399.00"));
    });
}

TEST_CASE("from an order its member, receipt, goods and shop are one step away")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {enrolled({"M000042"}, "13912345678"), coat_sold(101, {"M000042"})});
        OrderPlaced order{coat_ordered(1, {"M000042"})};
        fresh.do_at(1, {order});
        Desk desk{fresh};
        const std::string page{desk.visitor.get("/console/orders/S01-1-D00001").body};

        for (const char* place : {"/console/service?q=M000042", "/console/sales/", "/console/stock/COAT-M",
                                  "/console/catalogue/COAT", "/console/shops/S01"}) {
            CAPTURE(place);
            CHECK(holds(page, std::string{"href=\""} + place));
        }
        CHECK(holds(page, "王芳"));
        // And back again: the receipt knows its order.
        const std::string receipt{desk.visitor.get("/console/sales/" + order.receipt.text).body};
        CHECK(holds(receipt, "/console/orders/S01-1-D00001"));
        CHECK(holds(receipt, "/console/service?q=M000042"));
    });
}

TEST_CASE("an order's history says which till or person told each step")
{
    on_each_engine([](FreshOffice& fresh) {
        order_three(fresh);
        Desk desk{fresh};
        desk.send("/console/orders/S01-1-D00001/accept", "&source=W01&promise_date=2026-12-01&back=order");
        const std::string page{desk.visitor.get("/console/orders/S01-1-D00001").body};

        CHECK(find_order(*fresh.connection, {"S01-1-D00001"})->promise_date == "2026-12-01");
        CHECK(holds(page, R"(S01 · 1<br><span class="quiet">顾客 → S01</span></td><td>王芳)"));
        CHECK(holds(page, R"(总部<br><span class="quiet">S01 → 总部</span></td><td>赵总)"));
        CHECK(desk.visitor.get("/console/orders/S01-1-D09999").status == 404);
    });
}

TEST_CASE("the desk turns its pages and says how many there are")
{
    on_each_engine([](FreshOffice& fresh) {
        std::vector<EventBody> orders;
        for (std::int64_t each{1}; each <= 51; ++each) orders.emplace_back(coat_ordered(each));
        fresh.do_at(1, std::move(orders));
        Desk desk{fresh};
        const std::string first{desk.visitor.get("/console/orders").body};
        const std::string second{desk.visitor.get("/console/orders?page=2").body};

        CHECK(holds(first, "id=\"S01-1-D00050\""));
        CHECK_FALSE(holds(first, "id=\"S01-1-D00051\""));
        CHECK(holds(first, "href=\"/console/orders?page=2\""));
        CHECK(holds(second, "id=\"S01-1-D00051\""));
        CHECK(holds(second, "2 / 2"));
        CHECK(desk.visitor.get("/console/orders?page=-7").status == 200);
        CHECK(desk.visitor.get("/console/orders?page=999999999999").status == 200);
    });
}

TEST_CASE("the address that the desk had before still leads to it")
{
    on_each_engine([](FreshOffice& fresh) {
        order_three(fresh);
        Desk desk{fresh};

        CHECK(holds(desk.visitor.get("/console/goods?state=captured").body, "S01-1-D00001"));
        CHECK(holds(desk.send("/console/goods/S01-1-D00001/accept", ""), "done=accept"));
    });
}
