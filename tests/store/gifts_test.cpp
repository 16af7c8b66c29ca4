// Coupons that the head office gave a member, as a till keeps them.
#include "terminal/store/verify_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::test;

namespace {

const MemberId her{"M1"};
const CouponMoved welcome{"WEL-M1", "W20", "2026-11-22T00:00", "2026-12-22T00:00"};

OffersMoved given(const CouponMoved& coupon = welcome)
{
    OffersMoved moved;
    moved.receipt = {"welcome"};
    moved.member = her;
    moved.coupons_issued = {coupon};
    return moved;
}

OffersMoved taken_back()
{
    OffersMoved moved;
    moved.receipt = {"S01-1-000001"};
    moved.member = her;
    moved.coupons_void = {welcome};
    return moved;
}

std::vector<std::string> held(OpenTill& till, std::string_view today = "2026-11-22")
{
    std::vector<std::string> codes;
    for (const HeldCouponView& coupon : till.store().member_files().coupons(her, today)) codes.push_back(coupon.code);
    return codes;
}

using Codes = std::vector<std::string>;

} // namespace

TEST_CASE("a coupon that the head office gave her is hers here too", "[store]")
{
    OpenTill till;
    till.told(given());
    till.reopen();
    CHECK(held(till) == Codes{"WEL-M1"});
    CHECK(till.store().member_files().coupons(her, "2026-11-22").front().valid_to == "2026-12-21");
    CHECK(till.store().offers().owner_of("WEL-M1") == her);
    CHECK(till.store().offers().owner_of("WEL-M2").empty());
    CHECK(till.store().offers().coupon("WEL-M1")->used_on.empty());
}

TEST_CASE("a coupon on the paper of a member's ticket is good for whoever holds it", "[store]")
{
    OpenTill till;
    SaleCompleted bought{sale("R1", 1, {sale_line("A", 1, 39'900)})};
    bought.member = her;
    bought.coupons_issued = {{"TEN-R1", "TEN", "", ""}};
    till.did(bought);
    OffersMoved elsewhere;
    elsewhere.receipt = {"R2"};
    elsewhere.member = her;
    elsewhere.coupons_issued = {{"TEN-R2", "TEN", "", ""}};
    elsewhere.source_origin = 3;
    till.told(elsewhere);
    for (const char* code : {"TEN-R1", "TEN-R2"}) {
        CHECK(till.store().offers().coupon(code));
        CHECK(till.store().offers().owner_of(code).empty());
    }
}

TEST_CASE("a coupon is shown up to its last day and not on the morning after", "[store]")
{
    OpenTill till;
    till.told(given());
    CHECK(held(till, "2026-12-21") == Codes{"WEL-M1"});
    CHECK(held(till, "2026-12-22").empty());
}

TEST_CASE("a coupon that was taken back is good for nobody, and no more hers to see", "[store]")
{
    OpenTill till;
    till.told(given());
    till.told(taken_back());
    CHECK(held(till).empty());
    CHECK(till.store().offers().coupon("WEL-M1")->used_on.text == "S01-1-000001");
    till.close();
    const auto verdict = verify_folder(till.path());
    REQUIRE(verdict);
    CHECK(verdict->ok);
}

TEST_CASE("a gift that is told once more after it was used stays used", "[store]")
{
    OpenTill till;
    till.told(given());
    SaleCompleted used{sale("R1", 1, {sale_line("A1", 1, 19'900)})};
    used.member = her;
    used.coupons_used = {welcome};
    till.did(used);
    till.told(given()); // The head office's books were put back.
    CHECK(held(till).empty());
    CHECK(till.store().offers().coupon("WEL-M1")->used_on.text == "R1");
    CHECK(till.store().offers().owner_of("WEL-M1") == her);
}

TEST_CASE("a till knows whose coupons the chain gives one by one, as the rules were set last", "[store]")
{
    OpenTill till;
    CHECK_FALSE(till.store().offers().is_given_to_members("W20"));
    BenefitsSet rules;
    rules.inviter.promotion = "W20";
    till.told(rules);
    till.reopen();
    CHECK(till.store().offers().is_given_to_members("W20"));
    CHECK_FALSE(till.store().offers().is_given_to_members("W30"));
    CHECK_FALSE(till.store().offers().is_given_to_members(""));
    till.told(BenefitsSet{});
    CHECK_FALSE(till.store().offers().is_given_to_members("W20"));
}
