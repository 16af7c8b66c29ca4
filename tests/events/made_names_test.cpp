#include "sync/events/made_names.hpp"

#include "sync/events/event.hpp"

#include "tests/support/catch.hpp"

using namespace guitai;

namespace {

std::string at_95(std::string_view text)
{
    return renamed(text, 71, [](const MadeName&) { return TillNumber{95}; });
}

} // namespace

TEST_CASE("every name that a till makes is told again under another number")
{
    for (const std::string& name :
         {make_receipt_number({"S01"}, 71, 123).text, make_order_id({"S01"}, 71, 4).text, make_member_id(71, 12).text,
          make_note_id(71, 5).text, std::string{"S01-71-V00007"}, std::string{"S01-71-1234567"}}) {
        INFO(name);
        const std::string text{"[\"" + name + "\",\"" + name + "/1\",\"gift/birthday/" + name + "\"]"};
        CHECK(names_made_by(71, text).size() == 3);
        const std::string other{at_95(text)};
        CHECK(names_made_by(71, other).empty());
        CHECK(names_made_by(95, other).size() == 3);
    }
    CHECK(at_95(make_order_id({"S01"}, 71, 4).text) == make_order_id({"S01"}, 95, 4).text);
    CHECK(at_95("M71-000012") == "M95-000012");
}

TEST_CASE("what only looks like a till's name stays as it is")
{
    for (const char* text : {"2026-71-27", "S01-171-000123", "XM71-000012", "0571-71-123", "S01-71-D123", "71-000123",
                             "-71-000123", "S01-71-", "S01-71--00123", "S01-7-000123"}) {
        INFO(text);
        CHECK(at_95(text) == text);
    }
}

TEST_CASE("names of one series are told apart from those of another by their letter and their count")
{
    const auto names = names_made_by(71, "S01-71-000123 S01-71-D00004 M71-000012 N71-000001 S02-71-B00009");
    REQUIRE(names.size() == 5);
    std::string series;
    for (const MadeName& name : names) series += name.series;
    CHECK(series == "SDMNB");
    CHECK(names[1].count == 4);
    CHECK(names[4].count == 9);
}

TEST_CASE("an event of any kind is told again under another origin and number, and the rest stays")
{
    const std::string line{encode({71, 906, 1'795'312'800'000, SignedOut{{"王芳"}}})};
    const auto again = retold(line, 95, 3);
    REQUIRE(again);
    CHECK(*again == encode({95, 3, 1'795'312'800'000, SignedOut{{"王芳"}}}));
    CHECK(retold(R"({"v":1,"origin":71,"number":9,"at_ms":5,"kind":"of_tomorrow","body":{"x":[1,"甲"]}})", 95, 1) ==
          R"({"v":1,"origin":95,"number":1,"at_ms":5,"kind":"of_tomorrow","body":{"x":[1,"甲"]}})");
    CHECK(retold("[]", 95, 1).error().code == "event.unreadable");
}
