// Whoever is told of orders: what, in which order, how often.
#include "sync/office/webhooks.hpp"

#include "sync/office/fulfilment.hpp"
#include "sync/office/projections/orders.hpp"
#include "tests/office/fresh_office.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

template<typename Do>
auto write(FreshOffice& fresh, Do&& work)
{
    database::Transaction open{*fresh.connection};
    auto result = work(open);
    open.commit();
    return result;
}

void accept(FreshOffice& fresh)
{
    write(fresh, [&](const database::Transaction& open) {
        OrderRequest request;
        request.order = make_order_id({"S01"}, 1, 1);
        return do_step(*fresh.office, open, request);
    });
}

void begin_telling(FreshOffice& fresh)
{
    REQUIRE(write(fresh, [&](const auto& open) { return make_webhook(*fresh.office, open, "http://127.0.0.1/x"); }));
}

// Tells it everything that is due, and gives the events in the order in which they were told.
std::vector<std::string> told(FreshOffice& fresh)
{
    std::vector<std::string> events;
    while (const auto call = next_call(*fresh.connection, all_webhooks(*fresh.connection).front(), fresh.clock.at_ms)) {
        const auto at = call->body.find("\"event\":\"");
        if (at != std::string::npos) {
            const auto end = call->body.find('"', at + 9);
            events.push_back(call->body.substr(at + 9, end - at - 9));
        }
        write(fresh, [&](const database::Transaction& open) {
            note_told(*fresh.office, open, *call);
            return true;
        });
    }
    return events;
}

} // namespace

TEST_CASE("a webhook is told of every step from now on, once each, without a name or an address")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {coat_ordered(2)});
        begin_telling(fresh);

        fresh.do_at(1, {coat_ordered()});
        accept(fresh);

        const auto first = next_call(*fresh.connection, all_webhooks(*fresh.connection).front(), fresh.clock.at_ms);
        REQUIRE(first.has_value());
        CHECK(told(fresh) == std::vector<std::string>{"order_placed", "order_accepted"});
        CHECK(told(fresh).empty());
        CHECK(first->body.find("13800000001") == std::string::npos);
        CHECK(first->body.find("中山路") == std::string::npos);
        CHECK(first->body.find("张敏") == std::string::npos);
    });
}

TEST_CASE("one that does not answer is tried again later and later, and misses nothing")
{
    on_each_engine([](FreshOffice& fresh) {
        begin_telling(fresh);
        fresh.do_at(1, {coat_ordered()});
        std::vector<std::int64_t> waits;
        for (int n{0}; n < 14; ++n) {
            const Webhook webhook{all_webhooks(*fresh.connection).front()};
            fresh.clock.at_ms = std::max(fresh.clock.at_ms, webhook.next_try_ms);
            // News of no order stands before it and is passed over.
            auto call = next_call(*fresh.connection, webhook, fresh.clock.at_ms);
            REQUIRE(call.has_value());
            write(fresh, [&](const auto& open) {
                note_failed(*fresh.office, open, *call, "answered 503");
                return true;
            });
            const Webhook after{all_webhooks(*fresh.connection).front()};
            CHECK_FALSE(next_call(*fresh.connection, after, fresh.clock.at_ms).has_value());
            waits.push_back(after.next_try_ms - fresh.clock.at_ms);
        }
        CHECK(waits.front() == 1'000);
        CHECK(waits[3] == 8'000);
        CHECK(waits.back() == 3'600'000);
        CHECK(all_webhooks(*fresh.connection).front().last_error == "answered 503");

        fresh.clock.at_ms += 3'600'000;
        CHECK(told(fresh) == std::vector<std::string>{"order_placed"});
        CHECK(all_webhooks(*fresh.connection).front().failures == 0);
    });
}

TEST_CASE("an address that is none is refused, and one that is dropped hears nothing more")
{
    on_each_engine([](FreshOffice& fresh) {
        for (const char* url : {"", "ftp://x/", "http://", "http://a b/", "javascript:alert(1)"}) {
            INFO(url);
            const auto made = write(fresh, [&](const auto& open) { return make_webhook(*fresh.office, open, url); });
            REQUIRE_FALSE(made.has_value());
            CHECK(made.error().code == "webhook.bad_url");
        }
        const auto one = write(fresh, [&](const auto& open) { return make_webhook(*fresh.office, open, "http://a/"); });
        const auto two = write(fresh, [&](const auto& open) { return make_webhook(*fresh.office, open, "http://b/"); });
        REQUIRE(one.has_value());
        CHECK(one->size() == 64);
        CHECK(*one != *two);
        CHECK(write(fresh, [&](const auto& open) { return drop_webhook(*fresh.office, open, 1); }).has_value());
        CHECK(write(fresh, [&](const auto& open) { return drop_webhook(*fresh.office, open, 1); }).error().code ==
              "webhook.unknown");
        CHECK(all_webhooks(*fresh.connection).size() == 1);
    });
}
