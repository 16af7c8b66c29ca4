// Who brought whom: what both have of it after the first paid ticket, and what happens when that comes back.
#include "sync/office/answers.hpp"
#include "sync/office/referrals.hpp"
#include "tests/office/benefits_desk.hpp"
#include "tests/office/console_visitor.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

const MemberId anna{"M1"}; // Was there before.
const MemberId berta{"M2"}; // Was brought by her.
constexpr std::string_view referral_only{
    R"({"inviter": {"points": 200, "promotion": "W20"}, "invited": {"points": 100, "promotion": "W20"}})"};
using Codes = std::vector<std::string>;

void begin(FreshOffice& fresh)
{
    set_all_benefits(fresh, referral_only);
    fresh.do_at(1, {enrolled(anna, "13800000001"), brought(berta, "13800000002", anna)});
}

SaleCompleted returned(std::int64_t count, std::int64_t of, TillNumber till = 1)
{
    return coat_back(count, make_receipt_number({"S01"}, 1, of), till);
}

SaleCompleted two_coats(std::int64_t count, const MemberId& member)
{
    SaleCompleted sale{coat_sold(count, member)};
    sale.lines.push_back(sale.lines[0]);
    sale.total += sale.lines[0].total;
    sale.tax += sale.lines[0].tax;
    sale.tenders[0].amount = sale.total;
    sale.tenders[0].given = sale.total;
    return sale;
}

MemberId kept_inviter(FreshOffice& fresh, const MemberId& member)
{
    return find_member(*fresh.connection, member.text)->referred_by;
}

} // namespace

TEST_CASE("after the first paid ticket both have their gift, and after the second nobody has more")
{
    on_each_engine([](FreshOffice& fresh) {
        begin(fresh);
        CHECK(gift_points(fresh, anna) == 0);
        fresh.do_at(1, {coat_sold(1, berta)});
        fresh.do_at(1, {coat_sold(2, berta)});
        CHECK(gift_points(fresh, anna) == 200);
        CHECK(gift_points(fresh, berta) == 100);
        CHECK(coupons_held(fresh, anna) == Codes{"INV-M2"});
        CHECK(coupons_held(fresh, berta) == Codes{"NEW-M2"});
        CHECK(fresh.news_of<PointsPosted>().back().subject == make_receipt_number({"S01"}, 1, 2).text);
        CHECK(find_gift(*fresh.connection, anna, "referral/M2"));
        CHECK(is_rebuilt_the_same(fresh));
    });
}

TEST_CASE("a ticket that only takes goods back is no first one")
{
    on_each_engine([](FreshOffice& fresh) {
        begin(fresh);
        fresh.do_at(1, {coat_sold(1)});
        SaleCompleted back{returned(2, 1)};
        back.member = berta;
        fresh.do_at(1, {back});
        CHECK(gift_points(fresh, berta) == 0);
        fresh.do_at(1, {coat_sold(3, berta)});
        CHECK(gift_points(fresh, berta) == 100);
    });
}

TEST_CASE("what she bought before she joined, nobody brought about")
{
    on_each_engine([](FreshOffice& fresh) {
        set_all_benefits(fresh, referral_only);
        fresh.do_at(1, {enrolled(anna, "13800000001")});
        SaleCompleted before{coat_sold(2, berta)};
        before.business_date = "2026-11-21";
        fresh.do_at(1, {before, brought(berta, "13800000002", anna), coat_sold(3, berta)});
        CHECK(gift_points(fresh, anna) == 0);
        CHECK(gift_points(fresh, berta) == 0);
    });
}

TEST_CASE("an order on delivery is no paid ticket, whatever day its shift began on")
{
    on_each_engine([](FreshOffice& fresh) {
        begin(fresh);
        SaleCompleted ordered{coat_sold(2, berta)};
        ordered.business_date = "2026-11-21"; // She joined after midnight.
        ordered.lines[0].line_kind = LineKind::order;
        ordered.tenders = {{TenderKind::cod, ordered.total, ordered.total, {}, {}}};
        ordered.points_earned = 0;
        fresh.do_at(1, {ordered});
        CHECK(gift_points(fresh, anna) == 0);
        fresh.do_at(1, {coat_sold(3, berta)});
        CHECK(gift_points(fresh, anna) == 200);
        CHECK(gift_points(fresh, berta) == 100);
    });
}

