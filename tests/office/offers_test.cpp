// What a ticket did with coupons and limited offers, as the head office keeps it and passes it on.
#include "sync/journal/verify.hpp"
#include "sync/office/fulfilment.hpp"
#include "sync/office/projections/coupons.hpp"
#include "sync/office/projections/items.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/schema/schema.hpp"
#include "tests/office/fresh_office.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

const CouponMoved voucher{"S01-1-000001-1", "C50", "2026-11-23T00:00", "2026-12-23T00:00"};

SaleCompleted with_coupon(std::int64_t count, TillNumber till = 1)
{
    SaleCompleted sale{coat_sold(count)};
    sale.receipt = make_receipt_number({"S01"}, till, count);
    sale.coupons_used = {voucher};
    return sale;
}

// The goods of `receipt` come back, and the coupon with them.
SaleCompleted coupon_back(std::int64_t count, const ReceiptNumber& receipt)
{
    SaleCompleted sale{coat_back(count, receipt)};
    sale.coupons_back = {voucher};
    return sale;
}

std::size_t losses(FreshOffice& fresh)
{
    std::size_t found{0};
    for (const SetApart& row : latest_set_apart(*fresh.connection, {}, 50)) {
        found += row.why.code == "coupon.used_twice" ? 1 : 0;
    }
    return found;
}

bool rebuilds(FreshOffice& fresh)
{
    const MakeSchema make_schema{[](database::Connection& empty) { REQUIRE(migrate_books(empty).has_value()); }};
    return verify(*fresh.connection, make_schema, make_projections).ok;
}

// What `sale` is set apart for; empty where nothing is wrong with it.
std::string fault_in(FreshOffice& fresh, SaleCompleted sale)
{
    const std::int64_t before{count_set_apart(*fresh.connection)};
    fresh.clock.at_ms += 1'000; // The newest is the first of the list.
    fresh.do_at(1, {std::move(sale)});
    if (count_set_apart(*fresh.connection) == before) return {};
    return latest_set_apart(*fresh.connection, {}, 1).front().why.code;
}

} // namespace

TEST_CASE("what a ticket did with coupons and limits goes to every till, with its source")
{
    on_each_engine([](FreshOffice& fresh) {
        SaleCompleted sale{coat_sold(1, {"M1"})};
        sale.coupons_issued = {voucher};
        sale.uses = {{"ONCE", 1}};
        fresh.do_at(2, {coat_sold(9)}); // Did nothing with offers: nothing is told of it.

        fresh.do_at(1, {sale});

        const auto heard = fresh.news_of<OffersMoved>();
        REQUIRE(heard.size() == 1);
        OffersMoved expected;
        expected.receipt = sale.receipt;
        expected.member = {"M1"};
        expected.uses = sale.uses;
        expected.coupons_issued = sale.coupons_issued;
        expected.source_origin = 1;
        expected.source_number = 1;
        CHECK(heard[0] == expected);
    });
}

TEST_CASE("a coupon is given out, spent, and open again when its goods come back")
{
    on_each_engine([](FreshOffice& fresh) {
        SaleCompleted giving{coat_sold(1)};
        giving.coupons_issued = {voucher};
        fresh.do_at(1, {giving});
        REQUIRE(find_coupon(*fresh.connection, voucher.code));
        CHECK_FALSE(find_coupon(*fresh.connection, voucher.code)->is_spent());

        fresh.do_at(1, {with_coupon(2)});
        const CouponRow spent{*find_coupon(*fresh.connection, voucher.code)};
        fresh.do_at(1, {coupon_back(3, with_coupon(2).receipt)});
        const CouponRow back{*find_coupon(*fresh.connection, voucher.code)};

        CHECK(spent.is_spent());
        CHECK(spent.coupon == voucher);
        CHECK(spent.issued_by == giving.receipt);
        CHECK(spent.used_by == with_coupon(2).receipt);
        CHECK_FALSE(back.is_spent());
        CHECK(back.used_by.empty());
        CHECK(fresh.do_at(1, {with_coupon(4)}).quarantined == 0);
        CHECK(rebuilds(fresh));
    });
}

