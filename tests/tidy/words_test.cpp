// Every text in every language, every refusal with its words.
#include "tests/support/catch.hpp"
#include "tests/support/folders.hpp"
#include "tests/tidy/source.hpp"

using namespace guitai::tidy;

namespace {

using Table = std::map<std::string, std::string>;

// `key = text` lines; the till's own reader checks the rest.
Table words_of(const std::string& file)
{
    const auto trimmed = [](std::string text) {
        const auto from = text.find_first_not_of(" \t\r");
        return from == std::string::npos ? std::string{} : text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
    };
    Table table;
    std::istringstream stream{file};
    for (std::string line; std::getline(stream, line);) {
        const std::size_t equals{line.find('=')};
        if (line.empty() || line[0] == '#' || equals == std::string::npos) continue;
        table[trimmed(line.substr(0, equals))] = trimmed(line.substr(equals + 1));
    }
    return table;
}

// The {0}, {1} … of a text, in order: both languages must fill in the same.
std::set<std::string> places_of(const std::string& text)
{
    std::set<std::string> places;
    for (std::size_t open{text.find('{')}; open != std::string::npos; open = text.find('{', open + 1)) {
        const std::size_t close{text.find('}', open)};
        if (close == std::string::npos) break;
        places.insert(text.substr(open, close - open + 1));
    }
    return places;
}

// 折 counts what is left of a price and per cent what is taken off: each language fills in its own figure.
const std::set<std::string> figures_of_their_own{"discount.percent"};

Complaints differing(const Table& chinese, const Table& english)
{
    Complaints complaints;
    for (const auto& [key, text] : chinese) {
        const auto other = english.find(key);
        if (text.empty()) complaints.push_back(key + ": empty in Chinese");
        if (other == english.end()) {
            complaints.push_back(key + ": not in English");
        } else if (places_of(text) != places_of(other->second) && figures_of_their_own.count(key) == 0) {
            complaints.push_back(key + ": fills in other places in English than in Chinese");
        }
    }
    for (const auto& [key, text] : english) {
        if (text.empty()) complaints.push_back(key + ": empty in English");
        if (chinese.count(key) == 0) complaints.push_back(key + ": not in Chinese");
    }
    return complaints;
}

// Whether it looks like a key: lower-case words joined by at least one dot.
bool is_key(std::string_view text)
{
    const bool plain{std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    })};
    return plain && text.find('.') != std::string_view::npos && text.front() != '.' && text.back() != '.';
}

// The keys that `line` asks for by name: refuse("a.b"), Refusal{"a.b"} and word("a.b").
std::vector<std::string> keys_in(const std::string& line)
{
    std::vector<std::string> keys;
    for (const std::string& opening : {std::string{"refuse(\""}, std::string{"Refusal{\""}, std::string{"word(\""},
                                       std::string{"words.fill(\""}, std::string{"words[\""}}) {
        for (std::size_t at{line.find(opening)}; at != std::string::npos; at = line.find(opening, at + 1)) {
            const std::size_t from{at + opening.size()};
            const std::string key{line.substr(from, line.find('"', from) - from)};
            if (is_key(key)) keys.push_back(key);
        }
    }
    return keys;
}

Complaints without_words(const Source& source, const Table& words)
{
    Complaints complaints;
    for (std::size_t index{0}; index < source.lines.size(); ++index) {
        for (const std::string& key : keys_in(source.lines[index])) {
            if (words.count(key) == 0) complaints.push_back(at_line(source, index, key + " has no words"));
        }
    }
    return complaints;
}

fs::path counter_words(const char* language)
{
    return fs::path{guitai::test::source_root()} / "assets/words" / (std::string{language} + ".words");
}

// The head office speaks to people through its console, in words of its own.
fs::path console_words(const char* language)
{
    return fs::path{guitai::test::source_root()} / "assets/console" / ("words." + std::string{language});
}

bool speaks_on_the_console(const Source& source)
{
    return starts_with(source.path, "sync/office/console/") || starts_with(source.path, "sync/office/member_site/") ||
           source.path == "sync/office/fulfilment.cpp" || source.path == "sync/office/promotions.cpp" ||
           source.path == "sync/office/staffing.cpp" || source.path == "sync/office/catalogue_plan.cpp" ||
           source.path == "sync/office/correct_points.cpp" || source.path == "sync/office/complaint_desk.cpp";
}

Complaints differing_files(const fs::path& chinese, const fs::path& english)
{
    return differing(words_of(read_file(chinese)), words_of(read_file(english)));
}

} // namespace

TEST_CASE("both languages have the same keys and fill in the same places")
{
    Complaints complaints{differing_files(counter_words("zh_CN"), counter_words("en"))};

    append(complaints, differing_files(console_words("zh_CN"), console_words("en")));

    INFO(told(complaints));
    CHECK(complaints.empty());
}

TEST_CASE("every refusal and every text of a screen has its words")
{
    const Table counter{words_of(read_file(counter_words("zh_CN")))};
    const Table console{words_of(read_file(console_words("zh_CN")))};
    REQUIRE(counter.size() > 50);

    Complaints complaints;
    for (const Source& source : sources_under({"sync", "terminal"})) {
        append(complaints, without_words(source, speaks_on_the_console(source) ? console : counter));
    }

    INFO(told(complaints));
    CHECK(complaints.empty());
}

TEST_CASE("a key that lacks a language, a text or a place is found")
{
    const Table chinese{words_of("# 收银\npay.due = 应收 {0}\npay.done = 完成\nonly.here = 这里\n")};

    CHECK(differing(chinese, words_of("pay.due = Due {0}\npay.done = Done\nonly.here = Here\n")).empty());
    CHECK(differing(chinese, words_of("pay.due = Due {0}\npay.done = Done\n")).size() == 1);
    CHECK(differing(chinese, words_of("pay.due = Due\npay.done =\nonly.here = Here\n")).size() == 2);
}

TEST_CASE("a refusal without words is found")
{
    const Table words{words_of("scan.unknown = 没有这个条码\n")};
    const auto of = [&](const char* line) {
        return without_words(source_of("terminal/app/till.cpp", line), words).size();
    };

    CHECK(of("return refuse(\"scan.unknown\", digits);\n") == 0);
    CHECK(of("return refuse(\"scan.lost\", digits);\n") == 1);
    CHECK(of("draw(ui.word(\"pay.due\", due)); return Refusal{\"cart.full\", {}};\n") == 2);
    CHECK(of("file.open(\"words.txt\");\n") == 0);
}
