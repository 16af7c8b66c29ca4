#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"
#include "sync/events/order.hpp"
#include "sync/events/quantity.hpp"
#include "sync/events/time.hpp"

#include "tests/events/sample.hpp"
#include "tests/support/catch.hpp"

#include <random>

using namespace guitai;
using namespace guitai::literals;

TEST_CASE("money rounds half a fen away from zero")
{
    struct Row {
        std::int64_t minor, numerator, denominator, expected;
    };
    const std::vector<Row> rows{
        {1, 1, 2, 1},
        {-1, 1, 2, -1},
        {1, 1, 3, 0},
        {-1, 1, 3, 0},
        {2, 1, 3, 1},
        {5, 1, 10, 1},
        {4, 1, 10, 0},
        {15, 1, 10, 2},
        {-15, 1, 10, -2},
        {25, 1, 10, 3},
        {0, 5, 7, 0},
        {7, -1, 2, -4},
        {100'000'000'000, 999'999'999, 1'000'000'000, 99'999'999'900},
    };

    for (const auto& [minor, numerator, denominator, expected] : rows) {
        INFO(minor << " × " << numerator << " ÷ " << denominator);
        CHECK(Money::from_minor(minor).scaled(numerator, denominator).minor() == expected);
    }
    CHECK((119900_fen).tax_inside({1300}) == 13794_fen);
    CHECK((119900_fen).at_rate({1300}) == 15587_fen);
    CHECK((100_fen).at_rate({50}) == 1_fen);
    CHECK(Quantity::from_milli(850).times(12000_fen) == 10200_fen);
    CHECK(Quantity::from_milli(-333).times(100_fen) == -33_fen);
}

TEST_CASE("tax inside an amount and the rest of it add up to the amount for any rate")
{
    std::mt19937_64 dice{11};
    for (int i{0}; i < 2'000; ++i) {
        const Money amount{Money::from_minor(static_cast<std::int64_t>(dice() % 2'000'000) - 1'000'000)};
        const BasisPoints rate{static_cast<std::int64_t>(dice() % 10'000)};

        const Money tax{amount.tax_inside(rate)};
        const Money net{amount - tax};

        // Putting the tax on top again gives the amount, to one fen of rounding.
        const std::int64_t back{(net + net.at_rate(rate) - amount).minor()};
        CHECK((back >= -1 && back <= 1));
        CHECK((-amount).tax_inside(rate) == -tax);
    }
}

TEST_CASE("money is shown with its sign, groups and two decimals")
{
    CHECK(text_of(0_fen) == "¥0.00");
    CHECK(text_of(5_fen) == "¥0.05");
    CHECK(text_of(123450_fen) == "¥1,234.50");
    CHECK(text_of(-99999_fen) == "−¥999.99");
    CHECK(text_of(-100000_fen) == "−¥1,000.00");
    CHECK(text_of(Money::from_minor(Money::minor_max)) == "¥1,000,000,000.00");
}

TEST_CASE("money is read exactly or not at all")
{
    struct Row {
        std::string text;
        std::int64_t minor;
    };
    const std::vector<Row> rows{{"0", 0},
                                {"1234.5", 123'450},
                                {"1,234.50", 123'450},
                                {"-3", -300},
                                {"1,000,000", 100'000'000},
                                {"0.01", 1},
                                {"1000000000", Money::minor_max}};
    for (const auto& [text, minor] : rows) {
        INFO(text);
        REQUIRE(parse_money(text));
        CHECK(parse_money(text)->minor() == minor);
    }
    for (const char* text : {"",
                             "-",
                             ".",
                             "1.234",
                             "1.2.3",
                             "abc",
                             "1 000",
                             "¥5",
                             "+5",
                             "1e5",
                             "--1",
                             ",1",
                             "1,2",
                             "1,,234",
                             "12,34",
                             "1234,567",
                             "1,234,",
                             "1000000000.01",
                             "99999999999999999999999",
                             "１２",
                             "0x10",
                             " 1",
                             "1 "}) {
        INFO(text);
        CHECK_FALSE(parse_money(text));
    }
}

TEST_CASE("a quantity is read and shown to the thousandth")
{
    CHECK(parse_quantity("2") == Quantity::pieces(2));
    CHECK(parse_quantity("0.85") == Quantity::from_milli(850));
    CHECK(parse_quantity("-1.005") == Quantity::from_milli(-1'005));
    for (const char* text : {"", ".", "1.0005", "1,5", "x", "1000001", "99999999999999999999", "-"}) {
        INFO(text);
        CHECK_FALSE(parse_quantity(text));
    }
    CHECK(text_of(Quantity::pieces(2)) == "2");
    CHECK(text_of(Quantity::from_milli(850)) == "0.85");
    CHECK(text_of(Quantity::from_milli(-1'005)) == "-1.005");
    CHECK(Quantity::from_milli(1'999).whole() == 1);
}

TEST_CASE("days and minutes are those of the shop")
{
    constexpr std::int64_t late{1'795'390'500'000}; // 2026-11-22T23:35Z
    CHECK(iso_date(late, 0) == "2026-11-22");
    CHECK(iso_date(late, 480) == "2026-11-23");
    CHECK(date_and_minute(late, 480) == "2026-11-23 07:35");
    CHECK(date_and_minute(late, -300) == "2026-11-22 18:35");
    CHECK(local_time(late, 480).weekday == 1);
    CHECK(iso_date(-1, 0) == "1969-12-31");
    CHECK(local_time(-1, 0).second == 59);
    CHECK(iso_date(951'782'400'000, 0) == "2000-02-29");
}

TEST_CASE("dates are counted over months, years and leap days")
{
    CHECK(date_plus_days("2026-12-31", 1) == "2027-01-01");
    CHECK(date_plus_days("2028-02-28", 1) == "2028-02-29");
    CHECK(date_plus_days("2026-03-01", -1) == "2026-02-28");
    CHECK(days_between("2026-01-01", "2027-01-01") == 365);
    CHECK(days_between("2027-01-01", "2026-01-01") == -365);
    for (const char* date : {"2026-11-22", "2000-02-29"}) CHECK(is_iso_date(date));
    for (const char* date : {"", "2026-11-31", "2026-02-29", "2026-1-1", "2026-11-22 ", "22.11.2026", "2026-11-2x"}) {
        INFO(date);
        CHECK_FALSE(is_iso_date(date));
    }
}

TEST_CASE("an instant is read with its offset or not at all")
{
    constexpr std::int64_t noon{1'795'327'500'000};
    for (const char* text : {"2026-11-22T14:05:00+08:00", "2026-11-22T06:05:00Z", "2026-11-22 06:05Z",
                             "2026-11-22T06:05:00.000Z", "2026-11-22T14:05:00+0800", "2026-11-22T01:05:00-05:00"}) {
        INFO(text);
        CHECK(parse_iso_instant(text) == noon);
    }
    CHECK(parse_iso_instant("2026-11-22T06:05:00.25Z") == noon + 250);
    CHECK(parse_iso_instant("2026-11-22T06:05:00.123456Z") == noon + 123);
    for (const char* text : {"", "2026-11-22", "2026-11-22T06:05:00", "2026-11-22T25:00:00Z", "2026-11-22T06:60:00Z",
                             "2026-13-01T00:00:00Z", "2026-11-22T06:05:00+8", "2026-11-22T06:05:00Zx",
                             "2026-11-22T06:05:00+08:0x", "2026-11-22T06"}) {
        INFO(text);
        CHECK_FALSE(parse_iso_instant(text));
    }
}

TEST_CASE("ids made at the counter carry their till and their count")
{
    CHECK(make_receipt_number({"S01"}, 3, 128).text == "S01-3-000128");
    CHECK(make_order_id({"S01"}, 3, 7).text == "S01-3-D00007");
    CHECK(make_member_id(3, 44).text == "M3-000044");
}

TEST_CASE("a place is named by 1 to 12 letters, digits, dashes and underscores")
{
    CHECK(is_place_code("S01"));
    CHECK(is_place_code("WH-EAST_1234"));
    CHECK_FALSE(is_place_code(""));
    CHECK_FALSE(is_place_code("WH-EAST_12345"));
    CHECK_FALSE(is_place_code("人民路"));
    CHECK_FALSE(is_place_code("S 1"));
}

TEST_CASE("the life of an order is the table in the golden file")
{
    CHECK(order_matrix() == tests::read_file(tests::golden_folder() / "order_matrix.txt"));
}

TEST_CASE("a step that an order can not take is refused with both names")
{
    CHECK(after(OrderState::accepted, OrderStep::ship) == OrderState::shipped);

    const auto refused = after(OrderState::delivered, OrderStep::ship);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "order.wrong_state");
    CHECK(refused.error().detail.find("ship") != std::string::npos);
    CHECK(refused.error().detail.find("delivered") != std::string::npos);
}