TEST_CASE("her ticket may be heard of before her till reports that she joined")
{
    on_each_engine([](FreshOffice& fresh) {
        set_all_benefits(fresh, referral_only);
        fresh.do_at(1, {enrolled(anna, "13800000001")});
        SaleCompleted at_two{coat_sold(1, berta)};
        at_two.receipt = make_receipt_number({"S02"}, 2, 1);
        fresh.do_at(2, {at_two});
        CHECK(gift_points(fresh, berta) == 0);
        fresh.do_at(1, {brought(berta, "13800000002", anna)});
        CHECK(gift_points(fresh, anna) == 200);
        CHECK(gift_points(fresh, berta) == 100);
    });
}

TEST_CASE("a first ticket that comes back whole takes both gifts back, once and for good")
{
    on_each_engine([](FreshOffice& fresh) {
        begin(fresh);
        fresh.do_at(1, {two_coats(1, berta)});
        fresh.do_at(1, {returned(2, 1)});
        CHECK(gift_points(fresh, anna) == 200); // A coat stays.
        SaleCompleted rest{returned(1, 1, 2)};
        rest.lines[0].returned_line = 2;
        fresh.do_at(2, {rest});
        CHECK(gift_points(fresh, anna) == 0);
        CHECK(gift_points(fresh, berta) == 0);
        CHECK(coupons_held(fresh, anna).empty());
        CHECK(coupons_held(fresh, berta).empty());
        CHECK(last_apart(fresh).empty());
        CHECK(purses::view_of(*fresh.connection, "M1", "2026-11-22").points == 0);
        const auto voided = fresh.news_of<OffersMoved>().back();
        CHECK(voided.coupons_void.front().code == "NEW-M2");
        CHECK_FALSE(voided.receipt.empty()); // A till takes a coupon for open that no receipt ended.

        fresh.do_at(1, {coat_sold(3, berta), returned(4, 1)});
        CHECK(gift_points(fresh, anna) == 0);
        CHECK(is_rebuilt_the_same(fresh));
    });
}

TEST_CASE("points of a gift that were spent are owed, and a coupon that was used is a loss with a name")
{
    on_each_engine([](FreshOffice& fresh) {
        begin(fresh);
        fresh.do_at(1, {coat_sold(1, berta)});
        SaleCompleted used{coat_sold(2, anna)};
        used.coupons_used = {find_coupon(*fresh.connection, "INV-M2")->coupon};
        fresh.do_at(1, {used});
        CHECK(coupons_held(fresh, anna).empty());
        fresh.say(PointsPosted{anna, -500, "2027-11-22", PointsReason::reversed, "elsewhere", 0, 0, {}, {}});

        fresh.do_at(1, {returned(3, 1)});

        CHECK(last_apart(fresh) == "referral.coupon_used");
        CHECK(latest_set_apart(*fresh.connection, {}, 1).front().why.detail.find("INV-M2 of M1") !=
              std::string::npos);
        CHECK(purses::view_of(*fresh.connection, "M1", "2026-11-22").debt > 0);
        CHECK(coupons_held(fresh, berta).empty());

        // What it was used for comes back too: it is not good again.
        SaleCompleted back{returned(4, 2)};
        back.coupons_back = used.coupons_used;
        fresh.do_at(1, {back});
        CHECK(coupons_held(fresh, anna).empty());
        CHECK(find_coupon(*fresh.connection, "INV-M2")->is_spent());
        CHECK(fresh.news_of<OffersMoved>().back().coupons_void.front().code == "INV-M2");
        CHECK(is_rebuilt_the_same(fresh));
    });
}

TEST_CASE("goods that came back where it was heard first take the gifts along as soon as they are given")
{
    on_each_engine([](FreshOffice& fresh) {
        begin(fresh);
        fresh.do_at(2, {returned(1, 1, 2)});
        fresh.do_at(1, {coat_sold(1, berta)});
        CHECK(gift_points(fresh, anna) == 0);
        CHECK(find_gift(*fresh.connection, anna, "referral/M2")->taken_back);
        CHECK(coupons_held(fresh, berta).empty());
    });
}