TEST_CASE("a coupon that a second receipt used is a loss with both names, and the sale counts")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {with_coupon(1)});

        const auto second = fresh.do_at(2, {with_coupon(1, 2)});

        CHECK(second.quarantined == 1);
        CHECK(second.cursor == 1);
        const auto apart = latest_set_apart(*fresh.connection, {}, 5);
        REQUIRE(!apart.empty());
        CHECK(apart[0].why.code == "coupon.used_twice");
        CHECK(apart[0].why.detail.find(with_coupon(1).receipt.text) != std::string::npos);
        CHECK(apart[0].why.detail.find(with_coupon(1, 2).receipt.text) != std::string::npos);
        CHECK(fresh.news_of<OffersMoved>().size() == 2); // Tills must hear of the second one too.
        CHECK(find_coupon(*fresh.connection, voucher.code)->uses == 2);
        CHECK(find_coupon(*fresh.connection, voucher.code)->used_by == with_coupon(1).receipt);
    });
}

TEST_CASE("a coupon used twice and given back once is still spent")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {with_coupon(1)});
        fresh.do_at(2, {with_coupon(1, 2)});
        fresh.do_at(1, {coupon_back(2, with_coupon(1).receipt)});

        fresh.do_at(1, {with_coupon(3)});

        CHECK(losses(fresh) == 2);
    });
}

TEST_CASE("a return that is here before its sale leaves the coupon open")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {coupon_back(1, with_coupon(1, 2).receipt)});
        fresh.do_at(2, {with_coupon(1, 2)});

        CHECK_FALSE(find_coupon(*fresh.connection, voucher.code)->is_spent());
        CHECK(losses(fresh) == 0);
    });
}

TEST_CASE("an exchange gives a coupon back and uses it again, and nothing is lost")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {with_coupon(1)});
        SaleCompleted exchange{coupon_back(2, with_coupon(1).receipt)};
        exchange.coupons_used = {voucher};

        fresh.do_at(1, {exchange});

        CHECK(losses(fresh) == 0);
        CHECK(find_coupon(*fresh.connection, voucher.code)->used_by == exchange.receipt);
    });
}

TEST_CASE("a public code is everybody's and never spent")
{
    on_each_engine([](FreshOffice& fresh) {
        for (const std::int64_t count : {1, 2}) {
            SaleCompleted sale{coat_sold(count)};
            sale.coupons_used = {{"C50", "C50", {}, {}}};
            fresh.do_at(1, {sale});
        }

        CHECK(losses(fresh) == 0);
        CHECK_FALSE(find_coupon(*fresh.connection, "C50"));
        CHECK(fresh.news_of<OffersMoved>().size() == 2);
    });
}

TEST_CASE("uses of limited offers add up per member over all tills")
{
    on_each_engine([](FreshOffice& fresh) {
        SaleCompleted first{coat_sold(1, {"M1"})};
        first.uses = {{"ONCE", 1}, {"TWICE", 2}};
        SaleCompleted back{coat_sold(2, {"M1"})};
        back.uses = {{"ONCE", -1}};
        SaleCompleted stranger{coat_sold(3)};
        stranger.uses = {{"ONCE", 1}};
        fresh.do_at(2, {first});

        fresh.do_at(1, {back, stranger});

        CHECK(promotion_uses_of(*fresh.connection, {"M1"}) ==
              std::vector<std::pair<std::string, std::int64_t>>{{"TWICE", 2}});
        CHECK(promotion_uses_of(*fresh.connection, {}).empty());
        CHECK(rebuilds(fresh));
    });
}

