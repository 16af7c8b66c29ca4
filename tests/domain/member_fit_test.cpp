#include "terminal/domain/member_fit.hpp"

#include "tests/support/catch.hpp"

using namespace guitai;

namespace {

CatalogueItem goods()
{
    CatalogueItem item;
    item.name = "桂花糕礼盒";
    item.name_en = "Osmanthus cake";
    item.category = "食品/甜食";
    item.note = "糯米、白砂糖、桂花";
    item.tags = {"Gift", "含糖"};
    return item;
}

} // namespace

TEST_CASE("what a member can not have is found by category, tag, name and composition")
{
    for (const char* about : {"甜食", "含糖", "gift", "桂花糕", "白砂糖", "CAKE"}) CHECK(is_about(about, goods()));
    for (const char* about : {"羊毛", "花生", "nuts", ""}) CHECK_FALSE(is_about(about, goods()));
}

TEST_CASE("a whole sentence is understood by the word in it that the catalogue has")
{
    CHECK(is_about("不能吃甜食", goods()));
    CHECK_FALSE(is_about("不能吃辣", goods()));
}

TEST_CASE("a word of one character names nothing by being part of a sentence")
{
    CatalogueItem item{goods()};
    item.category = "食";
    item.tags = {"a"};
    CHECK_FALSE(is_about("不能吃海鲜食品", item));
    CHECK_FALSE(is_about("no seafood", item));
}

TEST_CASE("sizes are compared with sizes of their own kind")
{
    CHECK(same_kind_of_size("165/88A", "170/92A"));
    CHECK(same_kind_of_size("M", "XXL"));
    CHECK(same_kind_of_size("38", "42"));
    CHECK_FALSE(same_kind_of_size("M", "42"));
    CHECK_FALSE(same_kind_of_size("165/88A", "M"));
    CHECK_FALSE(same_kind_of_size("", "M"));
    CHECK_FALSE(same_kind_of_size("均码", "M"));
}
