#include "tests/support/catch.hpp"
#include "tests/support/offer_tickets.hpp"

using namespace guitai;
using namespace guitai::literals;
using namespace guitai::test;

namespace {

// Two goods of ¥100 each: together ¥180.
constexpr const char* pair_for_180{R"({"id": "AB", "name": {"zh_CN": "组合价", "en": "Together"}, "kind": "set",
    "parts": [{"scope": {"skus": ["A"]}, "quantity": 1}, {"scope": {"skus": ["B"]}, "quantity": 1}],
    "price_minor": 18000, "on_return": "share"})"};

void shelve(Counter& counter, const std::string& sku)
{
    counter.catalogue.goods.push_back(make_item(sku, sku, "", "", 10'000, "77" + sku));
    counter.catalogue.stock[{sku}] = {{"S01", 5}};
}

} // namespace

TEST_CASE("a bundle of two equal goods for 180 is split by value, and giving one back refunds 90")
{
    Counter counter;
    counter.offers.set(7, pair_for_180);
    shelve(counter, "A");
    shelve(counter, "B");
    counter.open();
    counter.must(AddProduct{{"A"}});
    CHECK(due(counter) == 10000_fen);
    counter.must(AddProduct{{"B"}});
    CHECK(due(counter) == 18000_fen);
    const SaleCompleted sale{sell(counter)};
    CHECK(sale.lines[0].total == 9000_fen);
    CHECK(sale.lines[1].total == 9000_fen);

    counter.must(ReturnLine{sale.receipt, 1, Quantity::pieces(1), "不想要了"});
    CHECK(due(counter) == -9000_fen);
    sell(counter);
    counter.must(ReturnLine{sale.receipt, 2, Quantity::pieces(1), "不想要了"});
    CHECK(due(counter) == -9000_fen); // And the other one the rest.
}
