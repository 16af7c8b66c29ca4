#include "tests/support/catch.hpp"
#include "tests/support/offer_tickets.hpp"

using namespace guitai;
using namespace guitai::literals;
using namespace guitai::test;

TEST_CASE("a coupon is used where it brings something, and only then")
{
    Counter counter;
    counter.offers.set(7, all({ten_off_coupon, fifty_off_300}));
    counter.open();
    add_scarves(counter, 1);

    CHECK(counter.refusal(AddCoupon{"NINE"}) == "coupon.unknown");
    counter.must(AddCoupon{"TEN"});
    CHECK(counter.refusal(AddCoupon{"TEN"}) == "coupon.twice");

    CHECK(due(counter) == 11900_fen);
    CHECK(counter.view().cart.coupons.at(0).used);
    counter.must(RemoveCoupon{"TEN"});
    CHECK(due(counter) == 12900_fen);
    CHECK(counter.refusal(RemoveCoupon{"TEN"}) == "coupon.not_here");
    counter.must(AddCoupon{"TEN"});
    CHECK(sell(counter).coupons_used.at(0).promotion == "TEN");
}

TEST_CASE("a coupon that brings nothing is not burnt")
{
    Counter counter;
    counter.offers.set(7, R"({"id": "TEN", "name": {"zh_CN": "十元券", "en": "Ten off"}, "kind": "order",
        "code": true, "steps": [{"amount_minor": 50000, "off": {"amount_minor": 1000}}]})");
    counter.open();
    add_scarves(counter, 1);

    counter.must(AddCoupon{"TEN"});

    CHECK_FALSE(counter.view().cart.coupons.at(0).used);
    CHECK(counter.view().cart.not_applied.at(0).code == "not.threshold");
    CHECK(sell(counter).coupons_used.empty());
}

TEST_CASE("a coupon that was given out is good once, from the day it says")
{
    Counter counter;
    counter.offers.set(7, all({ten_off_coupon, ten_for_next_time}));
    counter.open();
    add_scarves(counter, 2);
    CHECK(counter.view().cart.coupons_issued.at(0).count == 1);
    CHECK(counter.refusal(AddCoupon{"TEN"}) == "coupon.unknown"); // Only one by one.

    const SaleCompleted sale{sell(counter)};

    REQUIRE(sale.coupons_issued.size() == 1);
    const CouponMoved& coupon{sale.coupons_issued[0]};
    CHECK(coupon.code == sale.receipt.text + "-1-001000"); // The last digits are chance: nobody can work them out.
    CHECK(coupon.valid_from == date_plus_days(sale.business_date, 1) + "T00:00");
    CHECK(coupon.valid_to == date_plus_days(sale.business_date, 31) + "T00:00");
    CHECK(counter.books.printed.back().text.find(coupon.code) != std::string::npos);

    counter.offers.coupons[coupon.code] = {
        {coupon.promotion, coupon.code, pricing::parse_moment(coupon.valid_from), {}}, {}};
    add_scarves(counter, 1);
    counter.must(ScanBarcode{coupon.code});
    CHECK(counter.view().cart.not_applied.at(0).code == "not.early");
    counter.clock.at_ms += 24 * 60 * minute_ms;
    counter.must(SetQuantity{1, Quantity::pieces(2)});
    CHECK(due(counter) == 24800_fen);
    counter.must(ClearTicket{});

    counter.offers.coupons[coupon.code].used_on = {"S01-71-000009"};
    add_scarves(counter, 1);
    CHECK(counter.refusal(ScanBarcode{coupon.code}) == "coupon.used");
}

TEST_CASE("goods that come back take along the coupon that they earned")
{
    Counter counter;
    counter.offers.set(7, all({ten_off_coupon, ten_for_next_time}));
    counter.open();
    add_scarves(counter, 2);
    const SaleCompleted sale{sell(counter)};

    counter.must(ReturnLine{sale.receipt, 1, Quantity::pieces(1), "颜色不喜欢"});
    const SaleCompleted back{sell(counter)};

    CHECK(back.coupons_void == sale.coupons_issued);
}

TEST_CASE("a coupon stays good while what is kept still earns it")
{
    Counter counter;
    counter.offers.set(7, all({ten_off_coupon, ten_for_next_time}));
    counter.open();
    add_scarves(counter, 3);
    const SaleCompleted sale{sell(counter)};

    counter.must(ReturnLine{sale.receipt, 1, Quantity::pieces(1), "颜色不喜欢"});
    CHECK(sell(counter).coupons_void.empty()); // Two of them are enough for it.
    counter.must(ReturnLine{sale.receipt, 1, Quantity::pieces(1), "颜色不喜欢"});
    CHECK(sell(counter).coupons_void == sale.coupons_issued);
    counter.must(ReturnLine{sale.receipt, 1, Quantity::pieces(1), "颜色不喜欢"});
    CHECK(sell(counter).coupons_void.empty()); // It is gone already.
}

