#include "terminal/ui/pinyin_ime.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using guitai::ui::PinyinIme;

namespace {

void spell(PinyinIme& ime, std::string_view letters)
{
    for (const char letter : letters) REQUIRE(ime.type(letter));
}

std::size_t index_of(const PinyinIme& ime, std::string_view hanzi)
{
    const auto& all = ime.candidates();
    return static_cast<std::size_t>(std::find(all.begin(), all.end(), hanzi) - all.begin());
}

} // namespace

TEST_CASE("initials find the word a coat shop types most", "[ui][ime]")
{
    PinyinIme ime;
    REQUIRE(ime.ready());

    spell(ime, "yrf");

    REQUIRE_FALSE(ime.candidates().empty());
    CHECK(ime.candidates().front() == "羽绒服");
    CHECK(ime.choose(0) == "羽绒服");
    CHECK(ime.empty());
    CHECK(ime.candidates().empty());
}

TEST_CASE("a sentence is chosen piece by piece, and a choice can be taken back", "[ui][ime]")
{
    PinyinIme ime;
    spell(ime, "yingbindadao");

    const std::string first{ime.choose(index_of(ime, "迎宾"))};
    const std::string spelling{ime.spelling()};
    const std::string rest{ime.choose(index_of(ime, "大道"))};

    CHECK(first.empty());
    CHECK(spelling == "迎宾da'dao");
    CHECK(rest == "迎宾大道");

    spell(ime, "yingbindadao");
    CHECK(ime.choose(index_of(ime, "迎宾")).empty());
    CHECK(ime.backspace());
    CHECK(ime.spelling() == "ying'bin'da'dao");
}

TEST_CASE("the shop's own words come first, by spelling and by initials", "[ui][ime]")
{
    PinyinIme ime;
    ime.add_word("xiuning", "休宁");
    ime.add_word("xn", "休宁");

    spell(ime, "xiuning");
    const std::string by_spelling{ime.choose(0)};
    spell(ime, "xn");
    const std::string by_initials{ime.choose(0)};

    CHECK(by_spelling == "休宁");
    CHECK(by_initials == "休宁");
}

TEST_CASE("letters are taken back one by one, and can stay letters", "[ui][ime]")
{
    PinyinIme ime;

    spell(ime, "okk");
    CHECK(ime.backspace());
    CHECK(ime.take_letters() == "ok");

    CHECK(ime.empty());
    CHECK_FALSE(ime.backspace());
    CHECK_FALSE(ime.type('A'));
    CHECK_FALSE(ime.type('\''));
    CHECK(ime.choose(3).empty());
}

TEST_CASE("a hand resting on the keys fills nothing and breaks nothing", "[ui][ime]")
{
    PinyinIme ime;

    int taken{0};
    for (int i{0}; i < 200; ++i) taken += ime.type("qzvxihnu'"[i % 9]) ? 1 : 0;

    CHECK(static_cast<std::size_t>(taken) <= PinyinIme::letters_max);
    CHECK(ime.candidates().size() <= PinyinIme::candidates_max);
    while (ime.backspace()) {
    }
    CHECK(ime.empty());
}
