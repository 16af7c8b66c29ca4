#include "sync/catalogue/text.hpp"

#include "tests/support/catch.hpp"

using namespace guitai;
using namespace guitai::literals;

TEST_CASE("a price is read to the fen", "[catalogue][text]")
{
    CHECK(read_price("0.1") == 10_fen);
    CHECK(read_price("899") == 89900_fen);
    CHECK(read_price(" 1,299.00 ") == 129900_fen);
    CHECK(read_price("52.000000") == 5200_fen);
    CHECK(read_price("10000000.00") == 1000000000_fen);
}

TEST_CASE("what is no price is refused by its kind", "[catalogue][text]")
{
    CHECK(read_price("abc").error().code == "catalogue.bad_price");
    CHECK(read_price("").error().code == "catalogue.bad_price");
    CHECK(read_price("1e3").error().code == "catalogue.bad_price");
    CHECK(read_price("¥99").error().code == "catalogue.bad_price");
    CHECK(read_price("1.2.3").error().code == "catalogue.bad_price");
    CHECK(read_price("12,50").error().code == "catalogue.bad_price");
    CHECK(read_price("1,23,456").error().code == "catalogue.bad_price");
    CHECK(read_price("9.999").error().code == "catalogue.bad_price");
    CHECK(read_price("-1").error().code == "catalogue.negative_price");
    CHECK(read_price("10000000.01").error().code == "catalogue.absurd_price");
    CHECK(read_price("99999999999999999999999999").error().code == "catalogue.absurd_price");
}

TEST_CASE("a percentage becomes basis points", "[catalogue][text]")
{
    CHECK(read_percent("13") == BasisPoints{1'300});
    CHECK(read_percent("9.5 %") == BasisPoints{950});
    CHECK(read_percent("0") == BasisPoints{0});
    CHECK_FALSE(read_percent("101"));
    CHECK_FALSE(read_percent("-1"));
    CHECK_FALSE(read_percent("none"));
}

TEST_CASE("dates are read in the forms that shops write", "[catalogue][text]")
{
    CHECK(read_date("2026-11-22") == "2026-11-22");
    CHECK(read_date("2026-11-22 00:00:00") == "2026-11-22");
    CHECK(read_date("2026/1/5") == "2026-01-05");
    CHECK(read_date("11/22/26, 12:00 AM") == "2026-11-22");
    CHECK_FALSE(read_date("22.11.2026"));
    CHECK_FALSE(read_date("2026-02-30"));
    CHECK_FALSE(read_date("99-99-99"));
}

TEST_CASE("HTML becomes its words", "[catalogue][text]")
{
    CHECK(text_of_html("<p>90% 白鸭绒 &amp; 充绒</p>\n<ul><li>180 克</li></ul>") == "90% 白鸭绒 & 充绒 180 克");
    CHECK(text_of_html("worn at 3 < 5 degrees") == "worn at 3 < 5 degrees");
}

TEST_CASE("a text is shortened by characters, never inside one", "[catalogue][text]")
{
    CHECK(shortened("羽绒服", 3) == "羽绒服");
    CHECK(shortened("羽绒服装", 3) == "羽绒…");
}

TEST_CASE("a spreadsheet's guard is taken off a code", "[catalogue][text]")
{
    CHECK(unguarded("'6901234567892") == "6901234567892");
    CHECK(unguarded("=\"0012\"") == "0012");
    CHECK(unguarded(" AB-1 ") == "AB-1");
}
