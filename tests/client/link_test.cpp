#include "sync/client/backoff.hpp"
#include "sync/client/link.hpp"
#include "sync/client/sync_now.hpp"

#include "tests/support/catch.hpp"

#include <deque>

using namespace guitai;

namespace {

class StillClock final : public Clock {
public:
    [[nodiscard]] std::int64_t now_ms() const override { return 1'700'000'000'000; }
};

// Answers what it was told to, and remembers what it was asked.
class ScriptedWire final : public Wire {
public:
    [[nodiscard]] Result<WireAnswer> send(const WireRequest& request) override
    {
        asked.push_back(request);
        if (answers.empty()) return refuse("wire.unreachable");
        auto answer = answers.front();
        answers.pop_front();
        return answer;
    }
    std::deque<Result<WireAnswer>> answers;
    std::vector<WireRequest> asked;
};

struct Counter {
    StillClock clock;
    ScriptedWire wire;
    RequestSigner key{std::array<unsigned char, 32>{1, 2, 3}};
    std::vector<std::string> journal{"one", "two", "three"};
    std::int64_t confirmed{0};
    std::vector<std::string> news;
    std::int64_t cursor{0};

    LinkEnd end() { return {wire, key, clock, 71}; }
    Uplink uplink()
    {
        return {end(),
                [this](int, std::size_t) {
                    Unconfirmed batch{.confirmed = confirmed, .lines = {}, .chain = "chain-3",
                                      .head = static_cast<std::int64_t>(journal.size())};
                    for (auto n = static_cast<std::size_t>(confirmed); n < journal.size(); ++n) {
                        batch.lines.push_back(journal[n]);
                    }
                    return batch;
                },
                [this](std::int64_t number) { confirmed = number; },
                [](std::int64_t number) { return "chain-" + std::to_string(number); }};
    }
    Downlink downlink()
    {
        return {end(),
                [this] {
                    return Standing{{cursor, "chain"}, {static_cast<std::int64_t>(journal.size()), "own"}, confirmed};
                },
                [this](std::vector<std::string> lines) -> Result<void> {
                    for (std::string& line : lines) news.push_back(std::move(line));
                    cursor = static_cast<std::int64_t>(news.size());
                    return {};
                },
                [this](std::int64_t number) { confirmed = number; }};
    }
};

WireAnswer receipt(std::int64_t cursor, const std::string& chain)
{
    return {200, R"({"cursor":)" + std::to_string(cursor) + R"(,"chain":")" + chain + R"("})", ""};
}

WireAnswer refusal(int status, const std::string& code)
{
    return {status, R"({"code":")" + code + R"(","message":""})", ""};
}

class NoChance final : public Chance {
public:
    [[nodiscard]] std::uint32_t below(std::uint32_t limit) override { return limit - 1; }
};

} // namespace

TEST_CASE("what the office confirmed is not sent again", "[client]")
{
    Counter counter;
    counter.wire.answers.push_back(receipt(3, "chain-3"));
    Uplink up{counter.uplink()};

    CHECK(up.step() == true);
    CHECK(up.step() == false);
    CHECK(counter.confirmed == 3);
    CHECK(counter.wire.asked.size() == 1);
    CHECK(counter.wire.asked.front().body == "one\ntwo\nthree\n");
}

TEST_CASE("an answer lost on the way sends the same events again", "[client]")
{
    Counter counter;
    counter.wire.answers.push_back(refuse("wire.timeout"));
    counter.wire.answers.push_back(receipt(3, "chain-3"));
    Uplink up{counter.uplink()};

    CHECK(up.step().error().code == "wire.timeout");
    CHECK(counter.confirmed == 0);
    CHECK(up.step() == true);
    CHECK(counter.wire.asked[0].body == counter.wire.asked[1].body);
}

