#include "sync/events/served_by.hpp"
#include "tests/support/catch.hpp"

using namespace guitai;

TEST_CASE("who sold most of a ticket served its customer, and without guides whoever was at the till", "[events]")
{
    SaleCompleted sale;
    sale.staff = {"王芳"};
    sale.lines.resize(3);
    CHECK(served_by(sale) == StaffName{"王芳"});

    sale.lines[0].guides = {{{"李雪"}, BasisPoints{6'000}}, {{"陈店长"}, BasisPoints{4'000}}};
    sale.lines[1].guides = {{{"陈店长"}, BasisPoints{10'000}}};
    CHECK(served_by(sale) == StaffName{"陈店长"});
}
