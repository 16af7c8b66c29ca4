#include "sync/catalogue/encoding.hpp"

#include "tests/support/catch.hpp"

using namespace guitai;
using namespace std::string_view_literals;

namespace {

constexpr auto down_jacket_in_gbk = "\xD3\xF0\xC8\xDE\xB7\xFE"sv; // 羽绒服

} // namespace

TEST_CASE("a byte order mark is taken off and overrules what the file was said to be", "[catalogue][encoding]")
{
    CHECK(utf8_of("\xEF\xBB\xBF羽绒服", Encoding::utf8) == "羽绒服");
    CHECK(utf8_of("\xEF\xBB\xBF羽绒服", Encoding::gb18030) == "羽绒服");
}

TEST_CASE("GBK named as such becomes UTF-8", "[catalogue][encoding]")
{
    CHECK(utf8_of(down_jacket_in_gbk, Encoding::gb18030) == "羽绒服");
}

TEST_CASE("GBK that nobody named is refused with its line and a way out", "[catalogue][encoding]")
{
    const auto text = utf8_of("a,b\r\nc,d\r\n" + std::string{down_jacket_in_gbk} + ",x\n", Encoding::utf8);

    REQUIRE_FALSE(text);
    CHECK(text.error().code == "csv.bad_encoding");
    CHECK(text.error().detail == "line 3: not UTF-8; if the file is GBK, say so with --encoding gbk");
}

TEST_CASE("UTF-8 said to be GBK is refused, not garbled", "[catalogue][encoding]")
{
    CHECK(utf8_of("羽绒服", Encoding::gb18030).error().code == "csv.bad_encoding");
}

TEST_CASE("bytes that are no GBK either are refused with their line", "[catalogue][encoding]")
{
    const auto text = utf8_of("a\nb\xFF\n", Encoding::gb18030);

    REQUIRE_FALSE(text);
    CHECK(text.error().detail == "line 2: not GBK or GB18030");
}

TEST_CASE("long GBK text comes through whole", "[catalogue][encoding]")
{
    std::string bytes;
    std::string expected;
    for (int count{0}; count < 60'000; ++count) {
        bytes += down_jacket_in_gbk;
        expected += "羽绒服";
    }

    CHECK(utf8_of(bytes, Encoding::gb18030) == expected);
}

TEST_CASE("a file that ends inside a character is half a file", "[catalogue][encoding]")
{
    const auto text = utf8_of("羽绒服"sv.substr(0, 8), Encoding::utf8);

    REQUIRE_FALSE(text);
    CHECK(text.error().detail.find("half a file") != std::string::npos);
}

TEST_CASE("files that are no text are refused by what they are", "[catalogue][encoding]")
{
    CHECK(utf8_of("PK\x03\x04rest"sv, Encoding::utf8).error().detail.find("Excel") != std::string::npos);
    CHECK(utf8_of("\xFF\xFEh\0i\0"sv, Encoding::utf8).error().detail.find("UTF-16") != std::string::npos);
    CHECK(utf8_of("a\nb\0c"sv, Encoding::gb18030).error().detail.find("line 2") == 0);
}

TEST_CASE("malformed UTF-8 is found at its first byte", "[catalogue][encoding]")
{
    CHECK(first_bad_utf8("plain ascii, longer than eight bytes"sv) == std::string_view::npos);
    CHECK(first_bad_utf8("é 羽 😀 \xF4\x8F\xBF\xBF"sv) == std::string_view::npos);
    CHECK(first_bad_utf8("12345678ab\xC0\xAF"sv) == 10); // Overlong.
    CHECK(first_bad_utf8("\xED\xA0\x80"sv) == 0);        // A surrogate.
    CHECK(first_bad_utf8("\xF4\x90\x80\x80"sv) == 0);    // Past the last character.
    CHECK(first_bad_utf8("a\x80"sv) == 1);               // A continuation of nothing.
    CHECK(first_bad_utf8("ab\xE7\xBE"sv) == 2);          // Cut short.
}

TEST_CASE("encodings are known by their usual names only", "[catalogue][encoding]")
{
    CHECK(parse_encoding("") == Encoding::utf8);
    CHECK(parse_encoding("UTF-8") == Encoding::utf8);
    CHECK(parse_encoding("GBK") == Encoding::gb18030);
    CHECK(parse_encoding("gb_18030") == Encoding::gb18030);
    CHECK(parse_encoding("latin1").error().code == "csv.unknown_encoding");
}
