#include "terminal/store/barcode_rules.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temp_folder.hpp"

#include <fstream>

using namespace guitai;
using namespace guitai::test;

namespace {

Result<std::vector<InStoreRule>> rules_in(const std::string& text)
{
    const TempFolder temp;
    std::ofstream{temp / "barcode_rules.toml"} << text;
    return read_barcode_rules(temp / "barcode_rules.toml");
}

std::string wrong(const std::string& text)
{
    const auto rules = rules_in(text);
    return rules ? "" : rules.error().code + " " + rules.error().detail;
}

} // namespace

TEST_CASE("without a file the usual rules hold, with an empty one none", "[barcode_rules]")
{
    const TempFolder temp;
    CHECK(*read_barcode_rules(temp / "barcode_rules.toml") == default_in_store_rules());
    CHECK(rules_in("# none\n")->empty());
}

TEST_CASE("a rule is read as it is written, for each of its prefixes", "[barcode_rules]")
{
    const auto rules = rules_in("[[rule]]\n"
                                "name = \"weighed\"\n"
                                "prefix = [\"25\", \"26\"]\n"
                                "item_digits = 4\n"
                                "kind = \"weight\"\n"
                                "inner_check = true\n"
                                "\n"
                                "[[rule]]\n"
                                "prefix = \"29\"\n"
                                "length = 18\n"
                                "skip_digits = 5\n"
                                "value_digits = 5\n"
                                "kind = \"price\"\n");
    REQUIRE(rules);
    REQUIRE(rules->size() == 3);
    CHECK((*rules)[0].name == "weighed");
    CHECK((*rules)[1].prefix == "26");
    CHECK((*rules)[1].inner_check == InnerCheck::before_value);
    CHECK((*rules)[2].kind == InStoreKind::price);
    CHECK((*rules)[2].decimals == 2);
    CHECK((*rules)[2].skip_digits == 5);
}

TEST_CASE("what is wrong in the file is one line with its place", "[barcode_rules]")
{
    CHECK(wrong("[[rule]]\nprefix = \"25\"\nkind = \"colour\"\n") ==
          "barcodes.bad_file barcode_rules.toml line 3: kind is weight, price or quantity");
    CHECK(wrong("[[rule]]\nkind = \"price\"\n") ==
          "barcodes.bad_file barcode_rules.toml line 1: a rule needs a prefix");
    CHECK(wrong("[[rule]]\nprefix = 25\n") ==
          "barcodes.bad_file barcode_rules.toml line 2: prefix is digits in quotes, or a list of them");
    CHECK(wrong("[[rule]]\nprefix = \"25\"\ndecimals = -1\n") ==
          "barcodes.bad_file barcode_rules.toml line 3: decimals is a number from 0 to 99");
    CHECK(wrong("[[rule]]\nprefix = \"25\"\ncolour = 1\n") ==
          "barcodes.bad_file barcode_rules.toml line 3: colour is no word of a rule");
    CHECK(wrong("[[rule]]\nprefix = \"69\"\n") == "barcodes.bad_rule barcode_rules.toml line 1: 69: prefix");
    CHECK(wrong("rule = 3\n") == "barcodes.bad_file barcode_rules.toml line 1: rules are written as [[rule]]");
    CHECK(wrong("[[rules]]\nprefix = \"25\"\n").substr(0, 45) ==
          "barcodes.bad_file barcode_rules.toml line 1: ");
    CHECK(wrong("[[rule]\n").substr(0, 44) == "barcodes.bad_file barcode_rules.toml line 1:");
    CHECK(wrong(std::string(200'000, '#')) == "barcodes.bad_file barcode_rules.toml can not be read");
}
