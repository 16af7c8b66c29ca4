// The console's pages of stock, market, shops, people, catalogue and audit, and a member's one time line.
#include "sync/journal/verify.hpp"
#include "sync/office/erasure.hpp"
#include "sync/office/projections/item_search.hpp"
#include "sync/office/projections/member_moments.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/projections/stock.hpp"
#include "sync/office/projections/stock_movements.hpp"
#include "sync/office/schema/schema.hpp"
#include "sync/office/staffing.hpp"
#include "sync/office/together.hpp"
#include "tests/office/console_visitor.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

struct Person {
    Person(FreshOffice& fresh, const std::string& name, Role role, const std::string& store = "S01") : visitor{fresh}
    {
        REQUIRE(add_staff(*fresh.office, {{name}, {store}, role, "1357"}).has_value());
        REQUIRE(visitor.sign_in(name, "1357").status == 303);
        token = "form_token=" + token_in(visitor.get("/console/promotions").body);
    }
    std::string page(const std::string& place) { return visitor.get(place).body; }
    std::string send(const std::string& place, const std::string& form)
    {
        return header_of(visitor.post(place, token + form), "Location");
    }

    Visitor visitor;
    std::string token;
};

bool rebuilds(FreshOffice& fresh)
{
    const MakeSchema make_schema{[](database::Connection& empty) { REQUIRE(migrate_books(empty).has_value()); }};
    return verify(*fresh.connection, make_schema, make_projections).ok;
}

MissRecorded missed(std::int64_t number, const std::string& size, const std::string& store = "S01")
{
    MissRecorded miss;
    miss.miss = number;
    miss.store = {store};
    miss.staff = {"王芳"};
    miss.business_date = "2026-11-22";
    miss.style = {"COAT"};
    miss.colour = "黑";
    miss.size = size;
    return miss;
}

std::size_t times_in(const std::string& text, std::string_view part)
{
    std::size_t times{0};
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
    return times;
}

} // namespace

TEST_CASE("a level is the sum of its movements, and each names its cause")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {coat_sold()});
        Person office{fresh, "赵总", Role::office};
        std::int64_t sum_milli{0};
        for (const Movement& each : movements_of(*fresh.connection, {"COAT-M"}, {"S01"}, 50)) {
            sum_milli += each.change_milli;
        }
        CHECK(sum_milli == on_hand_milli(*fresh.connection, {"S01"}, {"COAT-M"}));
        CHECK(sum_milli == -1'000);

        const std::string page{office.page("/console/stock/COAT-M?lang=en")};
        CHECK(holds(page, "/console/sales/" + coat_sold().receipt.text));
        CHECK(holds(page, "Counted"));
        CHECK(holds(page, "+3"));
        CHECK(office.visitor.get("/console/stock/NOTHING").status == 404);
        CHECK(rebuilds(fresh));
    });
}

TEST_CASE("stock is found by style and name, by place, and an owner sees the own place only")
{
    on_each_engine([](FreshOffice& fresh) {
        Person office{fresh, "赵总", Role::office};
        Person owner{fresh, "老板", Role::owner};

        CHECK(holds(office.page("/console/stock?q=" + escaped("羽绒 M")), "COAT-M"));
        CHECK(holds(office.page("/console/stock?place=W01"), "COAT-M"));
        CHECK_FALSE(holds(office.page("/console/stock?place=S01"), "COAT-M"));
        CHECK_FALSE(holds(office.page("/console/stock?q=COAT-L"), "/console/stock/COAT-L")); // None anywhere.
        CHECK_FALSE(holds(owner.page("/console/stock?place=W01"), "COAT-M"));
        CHECK_FALSE(holds(owner.page("/console/stock/COAT-M"), "W01"));
        CHECK(count_stocked(*fresh.connection, "", {}) == 1);
    });
}

TEST_CASE("reserved pieces are not free")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {coat_ordered(1)});
        fresh.say(OrderAccepted{{"S01-1-D00001"}, {"W01"}, "2026-11-25"});
        Person office{fresh, "赵总", Role::office};
        const std::string page{office.page("/console/stock?place=W01")};

        CHECK(holds(page, "<td class=\"number\">3</td><td class=\"number\">1</td><td class=\"number\">2</td>"));
    });
}

