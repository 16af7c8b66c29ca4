#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

#include <set>

using namespace guitai;
using namespace guitai::test;

namespace {

// One style in two colours, the first without S, as a file may list it.
ItemsListed down_jackets()
{
    ItemsListed listed;
    std::int64_t position{0};
    const std::vector<std::pair<std::string, std::string>> cells{
        {"墨黑", "M"}, {"墨黑", "L"}, {"雾蓝", "S"}, {"雾蓝", "M"}};
    for (const auto& [colour, size] : cells) {
        CatalogueItem one{item("YR2401-" + colour + size, "YR2401", "轻薄连帽羽绒服", 39'900)};
        one.name_en = "Light hooded down jacket";
        one.colour = colour;
        one.size = size;
        one.position = ++position;
        one.barcodes = {"690123456780" + std::to_string(position)};
        listed.items.push_back(one);
    }
    return listed;
}

StockMoved moved(const std::string& place, const std::string& sku, std::int64_t pieces)
{
    return {StockReason::counted, 0, 0, {{{place}, {sku}, Quantity::pieces(pieces)}}};
}

std::vector<std::string> skus(const std::vector<FoundProduct>& products)
{
    std::vector<std::string> found;
    for (const FoundProduct& product : products) found.push_back(product.sku.text);
    return found;
}

} // namespace

TEST_CASE("a code is looked for among barcodes, then among SKUs")
{
    OpenTill till;
    ItemsListed listed{down_jackets()};
    listed.items[0].barcodes.push_back("YR2401-墨黑L"); // Somebody's barcode, and another item's SKU.
    till.told(listed);

    CHECK(till.store().catalogue().find_code("6901234567802")->sku.text == "YR2401-墨黑L");
    CHECK(till.store().catalogue().find_code("YR2401-雾蓝S")->size == "S");
    CHECK(till.store().catalogue().find_code("YR2401-墨黑L")->sku.text == "YR2401-墨黑M");
    CHECK(!till.store().catalogue().find_code("6901234567899"));
    CHECK(!till.store().catalogue().find_code(""));
}

TEST_CASE("what promotions ask of an item is at the till as the head office said it last")
{
    OpenTill till;
    ItemsListed listed{down_jackets()};
    listed.items[0].tags = {"冬季", "新品"};
    listed.items[0].collections = {"主推"};
    listed.items[1].discountable = false;
    listed.items[1].weighed = true;
    till.told(listed);
    const auto first = till.store().catalogue().find(listed.items[0].sku);
    const auto second = till.store().catalogue().find(listed.items[1].sku);
    listed.items[0].tags = {"反季"};
    till.told(listed);

    CHECK(first->tags == std::vector<std::string>{"冬季", "新品"});
    CHECK(first->collections == std::vector<std::string>{"主推"});
    CHECK_FALSE(second->discountable);
    CHECK(second->weighed);
    CHECK(till.store().catalogue().find(listed.items[0].sku)->tags == std::vector<std::string>{"反季"});
}

TEST_CASE("a product comes back as the head office listed it")
{
    OpenTill till;
    ItemsListed listed{down_jackets()};
    listed.items[2].member_price = Money::from_minor(35'900);
    listed.items[2].was_price = Money::from_minor(49'900);
    listed.items[2].picture = "yr2401-blue.jpg";
    listed.items[2].note = "90% 白鸭绒";
    for (CatalogueItem& one : listed.items) one.note = listed.items[2].note;
    till.told(listed);

    CHECK(till.store().catalogue().find({"YR2401-雾蓝S"}) == listed.items[2]);
    CHECK(till.store().catalogue().find({"YR2401-墨黑M"}) == listed.items[0]);
}

TEST_CASE("what is listed again replaces what was said of that SKU only")
{
    OpenTill till;
    till.told(down_jackets());
    CatalogueItem dearer{down_jackets().items[1]};
    dearer.price = Money::from_minor(45'900);
    dearer.barcodes = {"6909999999999"};
    till.told(ItemsListed{{dearer}});

    CHECK(till.store().catalogue().find({"YR2401-墨黑L"})->price == Money::from_minor(45'900));
    CHECK(!till.store().catalogue().find_code("6901234567802"));
    CHECK(till.store().catalogue().find_code("6909999999999"));
    CHECK(till.store().catalogue().find({"YR2401-墨黑M"})->price == Money::from_minor(39'900));
}

TEST_CASE("what is withdrawn is not found by code, nor searched, nor shown")
{
    OpenTill till;
    ItemsListed listed{down_jackets()};
    till.told(listed);
    for (CatalogueItem& one : listed.items) one.withdrawn = true;
    till.told(listed);

    CHECK(!till.store().catalogue().find_code("6901234567801"));
    CHECK(till.store().catalogue().find({"YR2401-墨黑M"})->withdrawn);
    CHECK(till.store().catalogue().search("羽绒服", 20).empty());
    CHECK(till.store().catalogue().tiles("", 0, 20).empty());
    CHECK(till.store().catalogue().categories().empty());
    CHECK(till.store().catalogue().count_styles("") == 0);
    CHECK(till.store().catalogue().grid({"YR2401"}).style.empty());
}

TEST_CASE("a search answers to names, initials, style numbers, SKUs and barcodes")
{
    OpenTill till;
    till.told(down_jackets());
    till.told(ItemsListed{{item("FY2402-1", "FY2402", "长款风衣", 59'900), item("MX2403-1", "MX2403", "单色毛线帽", 9'900)}});
    const auto first = [&](std::string_view typed) {
        const auto found = till.store().catalogue().search(typed, 20);
        return found.empty() ? std::string{} : found.front().style.text;
    };

    CHECK(first("羽绒服") == "YR2401");
    CHECK(first("绒") == "YR2401"); // One character, which trigrams never find.
    CHECK(first("帽羽") == "YR2401");
    CHECK(first("yrf") == "YR2401");
    CHECK(first("YRF") == "YR2401");
    CHECK(first("ckfy") == "FY2402"); // 长 as cháng …
    CHECK(first("zkfy") == "FY2402"); // … and as zhǎng.
    CHECK(first("dsmx") == "MX2403");
    CHECK(first("hooded jack") == "YR2401");
    CHECK(first("fy24") == "FY2402");
    CHECK(first("MX2403-1") == "MX2403");
    CHECK(first("69012345678") == "YR2401");
    CHECK(first(" 羽绒服 ") == "YR2401");
    CHECK(first("帽 风").empty()); // Both words in one name, which there is not.
    CHECK(first("皮鞋").empty());
    CHECK(first("").empty());
    CHECK(first("\"羽\" OR *").empty());
    CHECK(first("' --").empty());
}

TEST_CASE("one style that matches shows its items, many share the list")
{
    OpenTill till;
    till.told(down_jackets());

    CHECK(skus(till.store().catalogue().search("羽绒服", 20)).size() == 4);

    ItemsListed more;
    for (int i{0}; i < 8; ++i) {
        for (const char* size : {"S", "M"}) {
            CatalogueItem one{item("K" + std::to_string(i) + size, "K" + std::to_string(i), "短款羽绒服", 29'900)};
            one.size = size;
            more.items.push_back(one);
        }
    }
    till.told(more);
    const auto found = till.store().catalogue().search("羽绒服", 9);
    std::set<std::string> styles;
    for (const FoundProduct& product : found) styles.insert(product.style.text);
    CHECK(found.size() == 9);
    CHECK(styles.size() == 9);
}

TEST_CASE("an item that lies here is found before one that does not")
{
    OpenTill till;
    till.told(down_jackets());
    till.told(moved("S01", "YR2401-雾蓝S", 2));

    const auto found = till.store().catalogue().search("yr2401", 3);

    REQUIRE(found.size() == 3);
    CHECK(found[0].sku.text == "YR2401-雾蓝S");
    CHECK(found[0].here == 2);
    CHECK(found[0].variant == "雾蓝 S");
    CHECK(found[0].first_barcode == "6901234567803");
    CHECK(found[1].here == 0);
}

TEST_CASE("the grid puts colours down, sizes across, and a gap where nothing was made")
{
    OpenTill till;
    till.told(place("S01", "人民路店"));
    till.told(place("S02", "中山路店"));
    till.told(place("W01", "总仓", PlaceKind::warehouse));
    till.told(down_jackets());
    till.told(moved("S01", "YR2401-墨黑M", 3));
    till.told(moved("S02", "YR2401-墨黑L", 1));
    till.told(moved("W01", "YR2401-墨黑L", 40));

    const GridView grid{till.store().catalogue().grid({"YR2401"})};

    CHECK(grid.colours == std::vector<std::string>{"墨黑", "雾蓝"});
    CHECK(grid.sizes == std::vector<std::string>{"S", "M", "L"}); // Although the file begins with M.
    REQUIRE(grid.cells.size() == 6);
    CHECK(grid.cells[0].sku.empty());
    CHECK(grid.cells[1].here == 3);
    CHECK(grid.cells[2].here == 0);
    CHECK(grid.cells[2].shops == 1);
    CHECK(grid.cells[2].warehouse == 40);
    CHECK(grid.broken_sizes);
    CHECK(grid.as_of_ms == till.clock.at_ms);
    CHECK(till.store().catalogue().grid({"nothing"}).style.empty());

    const auto elsewhere = till.store().catalogue().stock_elsewhere({"YR2401-墨黑L"});
    REQUIRE(elsewhere.size() == 2);
    CHECK(elsewhere[0].name == "中山路店");
    CHECK(elsewhere[1].kind == PlaceKind::warehouse);
    CHECK(elsewhere[1].pieces == 40);
}

TEST_CASE("tiles come a window at a time, by category, with what lies here")
{
    OpenTill till;
    till.told(down_jackets());
    CatalogueItem hat{item("MX2403-1", "MX2403", "单色毛线帽", 9'900)};
    hat.category = "配件";
    till.told(ItemsListed{{hat}});
    till.told(moved("S01", "YR2401-墨黑M", 3));
    till.told(moved("S01", "YR2401-墨黑L", -1)); // Sold before it was counted.

    const auto all = till.store().catalogue().tiles("", 0, 10);
    REQUIRE(all.size() == 2);
    CHECK(all[0].style.text == "YR2401");
    CHECK(all[0].here == 3);
    CHECK(all[0].broken_sizes);
    CHECK(all[0].only_sku.empty());
    CHECK(all[0].first_colour == "墨黑");
    CHECK(all[1].only_sku.text == "MX2403-1");
    CHECK(till.store().catalogue().tiles("", 1, 10).size() == 1);
    CHECK(till.store().catalogue().tiles("配件", 0, 10).size() == 1);
    CHECK(till.store().catalogue().count_styles("配件") == 1);
    CHECK(till.store().catalogue().count_styles("") == 2);
    CHECK(till.store().catalogue().categories() == std::vector<std::string>{"羽绒服", "配件"});
    CHECK(till.store().catalogue().characters().find("线") != std::string::npos);
}
