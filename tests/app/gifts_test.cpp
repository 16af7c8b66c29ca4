// Coupons that the chain gave to one member, and who brought her along.
#include "tests/support/catch.hpp"
#include "tests/support/offer_tickets.hpp"

using namespace guitai;
using namespace guitai::literals;
using namespace guitai::test;

namespace {

constexpr const char* her_code{"WEL-M1"};

struct GiftShop : Counter {
    GiftShop()
    {
        offers.set(7, ten_off_coupon);
        offers.coupons[her_code] = {{.promotion = "TEN", .code = her_code}, {}};
        offers.owners[her_code] = {"M1"};
        open();
        add_scarves(*this, 1);
    }
};

MemberProfile newcomer(std::string phone)
{
    MemberProfile profile;
    profile.phone = std::move(phone);
    profile.name = "单晓";
    return profile;
}

MemberId brought_by(Counter& counter, const std::string& inviter)
{
    counter.must(EnrolMember{newcomer("13900000009"), inviter});
    return counter.books.all<MemberEnrolled>().back().profile.referred_by;
}

} // namespace

TEST_CASE("a member's coupon is good on her own ticket and on nobody else's")
{
    GiftShop shop;
    CHECK(shop.refusal(ScanBarcode{her_code}) == "coupon.of_another"); // Her card first.
    CHECK(shop.refusal(AddCoupon{her_code}) == "coupon.of_another");
    shop.must(AttachMember{"13800000002"});
    CHECK(shop.refusal(AddCoupon{her_code}) == "coupon.of_another");
    CHECK(due(shop) == 12900_fen);

    shop.must(AttachMember{"13800000001"});
    shop.must(ScanBarcode{her_code});
    CHECK(due(shop) == 11900_fen);
    CHECK(sell(shop).coupons_used.at(0).code == her_code);
}

TEST_CASE("a paper that is nobody's in particular is good for whoever holds it")
{
    GiftShop shop;
    shop.offers.owners.clear();
    shop.must(AddCoupon{her_code});
    CHECK(due(shop) == 11900_fen);
}

TEST_CASE("a coupon of a number that was given up is hers under the one that is kept")
{
    GiftShop shop;
    shop.offers.owners[her_code] = {"M2"};
    shop.books.profiles[1].merged_into = {"M1"};
    shop.must(AttachMember{"13800000001"});
    shop.must(AddCoupon{her_code});
    CHECK(due(shop) == 11900_fen);
}

TEST_CASE("the name of an offer whose coupons members are given opens nothing")
{
    GiftShop shop;
    shop.offers.given_to_members = {"TEN"};
    CHECK(shop.refusal(AddCoupon{"TEN"}) == "coupon.unknown");
    shop.offers.given_to_members.clear();
    shop.must(AddCoupon{"TEN"});
}

TEST_CASE("her coupons are shown with the names that their offers have")
{
    GiftShop shop;
    shop.member_files.held[{"M1"}] = {{her_code, "TEN", {}, {}, "2026-12-21"}, {"OLD-1", "GONE", {}, {}, {}}};
    shop.must(AttachMember{"13800000001"});
    const auto& coupons = shop.view().cart.member->coupons;
    REQUIRE(coupons.size() == 2);
    CHECK(coupons[0].name == "十元券");
    CHECK(coupons[0].name_en == "Ten off");
    CHECK(coupons[0].valid_to == "2026-12-21");
    CHECK(coupons[1].name == "GONE");
}

TEST_CASE("who brought her is found by phone, card or number, and kept with her")
{
    for (const char* const key : {"13800000001", "+86 138-0000-0001", "C0001", "M1"}) {
        Counter counter;
        counter.open();
        INFO(key);
        if (std::string_view{key}.front() == '+') counter.books.profiles[0].phone = "8613800000001";
        CHECK(brought_by(counter, key) == MemberId{"M1"});
        CHECK(counter.view().member->profile.referred_by == MemberId{"M1"});
    }
    Counter counter;
    counter.open();
    CHECK(brought_by(counter, "").empty());
}

TEST_CASE("an inviter nobody knows enrols nobody, and nobody brings herself along")
{
    Counter counter;
    counter.open();
    CHECK(counter.refusal(EnrolMember{newcomer("13900000009"), "13999999999"}) == "referral.unknown");
    CHECK(counter.refusal(EnrolMember{newcomer("13900000009"), "139 0000 0009"}) == "referral.herself");
    CHECK(counter.refusal(EnrolMember{newcomer("13800000001"), "C0001"}) == "referral.herself");
    MemberProfile with_card{newcomer("13900000009")};
    with_card.card = "C0077";
    CHECK(counter.refusal(EnrolMember{with_card, "C0077"}) == "referral.herself");
    CHECK(counter.books.all<MemberEnrolled>().empty());
    counter.must(EnrolMember{newcomer("13900000009"), "C0001"});
}