TEST_CASE("an office that lost events is given them again from its own cursor", "[client]")
{
    Counter counter;
    counter.confirmed = 2;
    counter.wire.answers.push_back(receipt(1, "chain-1"));
    Uplink up{counter.uplink()};

    CHECK(up.step() == true);
    CHECK(counter.confirmed == 1);
}

TEST_CASE("a till that is set aside looks for the last event the office has of it, and tells the rest apart")
{
    Counter counter;
    counter.confirmed = 2;
    counter.wire.answers = {refusal(403, "till.set_aside"), refusal(409, "till.other_place"), receipt(1, "chain-1"),
                            receipt(3, "chain-3")};
    Uplink up{counter.uplink()};
    CHECK(up.step().error().code == "till.set_aside");
    REQUIRE(counter.wire.asked.size() == 4);
    CHECK(counter.wire.asked[1].target == "/v1/branches?after=2&chain=chain-2");
    CHECK(counter.wire.asked[2].target == "/v1/branches?after=1&chain=chain-1");
    CHECK(counter.wire.asked[3].body == "two\nthree\n");
    CHECK(counter.confirmed == 3);
    CHECK(up.step() == false);
}

TEST_CASE("a till that is set aside waits for an office that is gone, and knows no other door of an older one")
{
    Counter counter;
    counter.wire.answers = {refusal(409, "journal.fork"), refuse("wire.unreachable"), refusal(403, "till.set_aside"),
                            refusal(404, "api.not_found")};
    Uplink up{counter.uplink()};
    CHECK(up.step().error().code == "wire.unreachable");
    CHECK(up.step().error().code == "till.set_aside");
    CHECK(counter.confirmed == 0);
}

TEST_CASE("an office that holds other bytes than the till is noticed", "[client]")
{
    Counter counter;
    counter.wire.answers.push_back(receipt(3, "another"));
    Uplink up{counter.uplink()};

    CHECK(up.step().error().code == "sync.chain_differs");
    CHECK(counter.confirmed == 0);
}

TEST_CASE("a till put back to an old copy is told so and skips no event", "[client]")
{
    Counter counter;
    counter.wire.answers.push_back(receipt(50, "chain-50"));
    Uplink up{counter.uplink()};

    CHECK(up.step().error().code == "sync.office_ahead");
    CHECK(counter.confirmed == 0);
}

TEST_CASE("a till put back to an old copy goes on until its own events are back", "[client]")
{
    Counter counter;
    counter.wire.answers.push_back(WireAnswer{200, "a\n", "1", "4"});
    counter.wire.answers.push_back(WireAnswer{200, "own\n", "1", "4"});
    Downlink down{counter.downlink()};

    CHECK(down.step(0) == true);
    CHECK(down.lacks_own());
    counter.journal.push_back("own");
    CHECK(down.step(0) == true);
    CHECK_FALSE(down.lacks_own());
}

TEST_CASE("an office put back to an older copy gets back what it lost, though the till has nothing new", "[client]")
{
    Counter counter;
    counter.confirmed = 3;
    counter.wire.answers.push_back(WireAnswer{409, R"({"code":"feed.other_history","message":""})", "", "1"});
    counter.wire.answers.push_back(receipt(3, "chain-3"));
    Downlink down{counter.downlink()};
    Uplink up{counter.uplink()};

    CHECK(up.step() == false);
    CHECK(down.step(0).error().code == "feed.other_history");
    CHECK(down.office_lost());
    CHECK(up.step() == true);
    CHECK(counter.wire.asked.back().body == "two\nthree\n");
    CHECK(counter.confirmed == 3);
}

TEST_CASE("an office that holds more of a till than the till knows and gives nothing back is told of", "[client]")
{
    Counter counter;
    counter.wire.answers.push_back(WireAnswer{200, "", "0", "4"});
    Downlink down{counter.downlink()};

    CHECK(down.step(0).error().code == "sync.office_ahead");
}

