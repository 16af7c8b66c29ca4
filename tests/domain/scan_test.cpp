#include "terminal/domain/barcode.hpp"
#include "terminal/domain/scan.hpp"

#include "tests/support/catch.hpp"

using namespace guitai;
using namespace guitai::literals;
using Codes = std::vector<std::string>;

namespace {

Scan scanned(std::string_view text) { return read_scan(text, default_in_store_rules()); }

// With its check digit.
std::string whole(std::string digits)
{
    digits += check_digit_of(digits);
    return digits;
}

} // namespace

TEST_CASE("a number is looked for as it came first and then in every other length", "[domain][scan]")
{
    CHECK(scanned("6922255451427").codes == Codes{"6922255451427", "06922255451427"});
    CHECK(scanned("012345678905").codes ==
          Codes{"012345678905", "00012345678905", "0012345678905"});
    CHECK(scanned("06922255451427").codes == Codes{"06922255451427", "6922255451427"});
    CHECK(scanned("96385074").codes == Codes{"96385074", "00000096385074", "0000096385074", "000096385074"});
    CHECK(scanned("16922255451424").codes == Codes{"16922255451424"}); // A case is not what is in it.
    CHECK(scanned("16922255451424").kind == ScanKind::case_code);
    CHECK(scanned("S01-71-D00001").codes == Codes{"S01-71-D00001"});
    CHECK(scanned("6922255451428").kind == ScanKind::plain); // A wrong check digit may still be somebody's own code.
    CHECK(scanned("").codes.empty());
}

TEST_CASE("a short UPC is written out, by each of its rules", "[domain][scan]")
{
    CHECK(expand_upc_e("01234505") == "012000003455");
    CHECK(expand_upc_e("01234531") == "012300000451");
    CHECK(expand_upc_e("01234543") == "012340000053");
    CHECK(expand_upc_e("01234558") == "012345000058");
    CHECK(expand_upc_e("01234559").empty());
    CHECK(expand_upc_e("21234505").empty());
    CHECK(expand_upc_e("0123450").empty());
    const Scan scan{scanned("01234505")};
    CHECK(scan.kind == ScanKind::upc);
    CHECK(std::find(scan.codes.begin(), scan.codes.end(), "0012000003455") != scan.codes.end());
}

TEST_CASE("what a scanner puts around a code is not the code", "[domain][scan]")
{
    CHECK(scanned(" 6922255451427\r").text == "6922255451427");
    const Scan scan{scanned("]E06922255451427")};
    CHECK(scan.text == "6922255451427");
    CHECK(scan.symbology == Symbology::ean_upc);
    CHECK(scan.codes.front() == "6922255451427");
    CHECK(scanned("]Zwhatever").text == "]Zwhatever");
}

TEST_CASE("a GS1 code is known by its prefix, its FNC1 or its look", "[domain][scan]")
{
    const std::string elements{"0106901234567892" "3103000850" "10L7\x1D" "21S9"};
    for (const char* prefix : {"]C1", "]d2", "]Q3", "]e0", "\x1D", ""}) {
        INFO(prefix);
        const Scan scan{scanned(prefix + elements)};
        CHECK(scan.kind == ScanKind::gs1);
        CHECK(scan.lot == "L7");
        CHECK(scan.serial == "S9");
        CHECK(scan.quantity == Quantity::from_milli(850));
        CHECK(scan.codes.size() >= 3);
        CHECK(scan.codes[scan.codes.size() - 2] == "06901234567892");
        CHECK(scan.codes.back() == "6901234567892");
        CHECK(scan.exact < scan.codes.size() - 1);
        CHECK(!scan.trouble);
    }
    CHECK(scanned("(01)06901234567892(30)12").quantity == Quantity::pieces(12));
    CHECK(scanned("0206901234567892" "3724").quantity == Quantity::pieces(24));
    CHECK(scanned("(01)06901234567892(17)261130").expires_on == "2026-11-30");
}

TEST_CASE("a GS1 code that says something wrong is told so, and still looked for as it came", "[domain][scan]")
{
    CHECK(scanned("]C10106901234567893").trouble->code == "gs1.bad_check_digit");
    CHECK(scanned("]C100123456789012345675").trouble->code == "scan.no_gtin");
    CHECK(scanned("(01)06901234567892(3103)000000").trouble->code == "scan.no_quantity");
    CHECK(scanned("(01)06901234567892(3932)840001290").trouble->code == "scan.other_currency");
    CHECK(!scanned("(house code)").trouble); // Nobody said that this is one.
    CHECK(scanned("(house code)").kind == ScanKind::plain);
}

TEST_CASE("decimals of a weight are rounded to thousandths", "[domain][scan]")
{
    CHECK(scanned("(01)06901234567892(3105)000850").quantity == Quantity::from_milli(9)); // 0.0085
    CHECK(scanned("(01)06901234567892(3100)000012").quantity == Quantity::pieces(12));
    CHECK(scanned("(01)06901234567892(3922)1290").price == 1290_fen);
    CHECK(scanned("(01)06901234567892(3920)12").price == 1200_fen);
    CHECK(scanned("(01)06901234567892(3923)12345").price == 1235_fen);
}

