#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::test;

namespace {

StockMoved moved(std::int64_t pieces, TillNumber source)
{
    return {StockReason::sold, source, 5, {{{"S01"}, {"A1"}, Quantity::pieces(pieces)}}};
}

std::int64_t here(OpenTill& till)
{
    return till.store().catalogue().search("A1", 1).at(0).here;
}

} // namespace

TEST_CASE("stock is the opening plus every movement, whatever their order")
{
    OpenTill till;
    till.told(moved(-3, 12));
    till.told(ItemsListed{{item("A1", "A", "毛衣", 19'900)}});
    till.told(moved(10, office_origin));

    CHECK(here(till) == 7);
}

TEST_CASE("a till counts its own sale at once and skips the office's echo of it")
{
    OpenTill till;
    till.told(ItemsListed{{item("A1", "A", "毛衣", 19'900)}});
    till.told(moved(10, office_origin));

    till.did(sale("R1", 1, {sale_line("A1", 2, 39'800)}));
    CHECK(here(till) == 8);

    till.told(moved(-2, own_till));
    CHECK(here(till) == 8);
    till.told(moved(-2, 12));
    CHECK(here(till) == 6);
}

TEST_CASE("an order line takes nothing out of this shop")
{
    OpenTill till;
    till.told(ItemsListed{{item("A1", "A", "毛衣", 19'900)}});
    till.told(moved(10, office_origin));
    SaleLine ordered{sale_line("A1", 1, 19'900)};
    ordered.line_kind = LineKind::order;

    till.did(sale("R1", 1, {ordered}));

    CHECK(here(till) == 10);
}
