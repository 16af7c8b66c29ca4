#include "sync/office/projections/orders.hpp"
#include "tests/office/console_visitor.hpp"

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

std::set<std::string> keys_in(const std::string& file)
{
    std::ifstream in{assets + "/" + file};
    REQUIRE(in);
    std::set<std::string> keys;
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.front() != '#') keys.insert(line.substr(0, line.find(' ')));
    }
    return keys;
}

} // namespace

TEST_CASE("both languages of the console have the same words")
{
    CHECK(keys_in("words.zh_CN") == keys_in("words.en"));
}

TEST_CASE("every word that a page of the console asks for exists")
{
    const auto keys = keys_in("words.en");
    const std::regex asked{R"(\[\[([^\]]+)\]\])"};
    for (const auto& entry : std::filesystem::directory_iterator{assets}) {
        if (entry.path().extension() != ".html") continue;
        const std::string page{entry.path().filename().string()};
        std::ifstream in{entry.path()};
        const std::string text{std::istreambuf_iterator<char>{in}, {}};
        REQUIRE_FALSE(text.empty());
        for (std::sregex_iterator found{text.begin(), text.end(), asked}, none; found != none; ++found) {
            CAPTURE(page);
            CHECK(keys.count((*found)[1].str()) == 1);
        }
    }
}

TEST_CASE("every state, area, role and reason has a word in the console")
{
    const auto keys = keys_in("words.en");
    const auto check_all = [&keys](const std::string& group, const auto& words) {
        for (const auto& [value, word] : words) {
            CAPTURE(group, word);
            CHECK(keys.count(group + std::string{word}) == 1);
        }
    };
    check_all("state.", Words<OrderState>::all);
    check_all("role.", Words<Role>::all);
    check_all("delivery.", Words<Delivery>::all);
    check_all("miss.", Words<MissReason>::all);
    check_all("chosen.", Words<MissChoice>::all);
    check_all("stock.", Words<StockReason>::all);
    check_all("tender.", Words<TenderKind>::all);
    check_all("line.", Words<LineKind>::all);
    check_all("points.", Words<PointsReason>::all);
    check_all("place.", Words<PlaceKind>::all);
    check_all("part.", Words<ProfilePart>::all);
    for (const Area area : areas) CHECK(keys.count("area." + std::string{word_of(area)}) == 1);
}

TEST_CASE("whatever an event is set apart for has its words in the console")
{
    const auto keys = keys_in("words.en");
    const std::regex code{R"re((?:fault\(|push_back\(\{|\{\{|return \{)"([a-z]+\.[a-z_]+)")re"};
    std::size_t codes{0};
    for (const char* file : {"content.cpp", "news.cpp"}) {
        std::ifstream in{test::source_root() + "/sync/office/" + file};
        const std::string text{std::istreambuf_iterator<char>{in}, {}};
        for (std::sregex_iterator found{text.begin(), text.end(), code}, none; found != none; ++found, ++codes) {
            CAPTURE((*found)[1].str());
            CHECK(keys.count("apart." + (*found)[1].str()) == 1);
        }
    }
    CHECK(codes > 10);
}

TEST_CASE("nobody sees the console without signing in, and a clerk can not")
{
    on_each_engine([](FreshOffice& fresh) {
        hire(fresh, "王芳", Role::clerk);
        Visitor visitor{fresh};

        CHECK(holds(visitor.get("/console/goods").body, "name=\"pin\""));
        CHECK(visitor.sign_in("王芳", "1357").status == 403);
        CHECK(visitor.sign_in("王芳", "0000").status == 403);
        CHECK(visitor.cookie.empty());
    });
}

TEST_CASE("the head office signs in, ships an order and signs out")
{
    on_each_engine([](FreshOffice& fresh) {
        hire(fresh, "赵总", Role::office);
        fresh.do_at(1, {coat_ordered()});
        Visitor visitor{fresh};
        CHECK(visitor.sign_in("赵总", "1357").status == 303);
        const std::string token{"form_token=" + token_in(visitor.get("/console/calls").body)};
        const std::string order{"/console/goods/S01-1-D00001"};

        CHECK(holds(visitor.get("/console/goods").body, "S01-1-D00001"));
        CHECK(holds(header_of(visitor.post(order + "/accept", token), "Location"), "done=accept"));
        CHECK(holds(header_of(visitor.post(order + "/ship", token), "Location"), "problem=order.missing_field"));
        CHECK(
            holds(header_of(visitor.post(order + "/ship", token + "&carrier=SF&tracking=1"), "Location"), "done=ship"));

        CHECK(find_order(*fresh.connection, {"S01-1-D00001"})->state == OrderState::shipped);
        CHECK(history_of(*fresh.connection, {"S01-1-D00001"}).back().actor == "赵总");
        visitor.post("/console/sign-out", token);
        CHECK(holds(visitor.get("/console/goods").body, "name=\"pin\""));
    });
}

TEST_CASE("a form without the token of its session does nothing")
{
    on_each_engine([](FreshOffice& fresh) {
        hire(fresh, "赵总", Role::office);
        fresh.do_at(1, {coat_ordered()});
        Visitor visitor{fresh};
        visitor.sign_in("赵总", "1357");

        CHECK(visitor.post("/console/goods/S01-1-D00001/accept", "form_token=guess").status == 403);

        CHECK(find_order(*fresh.connection, {"S01-1-D00001"})->state == OrderState::captured);
    });
}

