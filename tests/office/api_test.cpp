#include "sync/office/api.hpp"

#include "sync/journal/deflate.hpp"
#include "sync/office/feed.hpp"
#include "sync/office/projections/orders.hpp"
#include "tests/office/signing_till.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

TEST_CASE("a code enrols one till, and the same till again gets the same answer")
{
    on_each_engine([](FreshOffice& fresh) {
        Door door{fresh};
        const SigningTill till{1};
        const std::string code{door.code()};

        const Response first{door.enrol(code, till)};
        const Response again{door.enrol(code, till)};
        const Response other{door.enrol(code, SigningTill{2})};
        const Response wrong{door.enrol("AAAAAAAA", till)};

        CHECK(first.status == 200);
        CHECK(Json::parse(first.body)["till"] == 3); // 1 and 2 are furniture.
        CHECK(Json::parse(first.body)["store"] == "S01");
        CHECK(Json::parse(first.body)["office"].get<std::string>().size() == 16);
        CHECK(again.body == first.body);
        CHECK(other.status == 409);
        CHECK(Json::parse(other.body)["code"] == "enrol.code_used");
        CHECK(wrong.status == 403);
    });
}

TEST_CASE("a code is good for a day")
{
    on_each_engine([](FreshOffice& fresh) {
        Door door{fresh};
        const std::string code{door.code()};
        fresh.clock.at_ms += enrol_code_valid_ms + 1;

        CHECK(door.enrol(code, SigningTill{1}).status == 403);
    });
}

TEST_CASE("events are taken from the till that signed them and from nobody else")
{
    on_each_engine([](FreshOffice& fresh) {
        Door door{fresh};
        SigningTill till{1};
        till.number = Json::parse(door.enrol(door.code(), till).body)["till"];
        const std::string body{fresh.line(till.number, 1, coat_sold())};

        Request tampered{till.sign("POST", "/v1/events", body)};
        tampered.body += " ";
        SigningTill impostor{2};
        impostor.number = till.number;

        CHECK(door.send(tampered).status == 401);
        CHECK(door.send(impostor.sign("POST", "/v1/events", body)).status == 401);
        CHECK(door.send({"POST", "/v1/events", {}, body, false}).status == 401);
        const Response taken{door.send(till.sign("POST", "/v1/events", body))};
        CHECK(taken.status == 200);
        CHECK(Json::parse(taken.body)["cursor"] == 1);
    });
}

TEST_CASE("a fork answers 409 and the till is sent away from then on")
{
    on_each_engine([](FreshOffice& fresh) {
        Door door{fresh};
        SigningTill till{1};
        till.number = Json::parse(door.enrol(door.code(), till).body)["till"];
        door.send(till.sign("POST", "/v1/events", fresh.line(till.number, 1, coat_sold(1))));

        const Response fork{door.send(till.sign("POST", "/v1/events", fresh.line(till.number, 1, coat_sold(2))))};
        const Response after{door.send(till.sign("GET", "/v1/feed?after=0"))};

        CHECK(fork.status == 409);
        CHECK(Json::parse(fork.body)["code"] == "journal.fork");
        CHECK(after.status == 403);
        CHECK(Json::parse(after.body)["code"] == "till.set_aside");
    });
}

TEST_CASE("a till whose news is not this office's history is told so, whether it knows more or something else")
{
    on_each_engine([](FreshOffice& fresh) {
        Door door{fresh};
        SigningTill till{1};
        till.number = Json::parse(door.enrol(door.code(), till).body)["till"];
        const ChainHead head{fresh.office->books().journal().head(0)};
        const auto ask = [&](std::int64_t after, const std::string& chain) {
            return door.send(till.sign("GET", "/v1/feed?after=" + std::to_string(after) + "&chain=" + chain));
        };

        CHECK(ask(head.number, head.chain).status == 200);
        CHECK(ask(0, chain_of_nothing()).status == 200);
        for (const Response& other : {ask(head.number + 5, head.chain), ask(head.number - 1, head.chain)}) {
            CHECK(other.status == 409);
            CHECK(Json::parse(other.body)["code"] == "feed.other_history");
            CHECK(other.headers.back() == std::pair<std::string, std::string>{"Guitai-Cursor", "0"});
        }
    });
}