TEST_CASE("the grid of a style is painted by what was asked for, sizes that were never made too")
{
    on_each_engine([](FreshOffice& fresh) {
        MissRecorded saved{missed(4, "3XL")};
        saved.chosen = MissChoice::other_cell;
        fresh.do_at(1, {missed(1, "M"), missed(2, "3XL"), missed(3, "3XL"), saved});
        Person office{fresh, "赵总", Role::office};
        const std::string page{office.page("/console/market/COAT?lang=en")};

        CHECK(holds(page, "<th>L</th><th>M</th><th>3XL</th>"));
        CHECK(holds(page, "<td class=\"heat-5\"><strong>3</strong><small>"));
        CHECK(holds(page, "<td class=\"heat-2\"><strong>1</strong>"));
        CHECK(holds(page, "<td class=\"heat-0\"><strong>·</strong></td>"));
        CHECK(holds(office.page("/console/market"), "/console/market/COAT?days=30"));
        CHECK(holds(office.page("/console/market/COAT?days=7"), "days=30\" class=\"here\""));
    });
}

TEST_CASE("an owner's market counts the own shop's misses only")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {missed(1, "M")});
        fresh.do_at(2, {missed(1, "M", "S02"), missed(2, "M", "S02")});
        Person owner{fresh, "老板", Role::owner};
        Person office{fresh, "赵总", Role::office};

        CHECK(holds(owner.page("/console/market/COAT"), "<strong>1</strong>"));
        CHECK(holds(office.page("/console/market/COAT"), "<strong>3</strong>"));
    });
}

TEST_CASE("a shop shows its tills, its waiting orders and what was set apart, each a link")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {coat_ordered(1), OrderArrived{{"S09-9-D00001"}, {"王芳"}}});
        Person office{fresh, "赵总", Role::office};
        Person owner{fresh, "老板", Role::owner};
        fresh.clock.at_ms += 2 * 3'600'000;
        const std::string list{office.page("/console/shops?lang=en")};
        const std::string shop{office.page("/console/shops/S01?lang=en")};

        CHECK(holds(list, "href=\"/console/orders?shop=S01\">1</a>"));
        CHECK(holds(list, "href=\"/console/orders?shop=S01&amp;overdue=1\">1</a>"));
        CHECK(holds(list, "/console/shops/S01#apart"));
        CHECK(holds(shop, "S09-9-D00001"));
        CHECK(owner.visitor.get("/console/shops/S02").status == 404);
        CHECK_FALSE(holds(owner.page("/console/shops"), "/console/shops/S02"));
    });
}

TEST_CASE("the office hires, changes a PIN and lets go; tills are told each time")
{
    on_each_engine([](FreshOffice& fresh) {
        Person office{fresh, "赵总", Role::office};
        const std::string person{"&name=" + escaped("李雪") + "&shop=S02"};

        CHECK(holds(office.send("/console/people/add", person + "&role=adviser&pin=2468"), "done=add"));
        CHECK(holds(office.send("/console/people/add", person + "&role=clerk&pin=2468"), "problem=staff.known"));
        CHECK(holds(office.send("/console/people/add", "&name=x&shop=S02&role=clerk&pin=12"), "staff.bad_pin"));
        CHECK(holds(office.send("/console/people/add", "&name=x&shop=S99&role=clerk&pin=1234"), "store.unknown"));
        CHECK(holds(office.send("/console/people/pin", person + "&pin=8642"), "done=pin"));
        CHECK(holds(office.send("/console/people/retire", person), "done=retire"));
        const auto told = fresh.news_of<StaffSet>();
        CHECK_FALSE(told.back().active);
        CHECK(told.back().role == Role::adviser);
        CHECK(holds(office.send("/console/people/restore", person + "&pin=1111"), "done=restore"));
        CHECK(fresh.news_of<StaffSet>().back().active);
        CHECK(holds(office.page("/console/people"), "李雪"));
        CHECK(holds(office.page("/console/audit?kind=staff_set"), "赵总"));
        CHECK(rebuilds(fresh));
    });
}

TEST_CASE("whoever got another PIN or was let go is signed out")
{
    on_each_engine([](FreshOffice& fresh) {
        Person office{fresh, "赵总", Role::office};
        Person owner{fresh, "老板", Role::owner};
        const std::string person{"&name=" + escaped("老板") + "&shop=S01"};

        office.send("/console/people/pin", person + "&pin=9999");
        CHECK(holds(owner.page("/console/orders"), "name=\"pin\""));
        CHECK(owner.visitor.sign_in("老板", "1357").status == 403);
        CHECK(owner.visitor.sign_in("老板", "9999").status == 303);
        office.send("/console/people/retire", person);
        CHECK(holds(owner.page("/console/orders"), "name=\"pin\""));
    });
}

