#include "terminal/domain/gs1.hpp"

#include "tests/support/catch.hpp"

using namespace guitai;

namespace {

std::string refusal(std::string_view text)
{
    const auto read = parse_gs1(text);
    return read ? "" : read.error().code + " " + read.error().detail;
}

} // namespace

TEST_CASE("an element string with and without brackets says the same", "[domain][gs1]")
{
    const auto plain = parse_gs1("0106901234567892"
                                 "17261130"
                                 "10LOT-7\x1D"
                                 "21000123");
    const auto bracketed = parse_gs1("(01)06901234567892(17)261130(10)LOT-7(21)000123");

    REQUIRE(plain);
    REQUIRE(bracketed);
    CHECK(*plain == *bracketed);
    REQUIRE(plain->size() == 4);
    CHECK((*plain)[0].identifier == "01");
    CHECK((*plain)[0].value == "06901234567892");
    CHECK(find_gs1(*plain, Gs1Role::lot)->value == "LOT-7");
    CHECK(find_gs1(*plain, Gs1Role::serial)->value == "000123");
    CHECK(find_gs1(*plain, Gs1Role::count) == nullptr);
}

TEST_CASE("a fixed length needs no FNC1 behind it and bears one", "[domain][gs1]")
{
    const auto read = parse_gs1("\x1D"
                                "0106901234567892\x1D"
                                "3103000850"
                                "3922001290");

    REQUIRE(read);
    REQUIRE(read->size() == 3);
    CHECK((*read)[1].unit == Gs1Unit::kilogram);
    CHECK((*read)[1].decimals == 3);
    CHECK((*read)[1].number == 850);
    CHECK((*read)[2].role == Gs1Role::amount);
    CHECK((*read)[2].decimals == 2);
    CHECK((*read)[2].number == 1290);
}

TEST_CASE("an amount with a currency names it", "[domain][gs1]")
{
    const auto read = parse_gs1("(01)06901234567892(3932)156001290");

    REQUIRE(read);
    CHECK((*read)[1].currency == "156");
    CHECK((*read)[1].number == 1290);
}

TEST_CASE("a wrong element string is refused with its place", "[domain][gs1]")
{
    struct Row {
        std::string_view text;
        std::string refused;
    };
    const std::vector<Row> table{
        {"", "gs1.empty "},
        {"\x1D", "gs1.empty "},
        {"990106901234567892", "gs1.unknown_identifier (9901) at 1"},
        {"010690123456789", "gs1.too_short (01) at 3"},
        {"0106901234567893", "gs1.bad_check_digit (01) at 16"},
        {"010690123456789A", "gs1.not_digits (01) at 3"},
        {"010690123456789217261330", "gs1.bad_date (17) at 19"},
        {"010690123456789217260230", "gs1.bad_date (17) at 19"},
        {"0106901234567892" "10", "gs1.too_short (10) at 19"},
        {"0106901234567892" "10123456789012345678901", "gs1.too_long (10) at 19"},
        {"10AB#C", "gs1.bad_character (10) at 5"},
        {"10A\x1D" "10B", "gs1.said_twice (10) at 7"},
        {"(01)06901234567892(10", "gs1.too_long (01) at 5"},
        {"(1)23", "gs1.unknown_identifier (1) at 2"},
        {"(01", "gs1.bracket at 1"},
        {"3103000850" "999", "gs1.unknown_identifier (999) at 11"},
    };
    for (const Row& row : table) {
        INFO(row.text);
        CHECK(refusal(row.text) == row.refused);
    }
    CHECK(refusal(std::string(500, '1')) == "gs1.too_long 500 characters");
}

TEST_CASE("a lot may hold brackets of its own", "[domain][gs1]")
{
    const auto read = parse_gs1("(10)A(B)C(21)7");

    REQUIRE(read);
    REQUIRE(read->size() == 2);
    CHECK((*read)[0].value == "A(B)C");
}

TEST_CASE("day 00 is the last of its month", "[domain][gs1]")
{
    CHECK(gs1_date("261130") == "2026-11-30");
    CHECK(gs1_date("260200") == "2026-02-28");
    CHECK(gs1_date("280200") == "2028-02-29");
    CHECK(gs1_date("770101") == "1977-01-01");
    for (const char* wrong : {"", "26110", "2611301", "26a130", "260001", "261301", "260431"}) {
        INFO(wrong);
        CHECK(gs1_date(wrong).empty());
    }
}

TEST_CASE("no bytes at all bring the reader down", "[domain][gs1]")
{
    unsigned seed{12'345};
    const auto next = [&seed] { return seed = seed * 1'664'525U + 1'013'904'223U; };
    constexpr std::string_view letters{"0123456789()\x1D" "AZ#310"};
    std::size_t good{0};
    for (int round{0}; round < 20'000; ++round) {
        std::string text;
        for (unsigned left{next() >> 27U}; left > 0; --left) text += letters[(next() >> 16U) % letters.size()];
        const auto read = parse_gs1(text);
        if (!read) CHECK(read.error().code.substr(0, 4) == "gs1.");
        else good += read->size();
    }
    CHECK(good > 0);
}
