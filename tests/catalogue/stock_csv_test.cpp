#include "sync/catalogue/stock_csv.hpp"

#include "tests/support/catch.hpp"

using namespace guitai;

TEST_CASE("a stock file is read place by place", "[catalogue][stock]")
{
    const auto read = read_stock("\xEF\xBB\xBFSKU,Quantity,Location\r\nA1,3,S01\r\nA1,0,W01\r\n");

    REQUIRE(read);
    CHECK(*read == std::vector<StockLine>{{PlaceCode{"S01"}, Sku{"A1"}, Quantity::pieces(3), 2},
                                          {PlaceCode{"W01"}, Sku{"A1"}, Quantity{}, 3}});
}

TEST_CASE("a stock file with one bad row is refused whole", "[catalogue][stock]")
{
    const auto code = [](std::string_view rows) {
        return read_stock("location,sku,quantity\nS01,A1,3\n" + std::string{rows}).error();
    };

    CHECK(code("S01,A2,-1\n").code == "stock.bad_quantity");
    CHECK(code("S01,A2,many\n").detail == "line 3, quantity: \"many\" is no quantity");
    CHECK(code("S01,,1\n").code == "stock.missing_value");
    CHECK(code("S01,A1,1\n").code == "stock.duplicate_row");
    CHECK(code("S01,A1").code == "csv.column_count");
    CHECK(read_stock("location,sku\nS01,A1\n").error().code == "csv.missing_column");
}
