#include "sync/catalogue/import.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/folders.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

using namespace guitai;
using namespace guitai::literals;

namespace {

const std::string heading{"Handle,Title,Type,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,"
                          "Variant Price,Variant Compare At Price,Variant Barcode,Image Src,Member Price,Tax Rate\n"};

Refusal refusal_of(const std::string& rows)
{
    const auto read = read_catalogue(heading + rows);
    return read ? Refusal{} : read.error();
}

} // namespace

TEST_CASE("a product's first row speaks for its other variants", "[catalogue][shopify]")
{
    const auto read = read_catalogue(heading + "yl2201,长款羽绒服,羽绒服,颜色,雾蓝,尺码,M,YL2201-1,1299.00,1599.00,"
                                               "'2000000000015,a.jpg,1199,13\n"
                                               "yl2201,,,,墨黑,,L,YL2201-2,1299.00,,,,,\n");

    REQUIRE(read);
    REQUIRE(read->items.size() == 2);
    const CatalogueItem& first{read->items[0]};
    CHECK(first.sku.text == "YL2201-1");
    CHECK(first.barcodes == std::vector<std::string>{"2000000000015"});
    CHECK(first.was_price == 159900_fen);
    CHECK(first.member_price == 119900_fen);
    const CatalogueItem& second{read->items[1]};
    CHECK(second.style.text == "yl2201");
    CHECK(second.name == "长款羽绒服");
    CHECK(second.category == "羽绒服");
    CHECK(second.colour == "墨黑");
    CHECK(second.size == "L");
    CHECK(second.price == 129900_fen);
    CHECK(second.was_price == 0_fen);
    CHECK(second.member_price == 0_fen);
    CHECK(second.picture == "a.jpg");
    CHECK(second.barcodes.empty());
    CHECK(second.position == 2);
    CHECK(read->style_count == 1);
}

TEST_CASE("rows that only add a picture are no variants", "[catalogue][shopify]")
{
    const auto read = read_catalogue(heading + "a,A,,Title,Default Title,,,A1,10,,,,,\n"
                                               "a,,,,,,,,,,,second.jpg,,\n");

    REQUIRE(read);
    CHECK(read->items.size() == 1);
    CHECK(read->items[0].colour.empty());
    CHECK(read->items[0].size.empty());
    CHECK(read->items[0].picture == "second.jpg");
}

TEST_CASE("a variant without a SKU is given the same one at every import", "[catalogue][shopify]")
{
    const std::string rows{"top,Top,,Size,Small,,,,60,,,,,\ntop,,,,Large,,,,60,,,,,\n"};
    const auto once = read_catalogue(heading + rows);
    const auto again = read_catalogue(heading + rows);

    REQUIRE(once);
    CHECK(once->items[0].sku.text == "top/Small");
    CHECK(once->items[1].sku.text == "top/Large");
    CHECK(once->items == again->items);
}

TEST_CASE("columns may stand in any order, more of them too", "[catalogue][shopify]")
{
    const auto read = read_catalogue("Cost per item,Variant Price,Title,Google Shopping / MPN,Handle\n1,5,Cup,x,cup\n");

    REQUIRE(read);
    CHECK(read->items[0].price == 500_fen);
    CHECK(read->items[0].sku.text == "cup");
}

TEST_CASE("the newer heading of the same export is read as well", "[catalogue][shopify]")
{
    const auto read =
        read_catalogue("Title,URL handle,SKU,Option1 name,Option1 value,Price,Compare-at price,Charge tax,"
                       "Status,Inventory quantity\nCoat,coat,C-1,Size,M,80,99,FALSE,Active,-2\n");

    REQUIRE(read);
    CHECK(read->items[0].size == "M");
    CHECK(read->items[0].was_price == 9900_fen);
    CHECK(read->items[0].tax_rate == BasisPoints{0});
    CHECK(read->quantities == std::vector<ListedQuantity>{{Sku{"C-1"}, Quantity::pieces(-2)}});
}

