// What carriers tell, through the door that they come in by.
#include "sync/office/carriers.hpp"

#include "sync/office/api.hpp"
#include "sync/office/fulfilment.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/signed_message.hpp"
#include "tests/office/fresh_office.hpp"

#include <fmt/format.h>

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

const OrderId the_order{make_order_id({"S01"}, 1, 1)};

// An office with one order on its way as SF1, and the carrier that has it.
struct Parcel {
    FreshOffice& fresh;
    WritingAtOnce writing{*fresh.office};
    Api api{writing, fresh.clock, nullptr, nullptr};
    std::string key;

    explicit Parcel(FreshOffice& office, Delivery delivery = Delivery::ship) : fresh{office}
    {
        OrderPlaced placed{coat_ordered()};
        placed.delivery = delivery;
        placed.paid = {};
        placed.due_on_delivery = placed.total;
        fresh.do_at(1, {placed});
        database::Transaction open{*fresh.connection};
        OrderRequest request;
        request.order = the_order;
        REQUIRE(do_step(*fresh.office, open, request));
        request.step = OrderStep::ship;
        request.carrier = "sf";
        request.tracking = "SF1";
        REQUIRE(do_step(*fresh.office, open, request));
        key = *make_carrier(*fresh.office, open, "sf", "standard");
        open.commit();
    }

