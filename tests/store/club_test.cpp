#include "terminal/store/verify_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::OpenTill;

namespace {

constexpr const char* slip{"S01-71-F00001"};

MembershipPaid fee(bool kept = true)
{
    MembershipPaid paid;
    paid.fee = 1;
    paid.member = {"M1"};
    paid.store = {"S01"};
    paid.shift = 1;
    paid.business_date = "2026-11-22";
    paid.taken.amount = 36500_fen;
    paid.taken.given = 36500_fen;
    paid.lot.account = "M1";
    paid.lot.member = {"M1"};
    paid.lot.amount = 365;
    paid.lot.earned_on = "2026-11-22";
    paid.lot.expires_on = "2027-11-22";
    paid.lot.kept = kept;
    return paid;
}

MembershipRefunded back(std::int64_t points)
{
    MembershipRefunded refunded;
    refunded.refund = 1;
    refunded.fee = slip;
    refunded.member = {"M1"};
    refunded.account = "M1";
    refunded.store = {"S01"};
    refunded.shift = 1;
    refunded.business_date = "2026-11-22";
    refunded.given.amount = Money::from_minor(-100 * points);
    refunded.given.given = refunded.given.amount;
    refunded.lots = {{std::string{slip} + "/1", slip, points, "2027-11-22"}};
    return refunded;
}

MembershipTold elsewhere(bool refunded)
{
    return {"S02-2-F00003", {"M1"}, 36500_fen, TenderKind::card, "17", 365, "2026-11-20", "2027-11-20", refunded};
}

std::int64_t points_of(OpenTill& till) { return till.store().members().points({"M1"}, "2026-11-22").balance; }

} // namespace

TEST_CASE("a fee brings its points, its takings and its lease, and takes them along when it goes back")
{
    OpenTill till;
    till.told(MemberSet{test::member("M1", "13800000001", "林晓梅"), 0, 0});
    till.did(ShiftOpened{1, {"王芳"}, "2026-11-22", 50000_fen});
    till.did(fee());
    CHECK(points_of(till) == 365);
    CHECK(till.store().points().lease(slip)->lots.at(0).amount == 365);
    CHECK(till.store().days().takings_of_shift(1).fees == 36500_fen);

    till.did(back(365));

    CHECK(points_of(till) == 0);
    CHECK_FALSE(till.store().points().lease(slip));
    const Takings takings{till.store().days().takings_of_shift(1)};
    CHECK(takings.fees.is_zero());
    CHECK(takings.cash_taken.is_zero());
    CHECK(takings.turnover.is_zero());
    const auto fees = till.store().club().fees({"M1"});
    REQUIRE(fees.size() == 1);
    CHECK(fees[0].refunded);
    CHECK(till.store().days().counts().fees == 1);
    CHECK(till.store().days().counts().fee_refunds == 1);
}

TEST_CASE("a fee that went back stays gone, in whatever order it is heard of")
{
    OpenTill till;
    till.told(MemberSet{test::member("M1", "13800000001", "林晓梅"), 0, 0});
    till.told(elsewhere(true));

    till.told(elsewhere(false));

    const auto fees = till.store().club().fees({"M1"});
    REQUIRE(fees.size() == 1);
    CHECK(fees[0] == FeeView{"S02-2-F00003", {"M1"}, 36500_fen, TenderKind::card, "17", 365, "2026-11-20",
                             "2027-11-20", true});
    CHECK(till.store().club().fees({"M2"}).empty());
}

TEST_CASE("services, fees and what was given back are worked out again from the journal to the same rows")
{
    OpenTill till;
    till.told(MemberSet{test::member("M1", "13800000001", "林晓梅"), 0, 0});
    till.told(ServicesSet{{{"class", "烹饪课", "Cooking class", 200, {{"食材", "", {}}}, 1}}});
    till.did(fee());
    SaleCompleted sale{test::sale("S01-71-000001", 1, {test::sale_line("RED", 1, 10'000)})};
    sale.services = {{"class", "烹饪课", "Cooking class",
                      {101, "M1", {"M1"}, 200, {}, {{std::string{slip} + "/1", slip, 200, "2027-11-22"}}}}};
    till.did(sale);
    CHECK(points_of(till) == 165);
    CHECK_FALSE(till.store().club().service_returned({"S01-71-000001"}, 101));

    ServiceReturned returned;
    returned.receipt = {"S01-71-000001"};
    returned.n = 101;
    returned.restored = {"S01-71-000001/101", "M1", {"M1"}, 200,
                         {{std::string{slip} + "/1", "", 200, "2027-11-22"}}, ""};
    till.did(returned);
    till.told(ServiceReturnTold{{"S02-2-000009"}, 102});

    CHECK(points_of(till) == 365);
    CHECK(till.store().club().service_returned({"S01-71-000001"}, 101));
    CHECK(till.store().club().service_returned({"S02-2-000009"}, 102));
    CHECK(till.store().club().services().services.at(0).points == 200);
    till.close();
    const auto verified = verify_folder(till.path());
    REQUIRE(verified);
    CHECK(verified->ok);
}