TEST_CASE("hostile coupons and uses are set apart, and move nothing")
{
    on_each_engine([](FreshOffice& fresh) {
        const auto with = [](auto change) {
            static std::int64_t count{0};
            SaleCompleted sale{coat_sold(++count)};
            change(sale);
            return sale;
        };
        const std::string endless(5'000, 'C');

        CHECK(fault_in(fresh, with([&](auto& sale) { sale.coupons_used = {{endless, "C50", {}, {}}}; })) ==
              "content.too_long");
        CHECK(fault_in(fresh, with([&](auto& sale) { sale.coupons_back = {{"X", endless, {}, {}}}; })) ==
              "content.too_long");
        CHECK(fault_in(fresh, with([&](auto& sale) { sale.uses = {{endless, 1}}; })) == "content.too_long");
        CHECK(fault_in(fresh, with([](auto& sale) { sale.coupons_used = {{"", "C50", {}, {}}}; })) ==
              "content.missing_name");
        CHECK(fault_in(fresh, with([](auto& sale) { sale.coupons_used.resize(501, voucher); })) == "content.too_many");
        CHECK(fault_in(fresh, with([](auto& sale) { sale.uses.resize(501, {"ONCE", 1}); })) == "content.too_many");
        CHECK(fault_in(fresh, with([](auto& sale) { sale.uses = {{"ONCE", 200'001}}; })) == "content.bad_amount");
        for (const char* moment : {"soon", "2026-02-30T10:00", "1990-01-01T00:00", "9999-01-01T00:00"}) {
            CHECK(fault_in(fresh, with([&](auto& sale) { sale.coupons_issued = {{"X", "C50", moment, {}}}; })) ==
                  "content.bad_date");
        }
        CHECK(fault_in(fresh, with([](auto& sale) { sale.coupons_issued = {voucher}; })).empty());
        CHECK(fresh.news_of<OffersMoved>().size() == 1);
    });
}

TEST_CASE("the first ticket of a member is known to every till, the second changes nothing")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {enrolled({"M1"}, "13800000001")});
        fresh.do_at(2, {coat_sold(1, {"M1"})});

        SaleCompleted later{coat_sold(2, {"M1"})};
        later.business_date = "2026-11-23";
        fresh.do_at(2, {later, coat_sold(3, {"M9"})});

        const auto heard = fresh.news_of<MemberSet>();
        REQUIRE(heard.size() == 2);
        CHECK(heard[0].profile.first_bought_on.empty());
        CHECK(heard[1].profile.first_bought_on == "2026-11-22");
        CHECK(heard[1].source_origin == office_origin);
        CHECK(heard[1].profile.phone == "13800000001");
        CHECK(find_member(*fresh.connection, "M1") == heard[1].profile);
        CHECK(rebuilds(fresh));
    });
}

TEST_CASE("who only brings goods back has not bought")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {enrolled({"M1"}, "13800000001")});
        SaleCompleted back{coupon_back(1, {"S02-2-000001"})};
        back.member = {"M1"};

        fresh.do_at(1, {back});

        CHECK(find_member(*fresh.connection, "M1")->first_bought_on.empty());
    });
}

TEST_CASE("an order brings the points that its till worked out, or else one a yuan")
{
    on_each_engine([](FreshOffice& fresh) {
        OrderPlaced doubled{coat_ordered(1, {"M1"})};
        doubled.points = 798;
        OrderPlaced none{coat_ordered(2, {"M1"})};
        none.points = 0;
        fresh.do_at(1, {enrolled({"M1"}, "13800000001"), doubled, none, coat_ordered(3, {"M1"})});
        for (const std::int64_t count : {1, 2, 3}) {
            database::Transaction open{*fresh.connection};
            reward(*fresh.office, open, find_order(*fresh.connection, make_order_id({"S01"}, 1, count))->placed);
            open.commit();
        }

        const auto posted = fresh.news_of<PointsPosted>();

        REQUIRE(posted.size() == 2);
        CHECK(posted[0].points == 798);
        CHECK(posted[1].points == 399);
        CHECK(posted[1].subject == make_order_id({"S01"}, 1, 3).text);
        CHECK(rebuilds(fresh));
    });
}

TEST_CASE("points that no order can bring set it apart")
{
    on_each_engine([](FreshOffice& fresh) {
        for (const std::int64_t points : {std::int64_t{-2}, points_max + 1}) {
            OrderPlaced order{coat_ordered(points < 0 ? 1 : 2)};
            order.points = points;

            CHECK(fresh.do_at(1, {order}).quarantined == 1);
            CHECK_FALSE(find_order(*fresh.connection, order.order));
        }
    });
}

TEST_CASE("the office keeps all that promotions ask of an item")
{
    on_each_engine([](FreshOffice& fresh) {
        CatalogueItem item{*find_item(*fresh.connection, {"COAT-M"})};
        CHECK(item.discountable);
        item.tags = {"冬装", "新品"};
        item.collections = {"2026 冬"};
        item.discountable = false;
        item.weighed = true;

        fresh.say(ItemsListed{{item}});

        CHECK(find_item(*fresh.connection, {"COAT-M"}) == item);
        CHECK(rebuilds(fresh));
    });
}