TEST_CASE("a till put back to an older copy gets its own events back, each between the news where it came")
{
    on_each_engine([](FreshOffice& fresh) {
        Door door{fresh};
        SigningTill till{1};
        till.number = Json::parse(door.enrol(door.code(), till).body)["till"];
        const Journal& journal{fresh.office->books().journal()};
        fresh.do_at(till.number, {coat_sold(1)});
        const ChainHead own{journal.head(till.number)};
        const ChainHead news{journal.head(0)};
        fresh.do_at(till.number, {coat_sold(2)});
        fresh.do_at(till.number, {coat_sold(3)});
        const auto ask = [&](std::int64_t number, const std::string& chain) {
            return door.send(till.sign("GET", "/v1/feed?after=" + std::to_string(news.number) + "&chain=" + news.chain +
                                                  "&own=" + std::to_string(number) + "&own_chain=" + chain));
        };
        std::string arrived;
        for (const JournalLine& line : journal.after_both({0, news.number}, {till.number, 1}, 100)) {
            arrived += line.text + "\n";
        }

        CHECK(ask(1, own.chain).body == arrived);
        CHECK(std::count(arrived.begin(), arrived.end(), '\n') == 4); // Two sales, two moves of stock.
        CHECK(ask(3, journal.head(till.number).chain).body == read_feed(*fresh.connection, news.number).lines);
        CHECK(ask(1, "another").status == 409);
        CHECK(ask(7, "ahead of the office").status == 200);
    });
}

TEST_CASE("a long body comes and goes deflated, and is signed as it was before")
{
    on_each_engine([](FreshOffice& fresh) {
        Door door{fresh};
        SigningTill till{1};
        till.number = Json::parse(door.enrol(door.code(), till).body)["till"];
        std::string lines;
        for (std::int64_t count{1}; count <= 20; ++count) {
            lines += fresh.line(till.number, count, coat_sold(count)) + "\n";
        }
        Request batch{till.sign("POST", "/v1/events", lines)};
        batch.headers["content-encoding"] = "deflate";
        Request cut{batch};
        batch.body = deflated(lines);
        cut.body = batch.body.substr(0, batch.body.size() / 2);
        Request gzip{batch};
        gzip.headers["content-encoding"] = "gzip";
        Request feed{till.sign("GET", "/v1/feed?after=0")};
        feed.headers["accept-encoding"] = "gzip, deflate";

        CHECK(door.send(cut).status == 400);
        CHECK(door.send(gzip).status == 415);
        CHECK(Json::parse(door.send(batch).body)["cursor"] == 20);
        const Response news{door.send(feed)};
        CHECK(news.headers.back() == std::pair<std::string, std::string>{"Content-Encoding", "deflate"});
        CHECK(inflated(news.body, 1'000'000) == read_feed(*fresh.connection, 0).lines);
    });
}

