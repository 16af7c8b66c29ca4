#include "sync/pricing/promotion_parts.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fake_offers.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::test;

namespace {

constexpr const char* ten_off{R"({"id": "TEN", "name": {"zh_CN": "十元券", "en": "Ten off"}, "kind": "order",
    "code": true, "steps": [{"amount_minor": 10000, "off": {"amount_minor": 1000}}]})"};

CouponMoved coupon(const std::string& code) { return {code, "TEN", "2026-11-23T00:00", "2026-12-23T00:00"}; }

void tell(OpenTill& till, std::int64_t revision, const std::string& form)
{
    for (const PromotionsSet& part : pricing::promotion_parts(revision, form)) till.told(part);
}

} // namespace

TEST_CASE("the newest revision that is here whole is in force, the older ones stay for returns", "[store]")
{
    OpenTill till;
    CHECK(till.store().offers().in_force() == nullptr);
    tell(till, 3, form_of(3, ten_off));
    REQUIRE(till.store().offers().in_force());
    CHECK(till.store().offers().in_force()->revision() == 3);

    const std::string form{form_of(4, "")};
    till.told(PromotionsSet{4, 1, 2, form.substr(0, 20)});
    CHECK(till.store().offers().in_force()->revision() == 3);
    till.told(PromotionsSet{4, 2, 2, form.substr(20)});
    till.reopen();

    CHECK(till.store().offers().in_force()->revision() == 4);
    REQUIRE(till.store().offers().of(3));
    CHECK(till.store().offers().of(3)->find("TEN") != nullptr);
    CHECK(till.store().offers().of(9) == nullptr);
    CHECK(till.store().offers().of(0) != nullptr);
}

TEST_CASE("a form that only a later program can read is left alone", "[store]")
{
    OpenTill till;
    tell(till, 3, form_of(3, ten_off));
    tell(till, 4, R"({"format": "guitai.promotions", "version": 2, "revision": 4})");

    CHECK(till.store().offers().in_force()->revision() == 3);
}

TEST_CASE("a coupon is known from the ticket that gave it out and spent by the one that used it", "[store]")
{
    OpenTill till;
    SaleCompleted first{sale("R1", 1, {sale_line("A1", 1, 19'900)})};
    first.coupons_issued = {coupon("R1-1"), coupon("R1-2")};
    till.did(first);
    SaleCompleted second{sale("R2", 1, {sale_line("A1", 1, 18'900)})};
    second.coupons_used = {coupon("R1-1")};
    till.did(second);
    till.reopen();

    const auto spent = till.store().offers().coupon("R1-1");
    const auto good = till.store().offers().coupon("R1-2");
    REQUIRE(spent);
    REQUIRE(good);
    CHECK(spent->used_on.text == "R2");
    CHECK(good->used_on.empty());
    CHECK(good->held.promotion == "TEN");
    CHECK(good->held.to == pricing::parse_moment("2026-12-23T00:00"));
    CHECK(!till.store().offers().coupon("R9-1"));
}

TEST_CASE("what another till did with a coupon counts here, and its own told back does not count twice", "[store]")
{
    OpenTill till;
    OffersMoved news;
    news.receipt = {"R7"};
    news.member = {"M1"};
    news.uses = {{"ONCE", 1, {}}};
    news.coupons_issued = {coupon("R7-1")};
    news.source_origin = 9;
    till.told(news);
    news.source_origin = own_till;
    till.told(news);
    CHECK(till.store().offers().uses({"M1"}) == std::vector<PromotionUse>{{"ONCE", 1, {}}});

    OffersMoved used;
    used.receipt = {"R8"};
    used.member = {"M1"};
    used.coupons_used = {coupon("R7-1")};
    used.uses = {{"ONCE", -1, {"M1"}}};
    used.source_origin = 9;
    till.told(used);

    CHECK(till.store().offers().coupon("R7-1")->used_on.text == "R8");
    CHECK(till.store().offers().uses({"M1"}).empty());
}

TEST_CASE("a coupon that everybody holds is never used up", "[store]")
{
    OpenTill till;
    SaleCompleted sold{sale("R1", 1, {sale_line("A1", 1, 18'900)})};
    sold.coupons_used = {{"TEN", "TEN", "", ""}};
    till.did(sold);

    CHECK(!till.store().offers().coupon("TEN"));
}

TEST_CASE("who has a ticket here has bought", "[store]")
{
    OpenTill till;
    CHECK_FALSE(till.store().offers().has_bought({"M1"}));
    SaleCompleted sold{sale("R1", 1, {sale_line("A1", 1, 19'900)})};
    sold.member = {"M1"};
    till.did(sold);

    CHECK(till.store().offers().has_bought({"M1"}));
    CHECK_FALSE(till.store().offers().has_bought({"M2"}));
    CHECK_FALSE(till.store().offers().has_bought({}));
}