TEST_CASE("a coupon comes back when all it was used for comes back")
{
    Counter counter;
    counter.offers.set(7, ten_off_coupon);
    counter.open();
    add_scarves(counter, 1);
    counter.must(AddCoupon{"TEN"});
    const SaleCompleted sale{sell(counter)};

    counter.must(ReturnLine{sale.receipt, 1, Quantity::pieces(1), "颜色不喜欢"});
    const SaleCompleted back{sell(counter)};

    CHECK(back.total == -(11900_fen));
    CHECK(back.coupons_back == sale.coupons_used);
}

TEST_CASE("a parked ticket keeps its coupons")
{
    Counter counter;
    counter.offers.set(7, ten_off_coupon);
    counter.open();
    add_scarves(counter, 1);
    counter.must(AddCoupon{"TEN"});
    counter.must(Park{});
    CHECK(counter.view().cart.coupons.empty());

    counter.must(Recall{counter.view().parked_ticket});

    CHECK(due(counter) == 11900_fen);
}

TEST_CASE("of two coupons of one offer the one that is good today is used up")
{
    Counter counter;
    counter.offers.set(7, all({ten_off_coupon, ten_for_next_time}));
    counter.open();
    const auto tomorrow = pricing::parse_moment(date_plus_days(iso_date(counter.clock.at_ms, 480), 1) + "T00:00");
    counter.offers.coupons["EARLY"] = {{.promotion = "TEN", .code = "EARLY", .from = tomorrow}, {}};
    counter.offers.coupons["GOOD"] = {{.promotion = "TEN", .code = "GOOD"}, {}};
    add_scarves(counter, 1);
    counter.must(AddCoupon{"EARLY"});
    counter.must(AddCoupon{"GOOD"});

    CHECK_FALSE(counter.view().cart.coupons.at(0).used);
    CHECK(counter.view().cart.coupons.at(1).used);
    const SaleCompleted sale{sell(counter)};

    REQUIRE(sale.coupons_used.size() == 1);
    CHECK(sale.coupons_used[0].code == "GOOD");
}

TEST_CASE("a coupon that was used while its ticket waited is not used again")
{
    Counter counter;
    counter.offers.set(7, all({ten_off_coupon, ten_for_next_time}));
    counter.open();
    counter.offers.coupons["C1"] = {{.promotion = "TEN", .code = "C1"}, {}};
    counter.offers.coupons["C2"] = {{.promotion = "TEN", .code = "C2"}, {}};
    add_scarves(counter, 1);
    counter.must(AddCoupon{"C1"});
    counter.must(Park{});
    const std::int64_t ticket{counter.view().parked_ticket};
    counter.offers.coupons["C1"].used_on = {"S01-71-000009"};
    counter.must(AddCoupon{"C2"}); // Laid on the empty counter by somebody else.

    counter.must(Recall{ticket});

    CHECK(due(counter) == 12900_fen);
    CHECK(counter.view().cart.coupons.empty());
    CHECK(counter.view().banner.code == "coupon.used");
}

TEST_CASE("a coupon handed over before the goods is seen, and is nobody else's")
{
    Counter counter;
    counter.offers.set(7, ten_off_coupon);
    counter.open();
    counter.must(AddCoupon{"TEN"});
    CHECK(counter.view().cart.coupons.size() == 1);

    counter.must(AttachMember{"13800000001"}); // The stranger turns out to be a member: it is still hers.
    CHECK(counter.view().cart.coupons.size() == 1);
    counter.must(AttachMember{"13800000002"});
    CHECK(counter.view().cart.coupons.empty());
    counter.must(AddCoupon{"TEN"});
    counter.must(DetachMember{});
    CHECK(counter.view().cart.coupons.empty());
    counter.must(AddCoupon{"TEN"});
    counter.must(ClearTicket{});
    add_scarves(counter, 1);
    CHECK(counter.view().cart.coupons.empty());
    CHECK(due(counter) == 12900_fen);
}

TEST_CASE("a coupon in hand that another till used meanwhile is off the ticket, unless the price was agreed on")
{
    Counter counter;
    counter.offers.set(7, ten_off_coupon);
    counter.offers.coupons["TEN-1"] = {{"TEN", "TEN-1", {}, {}}, {}};
    counter.open();
    add_scarves(counter, 1);
    counter.must(AddCoupon{"TEN-1"});
    CHECK(due(counter) == 11900_fen);

    counter.must(Pay{TenderKind::card, 5000_fen});
    counter.offers.coupons["TEN-1"].used_on = {"S02-2-000007"};
    counter.till->refresh();
    CHECK(counter.view().cart.total == 11900_fen);
    counter.must(TakeBackTender{0});
    counter.till->refresh();
    CHECK(counter.view().cart.total == 12900_fen);
    CHECK(counter.view().banner.code == "coupon.used_elsewhere");
    CHECK(counter.view().banner.detail == "TEN-1");
}