TEST_CASE("an owner looks at goods but decides nothing, and sees no members")
{
    on_each_engine([](FreshOffice& fresh) {
        hire(fresh, "老板", Role::owner);
        fresh.do_at(1, {coat_ordered()});
        Visitor visitor{fresh};
        visitor.sign_in("老板", "1357");
        const std::string page{visitor.get("/console/goods").body};

        CHECK(holds(page, "S01-1-D00001"));
        CHECK_FALSE(holds(page, "/accept"));
        CHECK(visitor.post("/console/goods/S01-1-D00001/accept", "form_token=" + token_in(page)).status == 403);
        CHECK(visitor.get("/console/service?q=1").status == 403);
    });
}

TEST_CASE("what was set apart is counted on every page, for an owner that of the own shop")
{
    on_each_engine([](FreshOffice& fresh) {
        hire(fresh, "赵总", Role::office);
        hire(fresh, "老板", Role::owner);
        fresh.do_at(2, {OrderArrived{{"S09-9-D00001"}, {"李强"}}});
        Visitor office{fresh};
        office.sign_in("赵总", "1357");
        Visitor owner{fresh};
        owner.sign_in("老板", "1357");
        const std::string one{">1</span>"};

        CHECK(holds(office.get("/console/goods").body, one));
        CHECK(holds(office.get("/console/sales").body, "S09-9-D00001"));
        CHECK_FALSE(holds(owner.get("/console/goods").body, one));

        fresh.do_at(1, {OrderArrived{{"S09-9-D00002"}, {"王芳"}}});

        CHECK(holds(office.get("/console/goods").body, ">2</span>"));
        CHECK(holds(owner.get("/console/goods").body, one));
        CHECK(holds(owner.get("/console/sales").body, "S09-9-D00002"));
        CHECK_FALSE(holds(owner.get("/console/sales").body, "S09-9-D00001"));
    });
}

TEST_CASE("who guesses PINs waits, even with the right one")
{
    on_each_engine([](FreshOffice& fresh) {
        hire(fresh, "赵总", Role::office);
        Visitor visitor{fresh};
        for (std::int64_t tries{0}; tries < tries_free; ++tries) CHECK(visitor.sign_in("赵总", "0000").status == 403);

        CHECK(visitor.sign_in("赵总", "1357").status == 429);
        fresh.clock.at_ms += wait_first_ms;
        CHECK(visitor.sign_in("赵总", "1357").status == 303);
    });
}

TEST_CASE("a session ends after its time and when its person leaves")
{
    on_each_engine([](FreshOffice& fresh) {
        hire(fresh, "赵总", Role::office);
        Visitor visitor{fresh};
        visitor.sign_in("赵总", "1357");
        CHECK_FALSE(holds(visitor.get("/console/goods").body, "name=\"pin\""));

        fresh.say(StaffSet{{"赵总"}, {"S01"}, Role::office, "", false});
        CHECK(holds(visitor.get("/console/goods").body, "name=\"pin\""));
    });
}

TEST_CASE("what a till wrote can not speak HTML in the console")
{
    on_each_engine([](FreshOffice& fresh) {
        hire(fresh, "赵总", Role::office);
        OrderPlaced order{coat_ordered()};
        order.recipient.name = "<script>alert(1)</script>";
        fresh.do_at(1, {order});
        Visitor visitor{fresh};
        visitor.sign_in("赵总", "1357");

        const std::string page{visitor.get("/console/goods?lang=en").body};

        CHECK_FALSE(holds(page, "<script>"));
        CHECK(holds(page, "&lt;script&gt;"));
        CHECK_FALSE(holds(visitor.get("/console/calls?q=%22%3E%3Cb%3E").body, "<b>"));
    });
}

TEST_CASE("a session that asks faster than hands can is told to wait")
{
    FreshOffice fresh{"sqlite::memory:"};
    furnish(fresh);
    hire(fresh, "赵总", Role::office);
    Visitor visitor{fresh};
    visitor.sign_in("赵总", "1357");
    int status{200};
    for (std::int64_t each{0}; each <= Pace::requests_max && status == 200; ++each) {
        status = visitor.get("/console/promotions").status;
    }

    CHECK(status == 429);
    fresh.clock.at_ms += Pace::ms_per_request;
    CHECK(visitor.get("/console/promotions").status == 200);
    CHECK(visitor.get("/console/promotions").status == 429);
}

TEST_CASE("the console runs its own script and no other")
{
    FreshOffice fresh{"sqlite::memory:"};
    furnish(fresh);
    Visitor visitor{fresh};
    const Response page{visitor.get("/console/sign-in")};

    CHECK(holds(header_of(page, "Content-Security-Policy"), "script-src 'self'"));
    CHECK_FALSE(holds(header_of(page, "Content-Security-Policy"), "unsafe-inline"));
    CHECK(visitor.get("/console/assets/console.js").type == "text/javascript; charset=utf-8");
    CHECK(visitor.get("/console/assets/words.en").status == 404);
}
