#include "sync/catalogue/import.hpp"

#include "sync/catalogue/attributes.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/folders.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

using namespace guitai;
using namespace guitai::literals;

namespace {

const std::string heading{"sku,store_view_code,product_type,categories,name,product_online,tax_class_name,price,"
                          "special_price,special_price_from_date,special_price_to_date,base_image,"
                          "additional_attributes,qty,configurable_variations\n"};

Catalogue catalogue_of(const std::string& rows, const std::string& today = {})
{
    CatalogueOptions options;
    options.today = today;
    auto read = read_catalogue(heading + rows, options);
    if (!read) FAIL(read.error().code << " " << read.error().detail);
    return std::move(*read);
}

} // namespace

TEST_CASE("a configurable product is the style of the simple ones it names", "[catalogue][magento]")
{
    const Catalogue catalogue{catalogue_of(
        "H1-S,,simple,Root/Men,Hoodie-S,1,Taxable Goods,52,,,,/s.jpg,\"has_options=0,size=S,color=Black\",7.0000,\n"
        "H1-M,,simple,Root/Men,Hoodie-M,1,None,52,,,,,\"size=M,color=Black\",,\n"
        "H1,,configurable,\"Root/Men/Hoodies,Root\",Hoodie,1,Taxable Goods,,,,,/h.jpg,,0,"
        "\"sku=H1-S,size=S,color=Black|sku=H1-M,size=M,color=Black\"\n"
        "CUP,,simple,,Cup,1,,9.5,,,,no_selection,,,\n")};

    REQUIRE(catalogue.items.size() == 3);
    CHECK(catalogue.style_count == 2);
    CHECK(catalogue.items[0].style.text == "H1");
    CHECK(catalogue.items[0].name == "Hoodie");
    CHECK(catalogue.items[0].category == "Hoodies");
    CHECK(catalogue.items[0].colour == "Black");
    CHECK(catalogue.items[0].size == "S");
    CHECK(catalogue.items[0].picture == "/s.jpg");
    CHECK(catalogue.items[0].tax_rate == BasisPoints{1'300});
    CHECK(catalogue.items[1].picture == "/h.jpg");
    CHECK(catalogue.items[1].tax_rate == BasisPoints{0});
    CHECK(catalogue.items[2].style.text == "CUP");
    CHECK(catalogue.items[2].picture.empty());
    CHECK(catalogue.items[2].price == 950_fen);
    CHECK(catalogue.quantities == std::vector<ListedQuantity>{{Sku{"H1-S"}, Quantity::pieces(7)}});
}

TEST_CASE("disabled products are left out, with all children of a disabled style", "[catalogue][magento]")
{
    const Catalogue catalogue{catalogue_of("A,,simple,,A,1,,1,,,,,,,\nB,,simple,,B,2,,nonsense,,,,,,,\n"
                                           "C,,configurable,,C,2,,,,,,,,,\"sku=C-S,size=S\"\n"
                                           "C-S,,simple,,C-S,1,,1,,,,,,,\n")};

    CHECK(catalogue.items.size() == 1);
    CHECK(catalogue.left_out == std::vector<Sku>{Sku{"B"}, Sku{"C-S"}});
}

TEST_CASE("a special price holds on its days only", "[catalogue][magento]")
{
    const std::string rows{"A,,simple,,A,1,,100,80,2026-11-01 00:00:00,2026-11-30 00:00:00,,,,\n"
                           "B,,simple,,B,1,,100,70,,,,,,\n"
                           "C,,simple,,C,1,,100,60,11/22/26,,,,,\n"
                           "D,,simple,,D,1,,100,50,one day,,,,,\n"};
    const auto prices = [&](const std::string& today) {
        std::vector<std::int64_t> fen;
        for (const CatalogueItem& item : catalogue_of(rows, today).items) fen.push_back(item.price.minor());
        return fen;
    };

    CHECK(prices("2026-11-22") == std::vector<std::int64_t>{8'000, 7'000, 6'000, 10'000});
    CHECK(prices("2026-12-01") == std::vector<std::int64_t>{10'000, 7'000, 6'000, 10'000});
    CHECK(prices("") == std::vector<std::int64_t>{10'000, 7'000, 10'000, 10'000});
    CHECK(catalogue_of(rows, "2026-11-22").items[0].was_price == 10000_fen);
}

TEST_CASE("a store view in English gives the English name and nothing else", "[catalogue][magento]")
{
    const Catalogue catalogue{catalogue_of("A,,simple,,羽绒服,1,,1,,,,,,,\nA,en,simple,,Down jacket,,,,,,,,,,\n"
                                           "A,fr,simple,,Doudoune,,,,,,,,,,\n")};

    REQUIRE(catalogue.items.size() == 1);
    CHECK(catalogue.items[0].name == "羽绒服");
    CHECK(catalogue.items[0].name_en == "Down jacket");
}

TEST_CASE("a child that never comes and a bundle are mentioned, not sold", "[catalogue][magento]")
{
    const Catalogue catalogue{catalogue_of("A,,simple,,A,1,,1,,,,,,,\nP,,configurable,,P,1,,,,,,,,,\"sku=P-S,size=S\"\n"
                                           "SET,,bundle,,Set,1,,,,,,,,,\n")};

    CHECK(catalogue.items.size() == 1);
    std::set<std::string> codes;
    for (const ImportWarning& warning : catalogue.warnings) codes.insert(warning.code);
    CHECK(codes == std::set<std::string>{"catalogue.missing_child", "catalogue.other_kind"});
}

TEST_CASE("attributes are split at their commas, not at those inside a value", "[catalogue][magento]")
{
    CHECK(read_attributes("a=1,b=Wool, Cotton,c=x|y") == Attributes{{"a", "1"}, {"b", "Wool, Cotton"}, {"c", "x|y"}});
    CHECK(read_attributes(R"(a="one, two",b="say ""hi""",c=)") ==
          Attributes{{"a", "one, two"}, {"b", "say \"hi\""}, {"c", ""}});
    CHECK(read_attributes("no pair,a=1") == Attributes{{"a", "1"}});
    CHECK(read_attributes("a=\"never closed") == Attributes{{"a", "never closed"}});
    CHECK(read_attributes("").empty());
    CHECK(read_variations("sku=A-1,size=S|M|sku=A-2,size=L") ==
          std::vector<Attributes>{{{"sku", "A-1"}, {"size", "S|M"}}, {{"sku", "A-2"}, {"size", "L"}}});
}

TEST_CASE("a barcode among the attributes is read", "[catalogue][magento]")
{
    const Catalogue catalogue{catalogue_of("A,,simple,,A,1,,1,,,,,\"ean=6901234567892,shoe_size=42\",,\n")};

    CHECK(catalogue.items[0].barcodes == std::vector<std::string>{"6901234567892"});
    CHECK(catalogue.items[0].size == "42");
}

TEST_CASE("Magento's own sample file gives 147 styles and 1,847 variants", "[catalogue][magento]")
{
    std::ifstream file{test::source_root() + "/../shared/data/magento-apparel/products.csv", std::ios::binary};
    if (!file) {
        WARN("magento-apparel/products.csv is not here; nothing was checked");
        return;
    }
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};

    const auto read = read_catalogue(bytes);

    REQUIRE(read);
    CHECK(read->format == CatalogueFormat::magento);
    CHECK(read->items.size() == 1'847);
    CHECK(read->style_count == 147);
    CHECK(read->warnings.empty());
    CHECK(std::all_of(read->items.begin(), read->items.end(),
                      [](const CatalogueItem& item) { return !item.size.empty() && !item.colour.empty(); }));
}
