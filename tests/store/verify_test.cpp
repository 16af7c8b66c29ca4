#include "terminal/store/verify_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::test;

namespace {

// Some of everything.
void live_a_little(OpenTill& till)
{
    till.told(place("S01", "人民路店"));
    till.told(StaffSet{{"王芳"}, {"S01"}, Role::clerk, "h", true});
    till.told(ItemsListed{{item("A1", "A", "毛衣", 19'900), item("B1", "B", "羽绒服", 39'900)}});
    till.told(StockMoved{StockReason::counted, 0, 0, {{{"S01"}, {"A1"}, Quantity::pieces(5)}}});
    till.told(MemberSet{member("M1", "13800138000", "单雪莹"), 0, 0});
    till.told(PointsPosted{{"M1"}, 120, "2026-12-31", PointsReason::imported, "", 0, 0});
    till.did(SignInTried{{"王芳"}});
    till.did(ShiftOpened{1, {"王芳"}, "2026-11-22", Money::from_minor(50'000)});
    till.did(sale("R1", 1, {sale_line("A1", 1, 19'900)}));
    OrderPlaced placed;
    placed.order = {"O1"};
    placed.store = {"S01"};
    till.did(placed);
    till.told(OrderAccepted{{"O1"}, {"W01"}, "2026-11-25"});
    till.did(TicketParked{1, {"王芳"}, {}, {{LineKind::sale, {"A1"}, Quantity::pieces(1)}}});
    MissRecorded miss;
    miss.business_date = "2026-11-22";
    till.did(miss);
    ItemsListed again{{item("A1", "B", "羽绒服", 9'900)}}; // Moved to another style.
    till.told(again);
    DayClosed day;
    day.z = 1;
    day.shifts = {1};
    till.did(day);
}

std::string problems(const Verdict& verdict)
{
    std::string all;
    for (const std::string& problem : verdict.problems) all += problem + "\n";
    return all;
}

} // namespace

TEST_CASE("everything a till keeps can be folded again from its journal, also while it sells")
{
    OpenTill till;
    live_a_little(till);

    const auto verdict = verify_folder(till.path());

    REQUIRE(verdict);
    INFO(problems(*verdict));
    CHECK(verdict->ok);
    CHECK(verdict->events == 15);
}

TEST_CASE("a sum that was changed by hand is named by its table")
{
    const std::vector<std::pair<std::string, std::string>> tampered{
        {"UPDATE shifts SET turnover = turnover + 1", "shifts"},
        {"UPDATE stock SET milli = 99000 WHERE sku = 'A1'", "stock"},
        {"UPDATE sign_in_tries SET failed = 0", "sign_in_tries"},
        {"DELETE FROM points_lots", "points_lots"},
        {"UPDATE orders SET paid = 100", "orders"}};

    for (const auto& [sql, table] : tampered) {
        OpenTill fresh;
        live_a_little(fresh);
        fresh.store().books().connection().run(sql);
        const auto verdict = verify_folder(fresh.path());
        REQUIRE(verdict);
        CHECK(!verdict->ok);
        INFO(sql);
        CHECK(problems(*verdict).find(table) != std::string::npos);
    }
}

TEST_CASE("a flipped byte in the journal is found and its event named")
{
    OpenTill till;
    live_a_little(till);
    till.store().books().connection().run(
        "UPDATE journal SET text = replace(text, '\"float_amount\":50000', '\"float_amount\":50001')");

    const auto verdict = verify_folder(till.path());

    REQUIRE(verdict);
    CHECK(!verdict->ok);
    INFO(problems(*verdict));
    CHECK(problems(*verdict).find("origin 71 event 2") != std::string::npos);
}