TEST_CASE("the feed gives what the office wrote after a number, and says where its head is")
{
    on_each_engine([](FreshOffice& fresh) {
        Door door{fresh};
        SigningTill till{1};
        till.number = Json::parse(door.enrol(door.code(), till).body)["till"];
        const std::int64_t head{fresh.office->books().journal().head(0).number};

        const Response all{door.send(till.sign("GET", "/v1/feed?after=0"))};
        const Response last{door.send(till.sign("GET", "/v1/feed?after=" + std::to_string(head - 1)))};
        const Response none{door.send(till.sign("GET", "/v1/feed?after=" + std::to_string(head) + "&wait=99999"))};

        CHECK(std::count(all.body.begin(), all.body.end(), '\n') == head);
        CHECK(std::count(last.body.begin(), last.body.end(), '\n') == 1);
        CHECK(none.body.empty());
        CHECK(none.wait_ms == 30'000);
        CHECK(none.headers.at(1) == std::pair<std::string, std::string>{"Guitai-Cursor", "0"});
        CHECK(none.headers.front() == std::pair<std::string, std::string>{"Guitai-Head", std::to_string(head)});
    });
}

TEST_CASE("an order is accepted, shipped and delivered over the machine interface")
{
    on_each_engine([](FreshOffice& fresh) {
        Door door{fresh};
        fresh.do_at(1, {coat_ordered()});
        const std::string order{"/v1/orders/S01-1-D00001"};

        CHECK(Json::parse(door.ask("GET", "/v1/orders?state=captured").body)["orders"].size() == 1);
        CHECK(door.ask("POST", order + "/accept").status == 200);
        CHECK(door.ask("POST", order + "/ship").status == 400);
        CHECK(door.ask("POST", order + "/ship", Role::office, R"({"carrier":"SF","tracking":"1"})").status == 200);
        CHECK(door.ask("POST", order + "/ship", Role::office, R"({"carrier":"SF","tracking":"1"})").status == 409);
        CHECK(door.ask("POST", order + "/deliver").status == 200);

        const Json json = Json::parse(door.ask("GET", order).body);
        CHECK(json["state"] == "delivered");
        CHECK(json["history"].size() == 4);
        CHECK(json["history"][1]["by"] == "test (office)");
        CHECK(json["total_minor"] == 39'900);
    });
}

TEST_CASE("a token may do only what its role allows")
{
    on_each_engine([](FreshOffice& fresh) {
        Door door{fresh};
        fresh.do_at(1, {coat_ordered()});

        CHECK(door.send({"GET", "/v1/orders", {}, {}, false}).status == 401);
        CHECK(door.send({"GET", "/v1/orders", {{"authorization", "Bearer guess"}}, {}, false}).status == 401);
        CHECK(door.ask("GET", "/v1/orders", Role::executive).status == 200);
        CHECK(door.ask("POST", "/v1/orders/S01-1-D00001/accept", Role::executive).status == 403);
        CHECK(door.ask("GET", "/v1/members/13800000001", Role::executive).status == 403);
        CHECK(find_order(*fresh.connection, {"S01-1-D00001"})->state == OrderState::captured);
    });
}

TEST_CASE("what is not there, or asked for wrongly, is said so")
{
    on_each_engine([](FreshOffice& fresh) {
        Door door{fresh};

        CHECK(door.ask("POST", "/v1/nothing").status == 404);
        CHECK(door.ask("POST", "/v1/leases").status == 401);
        CHECK(door.ask("GET", "/v1/orders?state=lost").status == 400);
        CHECK(door.ask("GET", "/v1/orders/none").status == 404);
        CHECK(door.ask("POST", "/v1/orders/none/accept").status == 404);
        CHECK(door.ask("DELETE", "/v1/orders").status == 405);
        CHECK(door.ask("GET", "/v1/stores/S01/days/today").status == 400);
        CHECK(door.ask("GET", "/v1/stores/S99/days/2026-11-22").status == 404);
        CHECK(door.ask("GET", "/v1/members/%zz").status == 400);
        CHECK(door.send({"POST", "/v1/enrol", {}, R"({"code":{"a":1}})", false}).status == 400);
        CHECK(door.send({"POST", "/v1/enrol", {}, std::string(50'000, '['), false}).status == 400);
    });
}

TEST_CASE("health tells the engine, the events and how far each till has come")
{
    on_each_engine([](FreshOffice& fresh) {
        Door door{fresh};
        fresh.do_at(1, {coat_sold()});
        fresh.clock.at_ms += 5'000;

        const Json health = Json::parse(door.send({"GET", "/v1/health", {}, {}, false}).body);

        CHECK(health["ok"] == true);
        CHECK(health["tills"][0]["till"] == 1);
        CHECK(health["tills"][0]["cursor"] == 1);
        CHECK(health["tills"][0]["age_ms"] == 5'000);
        CHECK(health["tills"][1]["age_ms"].is_null());
        CHECK(health["events"].get<std::int64_t>() == health["head"].get<std::int64_t>() + 1);
    });
}

TEST_CASE("a member is found by phone, with points and orders")
{
    on_each_engine([](FreshOffice& fresh) {
        Door door{fresh};
        fresh.do_at(
            1, {enrolled({"M1-000001"}, "13800000001"), coat_sold(1, {"M1-000001"}), coat_ordered(1, {"M1-000001"})});

        const Json member = Json::parse(door.ask("GET", "/v1/members/13800000001").body);

        CHECK(member["member"] == "M1-000001");
        CHECK(member["points"] == 399);
        CHECK(member["next_expiry"]["date"] == "2027-12-31");
        CHECK(member["orders"].size() == 1);
        CHECK(door.ask("GET", "/v1/members/12345").status == 404);
    });
}

TEST_CASE("a receipt is given to a till that signs, and to nobody else")
{
    on_each_engine([](FreshOffice& fresh) {
        Door door{fresh};
        SigningTill till{1};
        till.number = Json::parse(door.enrol(door.code(), till).body)["till"];
        const SaleCompleted sold{coat_sold()};
        fresh.do_at(1, {sold});
        const std::string target{"/v1/receipts/" + sold.receipt.text};

        const Response given{door.send(till.sign("GET", target))};
        const Response unknown{door.send(till.sign("GET", "/v1/receipts/S09-1-000001"))};

        REQUIRE(given.status == 200);
        CHECK(Json::parse(given.body)["sale"].get<std::string>().find(sold.receipt.text) != std::string::npos);
        CHECK(unknown.status == 404);
        CHECK(Json::parse(unknown.body)["code"] == "receipt.unknown");
        CHECK(door.send({"GET", target, {}, {}, false}).status == 401);
        CHECK(door.send(SigningTill{2}.sign("GET", target)).status == 401);
        CHECK(door.send(till.sign("POST", target)).status == 405);
    });
}
