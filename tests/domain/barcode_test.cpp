#include "terminal/domain/barcode.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/folders.hpp"

#include <fstream>
#include <sstream>

using namespace guitai;

TEST_CASE("the check digit makes up the weighted sum to a multiple of ten", "[domain][barcode]")
{
    CHECK(check_digit_of("692225545142") == '7');
    CHECK(check_digit_of("9638507") == '4');
    CHECK(check_digit_of("01234567890") == '5');
    CHECK(check_digit_of("") == '0');
}

TEST_CASE("one wrong digit is always seen", "[domain][barcode]")
{
    const std::string good{"6922255451427"};
    REQUIRE(has_right_check_digit(good));

    for (std::size_t at{0}; at < good.size(); ++at) {
        for (char digit{'0'}; digit <= '9'; ++digit) {
            std::string other{good};
            other[at] = digit;
            CHECK(has_right_check_digit(other) == (other == good));
        }
    }
}

TEST_CASE("only whole codes have a check digit", "[domain][barcode]")
{
    CHECK_FALSE(has_right_check_digit(""));
    CHECK_FALSE(has_right_check_digit("00000000000"));
    CHECK_FALSE(has_right_check_digit("69222554514AB"));
    CHECK(has_right_check_digit("96385074"));
}

TEST_CASE("a UPC-A and its EAN-13 are one code", "[domain][barcode]")
{
    CHECK(normal_barcode("012345678905") == "0012345678905");
    CHECK(normal_barcode("0012345678905") == "0012345678905");
    CHECK(normal_barcode("012345678906") == "012345678906"); // Not a UPC-A: its check digit is wrong.
    CHECK(normal_barcode(" YL2201-01-170\t") == "YL2201-01-170");
    CHECK(normal_barcode("96385074") == "96385074");
}

TEST_CASE("codes are told apart by length, check digit and prefix", "[domain][barcode]")
{
    CHECK(kind_of_barcode("6922255451427") == BarcodeKind::ean13);
    CHECK(kind_of_barcode("036000291452") == BarcodeKind::ean13);
    CHECK(kind_of_barcode("96385074") == BarcodeKind::ean8);
    CHECK(kind_of_barcode("2000001010013") == BarcodeKind::in_store);
    CHECK(kind_of_barcode("2000001010014") == BarcodeKind::other);
    CHECK(kind_of_barcode("YL2201") == BarcodeKind::other);
    CHECK(kind_of_barcode("") == BarcodeKind::other);
}

TEST_CASE("codes seen on real goods are judged rightly", "[domain][barcode]")
{
    std::ifstream file{test::source_root() + "/../shared/data/ean13/ean13_checkdigit.csv"};
    if (!file) {
        WARN("ean13/ean13_checkdigit.csv is not here; nothing was checked");
        return;
    }
    std::string line;
    std::getline(file, line); // The heading.
    while (std::getline(file, line)) {
        std::istringstream cells{line};
        std::string code, valid;
        std::getline(cells, code, ',');
        std::getline(cells, valid, ',');
        INFO(code);
        CHECK(has_right_check_digit(code) == (valid == "1"));
    }
}