    Response post(const std::string& body, const std::string& signature, const std::string& carrier = "sf")
    {
        Request request;
        request.method = "POST";
        request.target = "/v1/carriers/" + carrier;
        request.headers["x-guitai-signature"] = signature;
        request.body = body;
        return api.handle(*fresh.connection, request);
    }
    Response say(const std::string& body) { return post(body, signed_by(key, fresh.clock.at_ms, body)); }
    // `minutes` after it was shipped.
    Response tell(const std::string& id, const std::string& event, int minutes, const std::string& more = "")
    {
        return say(fmt::format(R"({{"id":"{}","tracking":"SF1","event":"{}","at_ms":{}{}}})", id, event,
                               fresh.clock.at_ms + minutes * 60'000, more));
    }
    OrderState state() { return find_order(*fresh.connection, the_order)->state; }
};

} // namespace

TEST_CASE("a parcel goes from the carrier's hands to the door as the carrier says")
{
    on_each_engine([](FreshOffice& fresh) {
        Parcel parcel{fresh};

        CHECK(parcel.tell("1", "picked_up", 1).body == R"({"applied":0,"noted":1,"late":0,"repeated":0})");
        CHECK(parcel.tell("2", "out_for_delivery", 2).body == R"({"applied":1,"noted":0,"late":0,"repeated":0})");
        CHECK(parcel.state() == OrderState::out_for_delivery);
        CHECK(parcel.tell("3", "failed", 3, R"(,"reason":"家里没人")").status == 200);
        CHECK(parcel.state() == OrderState::delivery_failed);
        CHECK(parcel.tell("4", "out_for_delivery", 4).status == 200);
        CHECK(parcel.tell("5", "delivered", 5, R"(,"collected_minor":39900)").status == 200);

        CHECK(parcel.state() == OrderState::delivered);
        const OrderRow row{*find_order(*fresh.connection, the_order)};
        CHECK(row.placed.paid == Money::from_minor(39'900));
        CHECK(history_of(*fresh.connection, the_order).back().actor == "sf");
    });
}

TEST_CASE("a message that comes again changes nothing and is answered as well")
{
    on_each_engine([](FreshOffice& fresh) {
        Parcel parcel{fresh};
        REQUIRE(parcel.tell("2", "delivered", 2).status == 200);
        const std::size_t news{fresh.news().size()};

        const Response again{parcel.tell("2", "delivered", 2)};

        CHECK(again.status == 200);
        CHECK(again.body == R"({"applied":0,"noted":0,"late":0,"repeated":1})");
        CHECK(fresh.news().size() == news);
    });
}

TEST_CASE("what is older than what was heard moves nothing back")
{
    on_each_engine([](FreshOffice& fresh) {
        Parcel parcel{fresh};
        REQUIRE(parcel.tell("4", "out_for_delivery", 40).status == 200);

        CHECK(parcel.tell("3", "failed", 30).body == R"({"applied":0,"noted":0,"late":1,"repeated":0})");
        CHECK(parcel.state() == OrderState::out_for_delivery);
        REQUIRE(parcel.tell("5", "delivered", 50).status == 200);
        CHECK(parcel.tell("6", "out_for_delivery", 60).body == R"({"applied":0,"noted":0,"late":1,"repeated":0})");
        CHECK(parcel.state() == OrderState::delivered);
    });
}

TEST_CASE("only the carrier itself is believed, and only now")
{
    on_each_engine([](FreshOffice& fresh) {
        Parcel parcel{fresh};
        const std::string body{fmt::format(R"({{"id":"1","tracking":"SF1","event":"delivered","at_ms":{}}})",
                                           fresh.clock.at_ms)};
        const std::string good{signed_by(parcel.key, fresh.clock.at_ms, body)};

        CHECK(parcel.post(body, "").status == 401);
        CHECK(parcel.post(body, "t=1,v1=" + std::string(64, '0')).status == 401);
        CHECK(parcel.post(body + " ", good).status == 401);
        CHECK(parcel.post(body, signed_by(std::string(64, 'a'), fresh.clock.at_ms, body)).status == 401);
        CHECK(parcel.post(body, good, "yto").status == 404);
        CHECK(parcel.post(body, signed_by(parcel.key, fresh.clock.at_ms - 6 * 60'000, body)).status == 401);
        CHECK(parcel.post(body, signed_by(parcel.key, fresh.clock.at_ms + 6 * 60'000, body)).status == 401);
        CHECK(parcel.state() == OrderState::shipped);

        CHECK(parcel.post(body, good).status == 200);
        CHECK(parcel.state() == OrderState::delivered);
    });
}

TEST_CASE("a carrier's new key ends the one before")
{
    on_each_engine([](FreshOffice& fresh) {
        Parcel parcel{fresh};
        const std::string old{parcel.key};
        database::Transaction open{*fresh.connection};
        parcel.key = *make_carrier(*fresh.office, open, "sf", "standard");
        open.commit();
        const std::string body{fmt::format(R"({{"id":"1","tracking":"SF1","event":"delivered","at_ms":{}}})",
                                           fresh.clock.at_ms)};

        CHECK(parcel.post(body, signed_by(old, fresh.clock.at_ms, body)).status == 401);
        CHECK(parcel.say(body).status == 200);
    });
}

TEST_CASE("a parcel that nobody sent is told again later: of a list with one nothing is taken")
{
    on_each_engine([](FreshOffice& fresh) {
        Parcel parcel{fresh};
        const std::string body{fmt::format(
            R"({{"messages":[{{"id":"1","tracking":"SF1","event":"delivered","at_ms":{0}}},)"
            R"({{"id":"2","tracking":"SF2","event":"delivered","at_ms":{0}}}]}})",
            fresh.clock.at_ms)};

        const Response response{parcel.say(body)};

        CHECK(response.status == 404);
        CHECK(response.body.find("carrier.unknown_parcel") != std::string::npos);
        CHECK(parcel.state() == OrderState::shipped);
        // When it was shipped the same message is taken.
        CHECK(parcel.tell("1", "delivered", 1).status == 200);
    });
}

TEST_CASE("what is no message is refused with its place, whatever is in it")
{
    on_each_engine([](FreshOffice& fresh) {
        Parcel parcel{fresh};
        for (const char* body : {"", "[]", "{", "{\"id\":1}", R"({"id":"1"})",
                                 R"({"id":"1","tracking":"SF1","event":"eaten","at_ms":1})",
                                 R"({"id":"1","tracking":"SF1","event":"delivered","at_ms":-1})",
                                 R"({"id":"1","tracking":"SF1","event":"delivered","at_ms":1,"collected_minor":1.5})",
                                 R"({"id":"1","tracking":"SF1","event":"failed","at_ms":1,"reason":"\u0000"})",
                                 R"({"messages":{"id":"1"}})", R"({"messages":[7]})"}) {
            INFO(body);
            const Response response{parcel.say(body)};
            CHECK(response.status == 400);
            CHECK(response.body.find("carrier.unreadable") != std::string::npos);
        }
        const std::string huge(300'000, ' ');
        CHECK(parcel.say(huge).status == 413);
        CHECK(parcel.state() == OrderState::shipped);
    });
}

TEST_CASE("more than was due is no cash on delivery, and what goes to a shop ends in the shop")
{
    on_each_engine([](FreshOffice& fresh) {
        Parcel parcel{fresh};
        const Response response{parcel.tell("1", "delivered", 1, R"(,"collected_minor":99900)")};
        CHECK(response.status == 400);
        CHECK(response.body.find("carrier.bad_amount") != std::string::npos);
        CHECK(parcel.state() == OrderState::shipped);
    });
    on_each_engine([](FreshOffice& fresh) {
        Parcel parcel{fresh, Delivery::ship_to_shop};
        CHECK(parcel.tell("1", "delivered", 1).body == R"({"applied":0,"noted":1,"late":0,"repeated":0})");
        CHECK(parcel.state() == OrderState::shipped);
        CHECK(parcel.tell("2", "returned", 2).status == 200);
        CHECK(parcel.state() == OrderState::returned);
    });
}