TEST_CASE("an option of any other name finds its axis too", "[catalogue][shopify]")
{
    const auto read = read_catalogue("Handle,Title,Variant Price,Option1 Name,Option1 Value,Option2 Name,Option2 Value,"
                                     "Option3 Name,Option3 Value\n"
                                     "a,A,1,Color,Red,Length,Long,Cloth,Wool\n");

    REQUIRE(read);
    CHECK(read->items[0].colour == "Red · Wool");
    CHECK(read->items[0].size == "Long");
}

TEST_CASE("goods that are exempt carry no tax and others the shop's rate", "[catalogue][shopify]")
{
    CatalogueOptions options;
    options.default_tax_rate = BasisPoints{900};
    const auto read = read_catalogue("Handle,Title,Variant Price,Variant Taxable,Tax Rate\n"
                                     "a,A,1,true,\nb,B,1,false,\nc,C,1,true,6%\n",
                                     options);

    REQUIRE(read);
    CHECK(read->items[0].tax_rate == BasisPoints{900});
    CHECK(read->items[1].tax_rate == BasisPoints{0});
    CHECK(read->items[2].tax_rate == BasisPoints{600});
}

TEST_CASE("drafts and archived products are left out by name", "[catalogue][shopify]")
{
    const auto read = read_catalogue("Handle,Title,Variant Price,Variant SKU,Status\n"
                                     "a,A,1,A1,active\nb,B,1,B1,draft\nb,,1,B2,\nc,C,1,C1,archived\n");

    REQUIRE(read);
    CHECK(read->items.size() == 1);
    CHECK(read->left_out == std::vector<Sku>{Sku{"B1"}, Sku{"B2"}, Sku{"C1"}});
    REQUIRE(read->warnings.size() == 1);
    CHECK(read->warnings[0] == ImportWarning{"catalogue.left_out", 3, 3, "b is a draft or archived"});
}

TEST_CASE("one bad price refuses the whole file with its line and column", "[catalogue][shopify]")
{
    const Refusal refusal{refusal_of("a,A,,,,,,A1,10,,,,,\nb,B,,,,,,B1,-5,,,,,\n")};

    CHECK(refusal.code == "catalogue.negative_price");
    CHECK(refusal.detail == "line 3, Variant Price: -5 is negative");
}

TEST_CASE("every bad line is named beside the first", "[catalogue][shopify]")
{
    const Refusal refusal{
        refusal_of("a,A,,,,,,A1,x,,,,,\nb,B,,,,,,B1,1,,,,,\nc,C,,,,,,C1,,,,,,\nd,D,,,,,,D1,9.999,,,,,\n")};

    CHECK(refusal.code == "catalogue.bad_price");
    CHECK(refusal.detail == "line 2, Variant Price: \"x\" is not an amount (and 2 more: line 4, 5)");
}

TEST_CASE("a SKU that names two things is refused, one said twice is not", "[catalogue][shopify]")
{
    const Refusal refusal{refusal_of("a,A,,Size,S,,,A1,10,,,,,\na,,,,M,,,A1,10,,,,,\n")};
    const auto repeated = read_catalogue(heading + "a,A,,Size,S,,,A1,10,,,,,\na,,,,S,,,A1,10,,,,,\n");

    CHECK(refusal.code == "catalogue.duplicate_sku");
    CHECK(refusal.detail == "line 3, SKU: A1 is another thing on line 2");
    REQUIRE(repeated);
    CHECK(repeated->items.size() == 1);
    CHECK(repeated->warnings.at(0).code == "catalogue.repeated_row");
}

TEST_CASE("a barcode that names two things is refused, in either of its lengths", "[catalogue][shopify]")
{
    CHECK(refusal_of("a,A,,,,,,A1,10,,012345678905,,,\nb,B,,,,,,B1,10,,0012345678905,,,\n").code ==
          "catalogue.duplicate_barcode");
    CHECK(refusal_of("a,A,,,,,,A1,10,,2000000000015,,,\nb,B,,,,,,2000000000015,10,,,,,\n").code ==
          "catalogue.duplicate_barcode");
    CHECK(refusal_of("a,A,,,,,,2000000000015,10,,2000000000015,,,\n").code.empty());
}