TEST_CASE("an in-store code tells the goods and how much by its rule", "[domain][scan]")
{
    const Scan price{scanned(whole("200012301290"))};
    CHECK(price.kind == ScanKind::in_store);
    CHECK(price.price == 1290_fen);
    CHECK(price.in_store->item == "00123");
    CHECK(std::vector<std::string>{price.codes.begin() + static_cast<std::ptrdiff_t>(price.exact), price.codes.end()} ==
          Codes{whole("200012300000"), "2000123", "00123", "123"});

    const Scan weight{scanned(whole("250012300850"))};
    CHECK(weight.quantity == Quantity::from_milli(850));
    CHECK(weight.price.is_zero());
    CHECK(scanned(whole("250012300000")).trouble->code == "scan.no_quantity");
    CHECK(scanned("2500123008500").trouble->code == "scan.bad_check_digit");
}

TEST_CASE("the longest prefix wins, and a code of another length is none of the rule's", "[domain][in_store]")
{
    InStoreRule count;
    count.prefix = "2099";
    count.item_digits = 4;
    count.kind = InStoreKind::quantity;
    count.decimals = 0;
    std::vector<InStoreRule> rules{default_in_store_rules()};
    rules.push_back(count);
    REQUIRE(check_rule(count));

    const auto found = match_in_store(whole("209912340012"), rules);
    REQUIRE((found && *found));
    CHECK((*found)->item == "1234");
    CHECK(quantity_of(**found) == Quantity::pieces(12));
    CHECK(!*match_in_store("20991234", rules));
    CHECK(!*match_in_store("6922255451427", rules));
}

TEST_CASE("a long label has both, and the rule says which is read", "[domain][in_store]")
{
    InStoreRule weight;
    weight.prefix = "28";
    weight.length = 18;
    weight.value_digits = 5;
    InStoreRule price{weight};
    price.prefix = "29";
    price.skip_digits = 5;
    price.kind = InStoreKind::price;
    price.decimals = 2;
    REQUIRE(check_rule(weight));
    REQUIRE(check_rule(price));

    const auto grams = match_in_store(whole("28" "00123" "00850" "01290"), {weight, price});
    const auto fen = match_in_store(whole("29" "00123" "00850" "01290"), {weight, price});
    REQUIRE((grams && *grams && fen && *fen));
    CHECK(quantity_of(**grams) == Quantity::from_milli(850));
    CHECK(price_of(**fen) == 1290_fen);
}

TEST_CASE("the price inside has a check digit of its own", "[domain][in_store]")
{
    // The examples of the General Specifications, 7.9.3 and 7.9.4.
    CHECK(price_check_digit("2875") == '9');
    CHECK(price_check_digit("14685") == '6');
    CHECK(!price_check_digit("123"));

    InStoreRule rule;
    rule.prefix = "28";
    rule.kind = InStoreKind::price;
    rule.decimals = 2;
    rule.inner_check = InnerCheck::before_value;
    REQUIRE(check_rule(rule)); // 2 + 5 + 1 + 4 + 1
    const auto good = match_in_store(whole("28" "00123" "9" "2875"), {rule});
    REQUIRE((good && *good));
    CHECK(price_of(**good) == 2875_fen);
    CHECK(match_in_store(whole("28" "00123" "8" "2875"), {rule}).error().code == "scan.bad_check_digit");
}

TEST_CASE("a rule that can not be is refused with its field", "[domain][in_store]")
{
    const auto refusal = [](auto change) {
        InStoreRule rule;
        rule.prefix = "20";
        change(rule);
        const auto checked = check_rule(rule);
        return checked ? "" : checked.error().detail;
    };
    CHECK(refusal([](InStoreRule&) {}).empty());
    CHECK(refusal([](InStoreRule& rule) { rule.prefix = "2"; }) == "2: prefix");
    CHECK(refusal([](InStoreRule& rule) { rule.prefix = "69"; }) == "69: prefix");
    CHECK(refusal([](InStoreRule& rule) { rule.prefix = "2x"; }) == "2x: prefix");
    CHECK(refusal([](InStoreRule& rule) { rule.length = 12; }) == "20: length");
    CHECK(refusal([](InStoreRule& rule) { rule.item_digits = 10; }) == "20: value_digits");
    CHECK(refusal([](InStoreRule& rule) { rule.item_digits = 0; }) == "20: value_digits");
    CHECK(refusal([](InStoreRule& rule) { rule.skip_digits = ~std::size_t{0}; }) == "20: value_digits");
    CHECK(refusal([](InStoreRule& rule) { rule.decimals = 4; }) == "20: decimals");
    CHECK(refusal([](InStoreRule& rule) {
              rule.kind = InStoreKind::price;
              rule.decimals = 3;
          }) == "20: decimals");
    CHECK(refusal([](InStoreRule& rule) {
              rule.item_digits = 6;
              rule.inner_check = InnerCheck::before_value;
              rule.value_digits = 3;
          }) == "20: inner_check");
}

TEST_CASE("a label's price buys never less than it says, by less than a thousandth", "[domain][scan]")
{
    for (std::int64_t price{1}; price < 3'000; price += 7) {
        for (const std::int64_t unit : {1, 99, 1'980, 6'980, 123'456}) {
            const Quantity quantity{quantity_for(Money::from_minor(price), Money::from_minor(unit))};
            CHECK(quantity.milli() * unit >= price * 1'000);
            CHECK((quantity.milli() - 1) * unit < price * 1'000);
        }
    }
    CHECK(quantity_for(1290_fen, Money{}).is_zero());
}
