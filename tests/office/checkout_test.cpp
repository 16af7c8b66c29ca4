// What the checkout of the tills brings to the head office: debts paid back, coupons
// used twice, goods that say which piece they are.
#include "sync/office/crypto.hpp"
#include "sync/office/phone_codes.hpp"
#include "sync/office/projections/coupons.hpp"
#include "sync/office/projections/items.hpp"
#include "sync/office/projections/takings.hpp"
#include "sync/office/projections/trade.hpp"
#include "tests/office/console_visitor.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

AccountPaid paid_back(std::int64_t payment, std::int64_t minor)
{
    AccountPaid paid;
    paid.payment = payment;
    paid.member = {"M1"};
    paid.store = {"S01"};
    paid.shift = 1;
    paid.staff = {"王芳"};
    paid.business_date = "2026-11-22";
    paid.taken = {TenderKind::cash, Money::from_minor(minor), Money::from_minor(minor), {}, {}};
    return paid;
}

// A ticket of that till that used the coupon.
SaleCompleted with_coupon(TillNumber till, const CouponMoved& coupon)
{
    SaleCompleted sale{coat_sold()};
    sale.receipt = make_receipt_number({till == 1 ? "S01" : "S02"}, till, 1);
    sale.store = {till == 1 ? "S01" : "S02"};
    sale.coupons_used = {coupon};
    return sale;
}

std::int64_t tender_of(FreshOffice& fresh, std::string_view tender)
{
    for (const DayFigures& day : latest_days(*fresh.connection, {"S01"}, 5)) {
        for (const auto& [name, amount] : day.tenders) {
            if (name == tender) return amount;
        }
    }
    return 0;
}

} // namespace

TEST_CASE("what a member pays back leaves her debt, and every till hears of it")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {enrolled({"M1"}, "13800000001")});
        SaleCompleted sale{coat_sold(1, {"M1"})};
        sale.tenders = {{TenderKind::on_account, sale.total, sale.total, {}, {}}};
        fresh.do_at(1, {sale});

        CHECK(fresh.do_at(1, {paid_back(1, 20'000)}).quarantined == 0);

        CHECK(owed_minor(*fresh.connection, {"M1"}) == 19'900);
        CHECK(fresh.news_of<AccountPosted>().back() ==
              AccountPosted{{"M1"}, Money::from_minor(-20'000), "S01-1-R00001", 1, 3});
        CHECK(tender_of(fresh, "cash") == 20'000);
        CHECK(tender_of(fresh, "on_account") == 19'900);
        CHECK(latest_days(*fresh.connection, {"S01"}, 5).at(0).turnover_minor == 39'900);
    });
}

TEST_CASE("a payment of nothing, or of somebody unknown, is set apart")
{
    on_each_engine([](FreshOffice& fresh) {
        CHECK(fresh.do_at(1, {paid_back(1, 0)}).quarantined == 1);
        CHECK(fresh.news_of<AccountPosted>().empty());
        CHECK(fresh.do_at(1, {paid_back(2, 500)}).quarantined == 1);
        CHECK(latest_set_apart(*fresh.connection, {}, 5).size() == 2);
    });
}

TEST_CASE("one coupon used at two tills without a line is a named loss, and both sales count")
{
    on_each_engine([](FreshOffice& fresh) {
        hire(fresh, "赵总", Role::office);
        const CouponMoved coupon{"S01-1-000009-1-834211", "TEN", "2026-11-01T00:00", "2026-12-01T00:00"};

        const auto first = fresh.do_at(1, {with_coupon(1, coupon)});
        const auto second = fresh.do_at(2, {with_coupon(2, coupon)});

        CHECK(first.quarantined == 0);
        CHECK(second.quarantined == 1);
        CHECK(fresh.office->books().journal().head(1).number == 1); // Neither is lost: both are in the books …
        CHECK(fresh.office->books().journal().head(2).number == 1);
        CHECK(latest_days(*fresh.connection, {"S01"}, 5).at(0).turnover_minor == 39'900); // … and in the takings.
        CHECK(latest_days(*fresh.connection, {"S02"}, 5).at(0).turnover_minor == 39'900);
        const auto apart = latest_set_apart(*fresh.connection, {}, 5);
        REQUIRE(apart.size() == 1);
        CHECK(apart[0].why.code == "coupon.used_twice");
        for (const char* name : {"S01-1-000009-1-834211", "S01-1-000001", "S02-2-000001"}) {
            CHECK(holds(apart[0].why.detail, name));
        }
        Visitor visitor{fresh};
        visitor.sign_in("赵总", "1357");
        CHECK(holds(visitor.get("/console/sales").body, "S02-2-000001"));
        CHECK(find_coupon(*fresh.connection, coupon.code)->is_spent());
        CHECK(fresh.news_of<OffersMoved>().size() == 2); // Every till hears of both.
    });
}

TEST_CASE("the office keeps whether goods say which piece they are")
{
    on_each_engine([](FreshOffice& fresh) {
        CatalogueItem coat{*find_item(*fresh.connection, {"COAT-M"})};
        CHECK_FALSE(coat.needs_serial);
        coat.needs_serial = true;
        coat.needs_lot = true;
        fresh.say(ItemsListed{{coat}});
        CHECK(*find_item(*fresh.connection, {"COAT-M"}) == coat);
    });
}

TEST_CASE("a till whose key is none is told no key for codes by telephone, and others are at their enrolment")
{
    on_each_engine([](FreshOffice& fresh) {
        database::Transaction open{*fresh.connection};
        CHECK_FALSE(sealed_for(fresh.chance, "no key", std::string(64, '1')));
        const auto code = make_enrol_code(*fresh.office, open, {"S01"});
        REQUIRE(code);
        // The public key of the first test in RFC 8032, section 7.1.
        const auto joined = enrol(*fresh.office, open, *code,
                                  "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        REQUIRE(joined);
        open.commit();
        const auto keys = fresh.news_of<PhoneKeySet>();
        REQUIRE(keys.size() == 1);
        CHECK(keys[0].till == joined->till);
        CHECK(keys[0].sealed_key.size() == 160);
    });
}
