#include "sync/catalogue/import.hpp"
#include "sync/catalogue/members_csv.hpp"
#include "sync/catalogue/stock_csv.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/folders.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

using namespace guitai;

namespace {

std::string demo_file(const std::string& name)
{
    std::ifstream file{test::source_root() + "/assets/demo/" + name, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

Catalogue demo_catalogue()
{
    auto read = read_catalogue(demo_file("catalogue.csv"));
    if (!read) FAIL(read.error().code << " " << read.error().detail);
    return std::move(*read);
}

// EAN-13: odd places once, even places three times, a multiple of ten altogether.
bool has_right_check_digit(const std::string& digits)
{
    int sum{0};
    for (std::size_t at{0}; at < digits.size(); ++at) sum += (digits[at] - '0') * (at % 2 == 0 ? 1 : 3);
    return digits.size() == 13 && sum % 10 == 0;
}

} // namespace

TEST_CASE("the demo chain sells at least 60 styles in every category", "[catalogue][demo]")
{
    const Catalogue catalogue{demo_catalogue()};

    std::map<std::string, std::set<std::string>> styles;
    for (const CatalogueItem& item : catalogue.items) styles[item.category].insert(item.style.text);
    CHECK(catalogue.style_count >= 60);
    CHECK(catalogue.warnings.empty());
    for (const char* category : {"羽绒服", "长款", "马甲", "裤装", "童装", "配件"}) {
        INFO(category);
        CHECK(styles[category].size() >= 8);
    }
    CHECK(std::all_of(catalogue.items.begin(), catalogue.items.end(), [](const CatalogueItem& item) {
        return !item.name_en.empty() && !item.note.empty() && !item.colour.empty() && !item.size.empty() &&
               item.price > item.member_price;
    }));
}

TEST_CASE("every demo code is an in-store EAN-13", "[catalogue][demo]")
{
    for (const CatalogueItem& item : demo_catalogue().items) {
        REQUIRE(item.barcodes.size() == 1);
        CHECK(has_right_check_digit(item.barcodes.front()));
        CHECK(item.barcodes.front().front() == '2');
    }
}

TEST_CASE("the demo stock is uneven: gaps in the shops that the warehouse fills, and some that nobody does",
          "[catalogue][demo]")
{
    const Catalogue catalogue{demo_catalogue()};
    const auto stock = read_stock(demo_file("stock.csv"));
    REQUIRE(stock);

    std::map<std::string, std::map<std::string, Quantity>> places;
    for (const StockLine& line : *stock) places[line.sku.text][line.place.text] = line.quantity;
    std::size_t only_elsewhere{0};
    std::size_t nowhere{0};
    for (const CatalogueItem& item : catalogue.items) {
        const auto found = places.find(item.sku.text);
        if (found == places.end())
            ++nowhere;
        else if (found->second.count("S01") == 0 && found->second.count("W01") == 1)
            ++only_elsewhere;
    }
    CHECK(places.size() + nowhere == catalogue.items.size());
    CHECK(only_elsewhere > 100);
    CHECK(nowhere > 20);
}

TEST_CASE("the demo chain has 40 members with points that expire", "[catalogue][demo]")
{
    const auto members = read_members(demo_file("members.csv"));

    REQUIRE(members);
    CHECK(members->size() == 40);
    CHECK(std::all_of(members->begin(), members->end(), [](const ImportedMember& member) {
        return member.attributes.empty() && has_right_check_digit(member.profile.card) && !member.points.empty() &&
               !member.points.front().expires_on.empty();
    }));
}
