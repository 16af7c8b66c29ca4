// What is bought together, and that the tills are told.
#include "sync/office/projections/baskets.hpp"
#include "tests/office/fresh_office.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

CatalogueItem goods(const std::string& name)
{
    CatalogueItem item;
    item.sku = {name + "-1"};
    item.style = {name};
    item.name = name;
    item.price = Money::from_minor(100);
    return item;
}

SaleCompleted basket(std::int64_t count, const std::vector<std::string>& styles)
{
    SaleCompleted sale{coat_sold(count)};
    sale.lines.clear();
    for (const std::string& style : styles) {
        SaleLine one;
        one.sku = {style + "-1"};
        one.quantity = Quantity::pieces(1);
        sale.lines.push_back(one);
    }
    sale.total = {};
    sale.tax = {};
    sale.tenders.clear();
    return sale;
}

const Pairing* find(const std::vector<Pairing>& found, const std::string& left, const std::string& right)
{
    const auto at = std::find_if(found.begin(), found.end(), [&](const Pairing& one) {
        return one.left.text == left && one.right.text == right;
    });
    return at == found.end() ? nullptr : &*at;
}

} // namespace

TEST_CASE("what is bought together more often than by chance is found, both ways round")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.say(ItemsListed{{goods("TEA"), goods("CUP"), goods("SALT")}});
        std::vector<EventBody> day;
        for (std::int64_t count{1}; count <= 4; ++count) day.emplace_back(basket(count, {"TEA", "CUP"}));
        day.emplace_back(basket(5, {"TEA"}));
        for (std::int64_t count{6}; count <= 10; ++count) day.emplace_back(basket(count, {"SALT"}));
        day.emplace_back(basket(11, {"CUP", "SALT"}));
        fresh.do_at(1, day);

        const std::vector<Pairing> found{find_pairings(*fresh.connection)};

        CHECK(basket_totals(*fresh.connection).receipts == 11);
        REQUIRE(find(found, "TEA", "CUP") != nullptr);
        CHECK(*find(found, "TEA", "CUP") == Pairing{{"TEA"}, {"CUP"}, 5, 5, 4});
        CHECK(find(found, "CUP", "TEA") != nullptr);
        CHECK(find(found, "CUP", "SALT") == nullptr); // Too seldom.
    });
}

TEST_CASE("a return, a wholesaler's receipt and goods that nobody listed teach nothing")
{
    on_each_engine([](FreshOffice& fresh) {
        std::vector<CatalogueItem> many;
        std::vector<std::string> names;
        for (int n{0}; n < 41; ++n) {
            names.push_back("S" + std::to_string(n));
            many.push_back(goods(names.back()));
        }
        fresh.say(ItemsListed{many});
        fresh.do_at(1, {basket(1, names), basket(2, {"UNKNOWN"}), coat_back(3, {"R"})});

        CHECK(basket_totals(*fresh.connection).receipts == 0);
    });
}

TEST_CASE("when a day is closed the tills hear once what goes with what")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.say(ItemsListed{{goods("TEA"), goods("CUP"), goods("SALT")}});
        std::vector<EventBody> day;
        for (std::int64_t count{1}; count <= 4; ++count) day.emplace_back(basket(count, {"TEA", "CUP"}));
        for (std::int64_t count{5}; count <= 10; ++count) day.emplace_back(basket(count, {"SALT"}));
        DayClosed closed;
        closed.z = 1;
        closed.business_date = "2026-11-22";
        day.emplace_back(closed);
        fresh.do_at(1, day);
        fresh.do_at(2, {closed});

        const auto told = fresh.news_of<PairingsFound>();
        REQUIRE(told.size() == 1);
        CHECK(told[0].found_on == "2026-11-22");
        CHECK(told[0].receipts == 10);
        CHECK(told[0].pairings.size() == 2);
    });
}

// Real receipts of a grocer, where this machine has them: 9,835 baskets of 169 kinds.
TEST_CASE("a month of real receipts gives the figures that are published of it")
{
    const char* given{std::getenv("GUITAI_DATA")};
    const std::filesystem::path file{std::filesystem::path{given == nullptr ? "" : given} / "groceries/groceries.csv"};
    if (!std::filesystem::exists(file)) {
        WARN("GUITAI_DATA names no folder with groceries/groceries.csv");
        return;
    }
    FreshOffice fresh{"sqlite::memory:"};
    std::ifstream lines{file};
    std::map<std::string, bool> kinds;
    std::vector<std::vector<std::string>> baskets;
    for (std::string line; std::getline(lines, line);) {
        std::vector<std::string>& styles{baskets.emplace_back()};
        std::stringstream cells{line};
        for (std::string cell; std::getline(cells, cell, ',');) {
            while (!cell.empty() && (cell.back() == '\r' || cell.back() == ' ')) cell.pop_back();
            styles.push_back(cell);
            kinds[cell] = true;
        }
    }
    std::vector<CatalogueItem> items;
    for (const auto& [kind, known] : kinds) items.push_back(goods(kind));
    fresh.say(ItemsListed{items});
    Baskets projection;
    database::Transaction open{*fresh.connection};
    std::int64_t count{0};
    for (const auto& styles : baskets) {
        ++count;
        projection.apply(*fresh.connection, {1, count, 0, basket(count, styles)});
    }
    open.commit();

    const std::vector<Pairing> found{find_pairings(*fresh.connection)};

    const std::int64_t receipts{basket_totals(*fresh.connection).receipts};
    CHECK(receipts == 9'835);
    const Pairing* const herbs{find(found, "herbs", "root vegetables")};
    REQUIRE(herbs != nullptr);
    const auto share = [](std::int64_t part, std::int64_t whole) {
        return static_cast<double>(part) / static_cast<double>(whole);
    };
    const double confidence{share(herbs->together, herbs->left_receipts)};
    const double lift{confidence / share(herbs->right_receipts, receipts)};
    CHECK(std::abs(confidence - 0.43125) < 0.000005);
    CHECK(std::abs(lift - 3.956477) < 0.0000005);
}