TEST_CASE("a web page that is no office is refused and nothing is confirmed", "[client]")
{
    Counter counter;
    counter.wire.answers.push_back(WireAnswer{200, "<html>hello</html>", ""});
    counter.wire.answers.push_back(WireAnswer{404, "not found", ""});
    counter.wire.answers.push_back(WireAnswer{200, "<html>hello</html>", ""});
    Uplink up{counter.uplink()};
    Downlink down{counter.downlink()};

    CHECK(up.step().error().code == "wire.not_an_office");
    CHECK(up.step().error().code == "wire.not_an_office");
    CHECK(down.step(0).error().code == "wire.not_an_office");
    CHECK(counter.confirmed == 0);
    CHECK(counter.news.empty());
}

TEST_CASE("the office's own refusal reaches the health screen by its code", "[client]")
{
    Counter counter;
    counter.wire.answers = {WireAnswer{409, R"({"code":"journal.fork","message":"event 2"})", ""},
                            refusal(404, "api.not_found")};
    Uplink up{counter.uplink()};

    CHECK(up.step().error() == Refusal{"journal.fork", "event 2"});
}

TEST_CASE("news is taken from the cursor on and asks with the till's signature", "[client]")
{
    Counter counter;
    counter.wire.answers.push_back(WireAnswer{200, "a\nb\n", "2"});
    counter.wire.answers.push_back(WireAnswer{200, "", "2"});
    Downlink down{counter.downlink()};

    CHECK(down.step(0) == true);
    CHECK(down.step(500) == false);
    CHECK(counter.news == std::vector<std::string>{"a", "b"});
    CHECK(counter.wire.asked[0].target ==
          "/v1/feed?after=0&wait=0&chain=chain&generation=&confirmed=0&own=3&own_chain=own");
    CHECK(counter.wire.asked[1].target == "/v1/feed?after=2&wait=500&chain=chain&generation=&confirmed=0");
    CHECK(counter.wire.asked[1].timeout_ms > 500);
    CHECK(counter.wire.asked[0].headers.size() == 3);
}

TEST_CASE("sync on demand ends when both sides hold the same", "[client]")
{
    Counter counter;
    counter.wire.answers.push_back(receipt(3, "chain-3"));
    counter.wire.answers.push_back(WireAnswer{200, "a\nb\n", "3"});
    counter.wire.answers.push_back(WireAnswer{200, "c\n", "3"});
    Uplink up{counter.uplink()};
    Downlink down{counter.downlink()};

    const auto outcome = sync_now(up, down, [&] { return counter.cursor; },
                                  {.elapsed_ms = [] { return std::int64_t{0}; },
                                   .pause = [](std::int64_t) {},
                                   .timeout_ms = 1'000,
                                   .progress = {}});

    CHECK(outcome.reached);
    CHECK(outcome.finished);
    CHECK(counter.news.size() == 3);
}

TEST_CASE("a till with nothing to send has not reached an office that does not answer", "[client]")
{
    Counter counter;
    counter.confirmed = 3;
    Uplink up{counter.uplink()};
    Downlink down{counter.downlink()};
    std::int64_t elapsed{0};

    const auto outcome = sync_now(up, down, [&] { return counter.cursor; },
                                  {.elapsed_ms = [&] { return elapsed; },
                                   .pause = [&](std::int64_t wait_ms) { elapsed += wait_ms; },
                                   .timeout_ms = 1'000,
                                   .progress = {}});

    CHECK_FALSE(outcome.reached);
    CHECK(outcome.problem == "wire.unreachable");
}

