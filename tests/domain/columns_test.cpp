#include "terminal/domain/columns.hpp"

#include "tests/support/catch.hpp"

using namespace guitai;

TEST_CASE("a hanzi takes two columns and a letter one")
{
    CHECK(columns_of("") == 0);
    CHECK(columns_of("ok") == 2);
    CHECK(columns_of("松径短款羽绒服") == 14);
    CHECK(columns_of("¥699.00") == 8);
    CHECK(columns_of("𠮷田😀") == 6);
    CHECK(columns_of("（）") == 4);
}

TEST_CASE("a sign that a Chinese printer makes as wide as a hanzi counts two")
{
    CHECK(columns_of("−") == 1); // Printed as a hyphen.
    CHECK(columns_of("×") == 1); // And this as an x.
    CHECK(columns_of("é·—…①") == 10);
    CHECK(columns_of("ñ") == 1); // In no Chinese font: printed as a question mark.
}

TEST_CASE("broken bytes are counted and never read past the end")
{
    CHECK(columns_of("\xE6") == 1);
    CHECK(columns_of("\xFF\xFE") == 2);
    CHECK(columns_of("a\xE6\x9D") == 3);
}

TEST_CASE("a cut never splits a character")
{
    CHECK(cut_to("羽绒服", 4) == "羽绒");
    CHECK(cut_to("羽绒服", 5) == "羽绒");
    CHECK(cut_to("羽绒服", 99) == "羽绒服");
}

TEST_CASE("English breaks between words and hanzi anywhere")
{
    CHECK(wrap("Shenyang short down jacket", 12) == std::vector<std::string>{"Shenyang", "short down", "jacket"});
    CHECK(wrap("松径短款羽绒服", 6) == std::vector<std::string>{"松径短", "款羽绒", "服"});
    CHECK(wrap("", 10) == std::vector<std::string>{""});
    CHECK(wrap("羽", 1) == std::vector<std::string>{"羽"});
}

TEST_CASE("a pair stands at both edges, or on two lines where one is too narrow")
{
    Page page{12};
    page.pair("合计", "¥9.00");
    page.pair("一个很长的名字", "¥9.00");

    CHECK(page.str() == "合计  ¥9.00\n"
                        "一个很长的名\n"
                        "字    ¥9.00\n");
}

TEST_CASE("a byte that a printer would obey is a blank on paper")
{
    Page page{20};

    page.text("林\x1B\x69晓\n梅");

    CHECK(page.str() == "林 i晓 梅\n");
}
