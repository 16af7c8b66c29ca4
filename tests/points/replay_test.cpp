#include "sync/points/replay_points.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/folders.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace guitai;

namespace {

std::string golden()
{
    const auto path = std::filesystem::path{test::source_root()} / "tests/golden/points/histories.json";
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::string refusal(std::string_view text)
{
    const auto report = purse::replay_points(text);
    REQUIRE_FALSE(report);
    return report.error().code + " " + report.error().detail;
}

// A file of one history with these events, which expects nothing of anybody.
std::string history(const std::string& events)
{
    return R"({"cases":[{"name":"n","events":[)" + events + R"(],"expect":{"accounts":{},"notes":[],"loss":0}}]})";
}

} // namespace

TEST_CASE("every worked history of points ends as it is written down")
{
    const auto report = purse::replay_points(golden());

    REQUIRE(report);
    CHECK(report->cases == 16);
    for (const DifferingCase& one : report->differing) {
        for (const std::string& difference : one.differences) FAIL_CHECK(one.id << ": " << difference);
    }
}

TEST_CASE("a history that ends otherwise is named with the place and both figures")
{
    std::string text{golden()};
    const std::string right{R"("available": 50, "leased": 0)"};
    text.replace(text.find(right), right.size(), R"("available": 51, "leased": 0)");

    const auto report = purse::replay_points(text);

    REQUIRE(report);
    REQUIRE(report->differing.size() == 1);
    CHECK(report->differing.front().id == "two cards become one while a lease of the second is out");
    CHECK(report->differing.front().differences ==
          std::vector<std::string>{"accounts.M1.available: expected 51, got 50"});
}

TEST_CASE("a broken file of histories is refused with its place")
{
    CHECK(refusal("{") == "points.not_a_file byte 2");
    CHECK(refusal("[]") == "points.not_a_file cases");
    CHECK(refusal(R"({"cases":[{}]})") == "points.bad_value cases[0].name");
    CHECK(refusal(history(R"({"event":"points_eaten"})")) == "points.bad_value cases[0].events[0].event");
    CHECK(refusal(history(R"({"event":"day_began","on":"soon"})")) == "points.bad_value cases[0].events[0].on");
    CHECK(refusal(history(R"({"event":"lease_returned","lease":"x"})")) == "points.bad_value cases[0].events[0].lease");
    CHECK(refusal(history(R"({"event":"points_earned","lot":"a","account":"A","amount":-1,"on":"2026-01-01"})")) ==
          "points.bad_value cases[0].events[0].amount");
    CHECK(refusal(history(R"({"event":"points_earned","lot":"a","account":"A","amount":99999999999999999999,)"
                          R"("on":"2026-01-01"})")) == "points.bad_value cases[0].events[0].amount");
}