TEST_CASE("nobody gives more than she has: an owner her own clerks, the office no executives")
{
    on_each_engine([](FreshOffice& fresh) {
        Person owner{fresh, "老板", Role::owner};
        Person office{fresh, "赵总", Role::office};
        REQUIRE(add_staff(*fresh.office, {{"王芳"}, {"S02"}, Role::clerk, "1357"}).has_value());
        const std::string pin{"&pin=1234&name="};

        CHECK(holds(owner.send("/console/people/add", pin + "a&shop=S01&role=clerk"), "done=add"));
        CHECK(holds(owner.send("/console/people/add", pin + "b&shop=S02&role=clerk"), "staff.not_yours"));
        CHECK(holds(owner.send("/console/people/add", pin + "b&shop=S01&role=owner"), "staff.not_yours"));
        CHECK(holds(owner.send("/console/people/add", pin + "b&shop=&role=office"), "staff.not_yours"));
        CHECK(holds(owner.send("/console/people/retire", "&name=" + escaped("王芳") + "&shop=S02"), "staff.not_yours"));
        CHECK(holds(office.send("/console/people/add", pin + "c&shop=&role=executive"), "staff.not_yours"));
        CHECK(holds(office.send("/console/people/add", pin + "c&shop=&role=privacy"), "staff.not_yours"));
        CHECK(holds(office.send("/console/people/retire", "&name=" + escaped("赵总") + "&shop=S01"), "staff.yourself"));
        // Of her own shop, the other one included who is not hers to change; of no other shop.
        CHECK(holds(owner.page("/console/people"), "赵总"));
        CHECK_FALSE(holds(owner.page("/console/people"), "王芳"));
        CHECK(owner.visitor.get("/console/audit").status == 403);
    });
}

TEST_CASE("the audit is searched by person, kind and day")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {coat_ordered(1), coat_ordered(2)});
        Person office{fresh, "赵总", Role::office};
        CHECK(holds(office.send("/console/orders/S01-1-D00001/accept", ""), "done=accept"));
        fresh.clock.at_ms += 24 * 3'600'000;
        office.visitor.sign_in("赵总", "1357"); // A session ends before its day does.
        office.token = "form_token=" + token_in(office.page("/console/promotions"));
        CHECK(holds(office.send("/console/orders/S01-1-D00002/decline", "&reason=x"), "done=decline"));

        const std::string accepted{office.page("/console/audit?kind=order_accepted")};
        CHECK(holds(accepted, "/console/orders/S01-1-D00001"));
        CHECK_FALSE(holds(accepted, "/console/orders/S01-1-D00002"));
        CHECK(holds(office.page("/console/audit?actor=" + escaped("赵总")), "/console/orders/S01-1-D00002"));
        CHECK_FALSE(holds(office.page("/console/audit?actor=nobody"), "/console/orders/S01-1-D00002"));
        const std::string day{office.page("/console/audit?day=2026-11-23")};
        CHECK(holds(day, "/console/orders/S01-1-D00002"));
        CHECK_FALSE(holds(day, "/console/orders/S01-1-D00001"));
    });
}

