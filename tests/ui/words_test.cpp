#include "sync/events/override_action.hpp"
#include "terminal/ui/phrases.hpp"
#include "terminal/ui/words.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folders.hpp"

#include <fstream>
#include <regex>
#include <sstream>

using namespace guitai;
using namespace guitai::literals;
namespace words = guitai::ui;

namespace {

words::Words shipped()
{
    return words::Words::load(test::source_root() + "/assets/words");
}

// "{0}", "{1}" …, and "{name}" where somebody slipped.
std::set<std::string> blanks_of(const std::string& text)
{
    static const std::regex blank{R"(\{[^}]*\}?)"};
    std::set<std::string> found;
    for (std::sregex_iterator at{text.begin(), text.end(), blank}, end; at != end; ++at) found.insert(at->str());
    return found;
}

std::string file_text(const std::filesystem::path& path)
{
    std::ifstream in{path};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// Keys that stand whole in the sources of the screens.
std::set<std::string> keys_asked_for()
{
    static const std::regex asked{R"re((?:word|fill)\(\s*"([a-z0-9_]+(?:\.[a-z0-9_]+)+)"\s*[,)])re"};
    std::set<std::string> keys;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{test::source_root() + "/terminal/ui"}) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
        const std::string text{file_text(entry.path())};
        for (std::sregex_iterator at{text.begin(), text.end(), asked}, end; at != end; ++at)
            keys.insert((*at)[1].str());
    }
    return keys;
}

} // namespace

TEST_CASE("every key exists in every language, with a text", "[ui][words]")
{
    const words::Words all{shipped()};
    const auto& chinese = all.table(words::Language::chinese);
    const auto& english = all.table(words::Language::english);

    for (const auto& [key, text] : chinese) {
        INFO(key);
        CHECK_FALSE(text.empty());
        REQUIRE(english.contains(key));
        CHECK_FALSE(english.find(key)->second.empty());
    }
    for (const auto& [key, text] : english) {
        INFO(key);
        CHECK(chinese.contains(key));
    }
}

TEST_CASE("a text has blanks to fill in one language exactly when it has some in the other", "[ui][words]")
{
    const words::Words all{shipped()};

    for (const auto& [key, text] : all.table(words::Language::chinese)) {
        INFO(key);
        const auto english = all.table(words::Language::english).find(key);
        REQUIRE(english != all.table(words::Language::english).end());
        // Not the same ones: "9 折" and "10% off" are told by different numbers.
        CHECK(blanks_of(text).empty() == blanks_of(english->second).empty());
        for (const std::string& blank : blanks_of(text + english->second)) CHECK(blank.size() == 3);
    }
}

TEST_CASE("every key a screen asks for has a text", "[ui][words]")
{
    const words::Words all{shipped()};
    const std::set<std::string> asked{keys_asked_for()};

    for (const std::string& key : asked) {
        INFO(key);
        CHECK(all.has(key));
    }
}

TEST_CASE("whatever a second person may be asked to allow has a name", "[ui][words]")
{
    const words::Words all{shipped()};

    for (const std::string_view action : override_action::all) {
        INFO(action);
        CHECK(all.has("allowed." + std::string{action}));
    }
}

TEST_CASE("a missing key shows itself and is remembered", "[ui][words]")
{
    const words::Words all{shipped()};

    const std::string_view shown{all["no.such.key"]};

    CHECK(shown == "no.such.key");
    CHECK(all.missing().contains("no.such.key"));
}

TEST_CASE("the language changes while running", "[ui][words]")
{
    words::Words all{shipped()};

    const std::string before{all["nav.sell"]};
    all.choose(words::Language::english);

    CHECK(before == "销售");
    CHECK(all["nav.sell"] == "Sell");
    CHECK(words::language_code(all.language()) == "en");
}

TEST_CASE("a words file is keys, texts and remarks, and says where it is not", "[ui][words]")
{
    const auto table = words::Words::parse("# remark\n\nsale.pay = 收 {0}，找 {1}\r\nnote = a\\nb = c\n");

    CHECK(table.at("sale.pay") == "收 {0}，找 {1}");
    CHECK(table.at("note") == "a\nb = c");
    CHECK_THROWS_WITH(words::Words::parse("a = 1\nnonsense\n"), "words: line 2 has no key");
    CHECK_THROWS_WITH(words::Words::parse("a = 1\na = 2\n"), "words: a comes twice");
}

TEST_CASE("a text that asks for more than it gets is shown unfilled", "[ui][words]")
{
    words::Words all{shipped()};

    CHECK(all.fill("time.month_day", "11月", 24) == "11月24日");
    CHECK(all.fill("time.month_day", "11月") == std::string{all["time.month_day"]});
}

TEST_CASE("money is said with its sign, its comma and a true minus", "[ui][words]")
{
    CHECK(words::money_text(123450_fen) == "¥1,234.50");
    CHECK(words::money_text(-14950_fen) == "−¥149.50");
    CHECK(words::money_short(90000_fen) == "¥900");
    CHECK(words::money_short(18250_fen) == "¥182.50");
    CHECK(words::money_short(-10000_fen) == "−¥100");
    CHECK(words::count_text(12480) == "12,480");
    CHECK(words::count_text(-1234567) == "−1,234,567");
    CHECK(words::count_text(999) == "999");
}

TEST_CASE("ages and dates are said in the chosen language", "[ui][words]")
{
    words::Words all{shipped()};

    CHECK(words::age_text(all, 59'999) == "刚刚");
    CHECK(words::age_text(all, 120'000) == "2 分钟前");
    CHECK(words::age_text(all, -5) == "刚刚");
    CHECK(words::date_text(all, "2026-11-24") == "11月24日");
    all.choose(words::Language::english);
    CHECK(words::age_text(all, 120'000) == "2 min ago");
    CHECK(words::age_text(all, 3 * 3'600'000) == "3 h ago");
    CHECK(words::age_text(all, 49 * 3'600'000) == "2 d ago");
    CHECK(words::date_text(all, "2026-11-24") == "24 Nov");
    CHECK(words::date_text(all, "soon") == "soon");
    CHECK(words::date_text(all, "2026-13-24") == "2026-13-24");
}

TEST_CASE("a phone is shown in groups, and hidden when it must be", "[ui][words]")
{
    CHECK(words::phone_text("13812344127") == "138 1234 4127");
    CHECK(words::phone_text("021-555") == "021-555");
    CHECK(words::phone_masked("13812344127") == "138 •••• 4127");
    CHECK(words::phone_masked("021555").find("021") == std::string::npos);
}