TEST_CASE("nobody brings herself, nor who brought her, nor her own family; she is a member all the same")
{
    on_each_engine([](FreshOffice& fresh) {
        set_all_benefits(fresh, referral_only);
        // Three tills' worth of members who brought each other round in a circle.
        fresh.do_at(1, {brought({"M1"}, "13800000001", {"M3"}), brought({"M2"}, "13800000002", {"M1"}),
                        brought({"M3"}, "13800000003", {"M2"})});
        CHECK(last_apart(fresh) == "referral.loop");
        CHECK(kept_inviter(fresh, {"M1"}) == MemberId{"M3"});
        CHECK(kept_inviter(fresh, {"M2"}) == MemberId{"M1"});
        CHECK(kept_inviter(fresh, {"M3"}).empty());

        fresh.clock.at_ms += 1'000;
        fresh.do_at(1, {brought({"M4"}, "13800000004", {"M4"})});
        CHECK(last_apart(fresh) == "referral.herself");
        CHECK(kept_inviter(fresh, {"M4"}).empty());

        fresh.clock.at_ms += 1'000;
        MemberEnrolled child{brought({"M5"}, "13800000005", {"M4"})};
        child.profile.account = "M4"; // Her mother's purse.
        fresh.do_at(1, {child});
        CHECK(last_apart(fresh) == "referral.same_family");
        CHECK(kept_inviter(fresh, {"M5"}).empty());
        CHECK(find_member(*fresh.connection, "M5"));
    });
}

TEST_CASE("who joined the inviter's family before she bought is no new customer")
{
    on_each_engine([](FreshOffice& fresh) {
        begin(fresh);
        auto profile = *find_member(*fresh.connection, "M2");
        profile.account = "M1";
        fresh.say(MemberSet{profile, office_origin, 0});
        fresh.do_at(1, {coat_sold(1, berta)});
        CHECK(gift_points(fresh, anna) == 0);
        CHECK(last_apart(fresh) == "referral.same_family");
    });
}

TEST_CASE("an inviter who was entered twice has her gift under the number that is kept")
{
    on_each_engine([](FreshOffice& fresh) {
        begin(fresh);
        auto profile = *find_member(*fresh.connection, "M1");
        profile.merged_into = {"M7"};
        fresh.say(MembersMerged{.kept = {"M7"}, .merged = anna, .staff = {"韩"}});
        fresh.say(MemberSet{profile, office_origin, 0});
        fresh.do_at(1, {coat_sold(1, berta)});
        CHECK(gift_points(fresh, {"M7"}) == 200);
        CHECK(gift_points(fresh, anna) == 0);
    });
}

TEST_CASE("seven of ten first tickets that came by referral are 70 %")
{
    on_each_engine([](FreshOffice& fresh) {
        set_all_benefits(fresh, referral_only);
        std::vector<EventBody> done;
        for (int at{1}; at <= 10; ++at) {
            const MemberId member{fmt::format("M{}", at)};
            const MemberId inviter{at <= 3 ? std::string{} : fmt::format("M{}", at - 3)};
            done.emplace_back(brought(member, fmt::format("1380000{:04}", at), inviter));
        }
        for (int at{1}; at <= 10; ++at) done.emplace_back(coat_sold(at, {fmt::format("M{}", at)}));
        fresh.do_at(1, std::move(done));
        fresh.do_at(1, {returned(11, 10)});

        const std::string csv{referrals_csv(*fresh.connection)};

        CHECK(csv.rfind("inviter,invited,joined_on,first_sale,gifts,depth\n", 0) == 0);
        CHECK(csv.find("\n\"M1\",\"M4\",\"2026-11-22\",\"S01-1-000004\",\"given\",1\n") != std::string::npos);
        CHECK(csv.find("\n\"M7\",\"M10\",\"2026-11-22\",\"S01-1-000010\",\"taken back\",3\n") != std::string::npos);
        CHECK(csv.substr(csv.rfind('\n')) == "\n7 of 10 first sales came by referral: 70 %");
        CHECK(depth_of(*fresh.connection, {"M10"}) == 3);
        CHECK(depth_of(*fresh.connection, {"M1"}) == 0);
    });
}

TEST_CASE("her page and the programs' answer say who brought her and whom she brought")
{
    on_each_engine([](FreshOffice& fresh) {
        begin(fresh);
        fresh.do_at(1, {brought({"M3"}, "13800000003", berta), coat_sold(1, berta)});
        const auto answer = member_json(*fresh.connection, "M2", fresh.clock.at_ms);
        REQUIRE(answer);
        CHECK(answer->find(R"("referred_by":"M1","referral_depth":1)") != std::string::npos);
        CHECK(answer->find(R"("referrals":[{"member":"M3")") != std::string::npos);
        CHECK(answer->find(R"("coupons":[{"code":"NEW-M2")") != std::string::npos);

        REQUIRE(add_staff(*fresh.office, {{"小周"}, {}, Role::office, "7777"}));
        Visitor visitor{fresh};
        REQUIRE(visitor.sign_in("小周", "7777").status == 303);
        const std::string page{visitor.get("/console/service?q=M2").body};
        CHECK(holds(page, "/console/service?q=M1"));
        CHECK(holds(page, "/console/service?q=M3"));
        CHECK(holds(page, "NEW-M2"));
    });
}