TEST_CASE("a catalogue file is looked at before it is in force, and a wrong row refuses all of it")
{
    on_each_engine([](FreshOffice& fresh) {
        Person office{fresh, "赵总", Role::office};
        const std::string head{"Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Barcode\n"};
        const std::string file{head + "coat,长款羽绒服,Size,M,COAT-M,359.00,\nhat,帽子,Size,F,HAT-F,59.00,\n"};
        const auto ask = [&](const std::string& step, const std::string& text) {
            return office.visitor.post("/console/catalogue/" + step, office.token + "&draft=" + escaped(text));
        };

        const Response preview{ask("preview", file)};
        CHECK(preview.status == 200);
        CHECK(holds(preview.body, "¥399.00</s> ¥359.00"));
        CHECK(holds(preview.body, "HAT-F"));
        CHECK(find_item(*fresh.connection, {"COAT-M"})->price == Money::from_minor(39'900));
        const Response wrong{ask("import", file + "sock,袜子,Size,F,SOCK-F,cheap,\n")};
        CHECK(wrong.status == 422);
        CHECK(holds(wrong.body, "没有改动"));
        CHECK_FALSE(find_item(*fresh.connection, {"HAT-F"}).has_value());
        CHECK(header_of(ask("import", file), "Location") == "/console/catalogue?done=catalogue");
        CHECK(find_item(*fresh.connection, {"COAT-M"})->price == Money::from_minor(35'900));
        CHECK(holds(office.page("/console/catalogue?q=hat-f"), "帽子"));
        CHECK(holds(office.page("/console/audit?kind=items_listed"), "赵总"));
    });
}

TEST_CASE("an owner reads the catalogue and brings nothing in")
{
    on_each_engine([](FreshOffice& fresh) {
        Person owner{fresh, "老板", Role::owner};
        const std::string page{owner.page("/console/catalogue/COAT")};

        CHECK(holds(page, "¥399.00"));
        CHECK_FALSE(holds(owner.page("/console/catalogue"), "name=\"draft\""));
        CHECK(owner.visitor.post("/console/catalogue/import", owner.token + "&draft=x").status == 403);
        CHECK(owner.visitor.get("/console/catalogue/NOTHING").status == 404);
    });
}

TEST_CASE("a member's time line has every event of hers once, whoever wrote it, and is chosen from by kind")
{
    on_each_engine([](FreshOffice& fresh) {
        const MemberId her{"M000042"};
        fresh.do_at(1, {enrolled(her, "13912345678"), coat_sold(1, her), coat_ordered(1, her),
                        MemberNoted{her, {{"N1"}, NoteKind::like, "甜食", "2026-11-22"}, false, {"S01"}, {"王芳"}}});
        fresh.say(OrderAccepted{{"S01-1-D00001"}, {"W01"}, "2026-11-25"});
        Person office{fresh, "赵总", Role::office};
        const std::string all{office.page("/console/service?q=M000042&lang=en")};
        const std::string orders{office.page("/console/service?q=M000042&kind=orders")};

        CHECK(times_in(all, "<strong>Purchase</strong>") == 1);
        CHECK(times_in(all, "<strong>Note taken</strong>") == 1); // Told to other tills, and still one.
        CHECK(times_in(all, "甜食") == 2);                        // In the line, and among her notes.
        CHECK(holds(all, "/console/sales/" + coat_sold(1, her).receipt.text));
        CHECK(holds(all, "<strong>File read</strong>")); // Who looks now stands in it already.
        CHECK(times_in(orders, "class=\"topic-orders\"") == 2);
        CHECK_FALSE(holds(orders, "class=\"topic-purchases\""));
        std::int64_t sum{0};
        for (const auto& [kind, count] : moment_counts(*fresh.connection, her)) sum += count;
        CHECK(static_cast<std::size_t>(sum) == moments_of(*fresh.connection, her, {}, 500).size());
        CHECK(rebuilds(fresh));
    });
}

TEST_CASE("of an erased member no time line is left, and the books can still be worked out again")
{
    on_each_engine([](FreshOffice& fresh) {
        const MemberId her{"M000042"};
        fresh.do_at(1, {enrolled(her, "13912345678"), coat_sold(1, her)});
        {
            database::Transaction open{*fresh.connection};
            REQUIRE(erase_member(*fresh.office, open, her, {{"隐私专员"}, Role::privacy}).has_value());
            open.commit();
        }
        fresh.do_at(1, {coat_sold(2, her)}); // A till that had not heard of it.

        const auto left = moments_of(*fresh.connection, her, {}, 50);
        REQUIRE(left.size() == 1);
        CHECK(left[0].kind == "member_erased");
        CHECK(rebuilds(fresh));
    });
}

TEST_CASE("merged numbers have one time line, and nothing is lost by it")
{
    on_each_engine([](FreshOffice& fresh) {
        const MemberId kept{"M000042"};
        const MemberId merged{"M000043"};
        fresh.do_at(1, {enrolled(kept, "13912345678"), enrolled(merged, "13912345678"), coat_sold(1, kept),
                        coat_sold(2, merged)});
        const auto before = moments_of(*fresh.connection, kept, {}, 500).size() +
                            moments_of(*fresh.connection, merged, {}, 500).size();
        {
            database::Transaction open{*fresh.connection};
            REQUIRE(merge_members(*fresh.office, open, {kept, merged, {"赵总"}}).has_value());
            open.commit();
        }
        const auto after = moments_of(*fresh.connection, kept, {}, 500);

        CHECK(after.size() > before);
        std::size_t merges{0};
        for (const MemberMoment& each : after) merges += each.kind == "members_merged" ? 1 : 0;
        CHECK(merges == 1);
    });
}