TEST_CASE("sync on demand gives up when its time is over", "[client]")
{
    Counter counter;
    Uplink up{counter.uplink()};
    Downlink down{counter.downlink()};
    std::int64_t elapsed{0};

    const auto outcome = sync_now(up, down, [&] { return counter.cursor; },
                                  {.elapsed_ms = [&] { return elapsed; },
                                   .pause = [&](std::int64_t wait_ms) { elapsed += wait_ms; },
                                   .timeout_ms = 1'000,
                                   .progress = {}});

    CHECK_FALSE(outcome.reached);
    CHECK_FALSE(outcome.finished);
    CHECK(outcome.problem == "wire.unreachable");
    CHECK(elapsed == 1'000);
}

TEST_CASE("waiting after failures doubles to a minute and begins again after success", "[client]")
{
    NoChance chance;
    Backoff backoff;

    CHECK(backoff.failed(chance) == 1'000);
    CHECK(backoff.failed(chance) == 2'000);
    for (int i{0}; i < 10; ++i) (void)backoff.failed(chance);
    CHECK(backoff.failed(chance) == Backoff::longest_ms);
    backoff.succeeded();
    CHECK(backoff.failed(chance) == 1'000);
}

namespace {

constexpr const char* put_back{R"({"code":"office.restored","message":"","histories":[)"
                               R"({"generation":"g2","number":4,"chain":"c4",)"
                               R"("earlier":[{"number":3,"chain":"c3"}]}]})"};

// A till that can follow a new history, and holds what it shows.
struct Follower : Counter {
    std::vector<HistoryBegan> followed;
    Holdings held{3, {"grant one", "grant two"}};
    Result<void> answer{};

    Downlink following()
    {
        return {end(),
                [this] { return Standing{{cursor, "chain"}, {3, "own"}, confirmed, "g1"}; },
                [](const std::vector<std::string>&) -> Result<void> { return {}; },
                [this](std::int64_t number) { confirmed = number; },
                {[this](const std::vector<HistoryBegan>& histories) {
                     followed = histories;
                     return answer;
                 },
                 [this] { return held; }}};
    }
};

} // namespace

TEST_CASE("a till whose office was put back follows it, and shows what it holds before it says anything else")
{
    Follower till;
    till.confirmed = 3;
    till.wire.answers = {WireAnswer{409, put_back, "", "1"}, WireAnswer{200, "{}", ""}};
    Downlink down{till.following()};

    CHECK(down.step(0) == true);

    CHECK(till.followed == std::vector<HistoryBegan>{{"g2", 4, "c4", {{3, "c3"}}}});
    CHECK(till.wire.asked[0].target.find("&generation=g1&confirmed=3") != std::string::npos);
    CHECK(till.wire.asked[1].target == "/v1/restored");
    CHECK(till.wire.asked[1].body == "{\"generation\":\"g2\",\"through\":3}\ngrant one\ngrant two\n");
    CHECK(down.office_lost());
    CHECK(till.confirmed == 1);
}

TEST_CASE("many grants are shown in several requests, and only the last one says so")
{
    Follower till;
    till.held.grants.assign(501, "grant");
    till.wire.answers = {WireAnswer{409, put_back, "", "1"}, WireAnswer{200, "{}", ""}, WireAnswer{200, "{}", ""}};
    Downlink down{till.following()};

    CHECK(down.step(0) == true);

    CHECK(till.wire.asked[1].body.find("\"through\":-1}") != std::string::npos);
    CHECK(till.wire.asked[2].body == "{\"generation\":\"g2\",\"through\":3}\ngrant\n");
}

TEST_CASE("a till that can not follow shows nothing, and one that is not believed rests before it tries again")
{
    Follower till;
    till.answer = refuse("feed.other_history");
    till.wire.answers = {WireAnswer{409, put_back, "", "1"}};
    Downlink down{till.following()};
    CHECK(down.step(0).error().code == "feed.other_history");
    CHECK(till.wire.asked.size() == 1);

    till.answer = {};
    for (int i{0}; i < 2; ++i) {
        till.wire.answers.push_back(WireAnswer{409, put_back, "", "1"});
        till.wire.answers.push_back(WireAnswer{200, "{}", ""});
    }
    CHECK(down.step(0) == true);
    CHECK(down.step(0).error().code == "office.restored");
}