TEST_CASE("a barcode that a spreadsheet has rounded is refused", "[catalogue][shopify]")
{
    const Refusal refusal{refusal_of("a,A,,,,,,A1,10,,6.90123E+12,,,\n")};

    CHECK(refusal.code == "catalogue.bad_barcode");
    CHECK(refusal.detail.find("line 2, Variant Barcode: 6.90123E+12") == 0);
}

TEST_CASE("a price of nothing is allowed and mentioned", "[catalogue][shopify]")
{
    const auto read = read_catalogue(heading + "bag,Bag,,,,,,BAG,0,,,,,\n");

    REQUIRE(read);
    CHECK(read->items[0].price == 0_fen);
    CHECK(read->warnings.at(0).code == "catalogue.free");
}

TEST_CASE("a name that would not fit an event is refused", "[catalogue][shopify]")
{
    CHECK(refusal_of(fmt::format("a,{:x>801},,,,,,A1,10,,,,,\n", "")).code == "catalogue.too_long");
}

TEST_CASE("a file with nothing for sale is refused", "[catalogue][shopify]")
{
    CHECK(read_catalogue("Handle,Title,Variant Price,Status\na,A,1,draft\n").error().code ==
          "catalogue.nothing_for_sale");
}

TEST_CASE("a file of another kind is refused by what it lacks", "[catalogue][import]")
{
    const auto prices = read_catalogue("Handle,Title\na,A\n");
    const auto semicolons = read_catalogue("Handle;Title;Variant Price\na;A;1\n");

    CHECK(prices.error().code == "catalogue.unknown_format");
    CHECK(prices.error().detail.find("\"Variant Price\"") != std::string::npos);
    CHECK(semicolons.error().detail.find("not separated by commas") != std::string::npos);
}

TEST_CASE("a catalogue in GBK is read when it is named so", "[catalogue][import]")
{
    CatalogueOptions options;
    options.encoding = Encoding::gb18030;
    const auto read = read_catalogue("Handle,Title,Variant Price\nyl1,\xD3\xF0\xC8\xDE\xB7\xFE,899\n", options);

    REQUIRE(read);
    CHECK(read->items[0].name == "羽绒服");
}

TEST_CASE("tags, collections and what no promotion touches are read", "[catalogue][shopify]")
{
    const auto read = read_catalogue("Handle,Title,Variant Price,Tags,Collection,Discountable,Weighed\n"
                                     "yl1,羽绒服,899,\"冬季, 新品 ,\",主推,,\n"
                                     "bag,购物袋,1,,,no,\n"
                                     "wool,羊毛面料,120,,,,yes\n");
    const auto wrong = read_catalogue("Handle,Title,Variant Price,Discountable\nbag,购物袋,1,maybe\n");

    REQUIRE(read);
    CHECK(read->items[0].tags == std::vector<std::string>{"冬季", "新品"});
    CHECK(read->items[0].collections == std::vector<std::string>{"主推"});
    CHECK(read->items[0].discountable);
    CHECK_FALSE(read->items[0].weighed);
    CHECK_FALSE(read->items[1].discountable);
    CHECK(read->items[2].weighed);
    CHECK(wrong.error().code == "catalogue.bad_flag");
}

TEST_CASE("Shopify's own sample file is read whole", "[catalogue][shopify]")
{
    std::ifstream file{test::source_root() + "/../shared/data/shopify-product-csvs/apparel.csv", std::ios::binary};
    if (!file) {
        WARN("shopify-product-csvs/apparel.csv is not here; nothing was checked");
        return;
    }
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};

    const auto read = read_catalogue(bytes);

    REQUIRE(read);
    CHECK(read->items.size() == 22);
    CHECK(read->style_count == 20);
    CHECK(read->items[1].sku.text == "classic-varsity-top/Small");
    CHECK(read->items[1].size == "Small");
}
