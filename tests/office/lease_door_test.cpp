#include "tests/office/signing_till.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

TEST_CASE("a till that is armed asks for points and is given the event that grants them")
{
    on_each_engine([](FreshOffice& fresh) {
        Door door{fresh};
        SigningTill till{1};
        till.number = Json::parse(door.enrol(door.code(), till).body)["till"].get<TillNumber>();
        fresh.say(PointsPosted{{"M1"}, 100, "2027-12-31", PointsReason::imported, "", office_origin, 0, {}});
        const std::string start{fresh.line(till.number, 1, TillStarted{"aa", "test"})};
        REQUIRE(door.send(till.sign("POST", "/v1/events", start + "\n")).status == 200);
        const auto ask = [&](int number, int amount) {
            const Json body{{"epoch", 1},  {"generation", ""}, {"ask", number}, {"account", "M1"},
                            {"unit", "points"}, {"amount", amount}, {"exact", 1}};
            return door.send(till.sign("POST", "/v1/leases", body.dump()));
        };

        const Response granted{ask(1, 60)};
        CHECK(granted.status == 200);
        const auto event = decode(granted.body);
        REQUIRE(event);
        CHECK(std::get<LeaseGranted>(event->body).lots.front().amount == 60);
        CHECK(ask(1, 60).body == granted.body);

        const Response refused{ask(2, 60)};
        CHECK(refused.status == 409);
        CHECK(Json::parse(refused.body)["code"] == "lease.not_enough");
        CHECK(door.send(till.sign("POST", "/v1/leases", "{\"epoch\":\"one\"}")).status == 400);
        CHECK(door.send(till.sign("GET", "/v1/leases")).status == 405);
    });
}
