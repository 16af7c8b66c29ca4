#include "terminal/domain/pinyin.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>

using namespace guitai;

namespace {

std::string sorted(std::string_view letters)
{
    std::string in_order{letters};
    std::sort(in_order.begin(), in_order.end());
    return in_order;
}

} // namespace

TEST_CASE("a hanzi answers to each of its readings", "[domain][pinyin]")
{
    CHECK(sorted(initials_of(U'长')) == "cz");
    CHECK(sorted(initials_of(U'单')) == "cds");
    CHECK(initials_of(U'绒') == "r");
    CHECK(initials_of(U'欧') == "o");
    CHECK(initials_of(U'安') == "a");
    CHECK(initials_of(U'㐀') == "q"); // Extension A.
    CHECK(initials_of(U'𠀃').substr(0, 1) == "q"); // Beyond 16 bits.
    CHECK(initials_of(U'〇') == "l");
}

TEST_CASE("what is no hanzi has no initials", "[domain][pinyin]")
{
    CHECK(initials_of(U'a').empty());
    CHECK(initials_of(U'。').empty());
    CHECK(initials_of(U'😀').empty());
    CHECK(initials_of(U'\0').empty());
}

TEST_CASE("initials find a name from any of its characters on", "[domain][pinyin]")
{
    CHECK(matches_initials("羽绒服", "yrf"));
    CHECK(matches_initials("云岭轻薄连帽羽绒服", "yrf"));
    CHECK(matches_initials("云岭轻薄连帽羽绒服", "YLQB"));
    CHECK(matches_initials("羽绒服", "rf"));
    CHECK(matches_initials("羽绒服", ""));
    CHECK_FALSE(matches_initials("羽绒服", "yf"));
    CHECK_FALSE(matches_initials("羽绒服", "yrfz"));
    CHECK_FALSE(matches_initials("", "y"));
}

TEST_CASE("either reading of a polyphone finds it", "[domain][pinyin]")
{
    CHECK(matches_initials("长沙", "cs"));
    CHECK(matches_initials("长沙", "zs"));
    CHECK(matches_initials("单雪莹", "sxy"));
    CHECK(matches_initials("单雪莹", "dxy"));
    CHECK(matches_initials("重庆", "cq"));
    CHECK(matches_initials("仇远", "qy"));
}

TEST_CASE("letters, digits and hanzi stand for themselves and marks are passed over", "[domain][pinyin]")
{
    CHECK(matches_initials("YL2201 云岭", "l2201yl"));
    CHECK(matches_initials("墨黑 · 170/92A", "mh170"));
    CHECK(matches_initials("羽绒（长款）", "yrck"));
    CHECK(matches_initials("羽绒服", "羽r服"));
    CHECK(matches_initials("羽绒服", "y r-f"));
    CHECK_FALSE(matches_initials("云岭2201", "yl2202"));
}

TEST_CASE("broken text is searched without harm", "[domain][pinyin]")
{
    CHECK_FALSE(matches_initials("\xE7\xBE", "y"));
    CHECK_FALSE(matches_initials("\xFF\xFF", "\xE7"));
    CHECK(matches_initials("\xE7羽", "y"));
}

TEST_CASE("a name is read in as many ways as asked for, the most common first", "[domain][pinyin]")
{
    CHECK(ways_to_read("羽绒服XL", 8) == std::vector<std::string>{"yrfxl"});
    CHECK(ways_to_read("长沙", 8).size() == 2);
    CHECK(ways_to_read("单单单单单单", 5).size() == 5);
    CHECK(ways_to_read("单单单单单单", 5).front() == "dddddd");
    CHECK(ways_to_read("", 3) == std::vector<std::string>{""});
    CHECK(ways_to_read("羽", 0).empty());
}

TEST_CASE("a surname that is read otherwise than the word is known", "[domain][pinyin]")
{
    CHECK(reading_of_surname("单雪莹") == "Shàn");
    CHECK(reading_of_surname("仇") == "Qiú");
    CHECK(reading_of_surname("朴英子") == "Piáo");
    CHECK(reading_of_surname("尉迟风") == "Yùchí");
    CHECK(reading_of_surname("尉明") == "Wèi");
    CHECK(reading_of_surname("单于") == "Chányú");
    CHECK(reading_of_surname("王芳").empty());
    CHECK(reading_of_surname("王单").empty());
    CHECK(reading_of_surname("").empty());
}
