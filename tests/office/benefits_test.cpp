// What a chain gives its members unasked: for joining and on birthdays, once whatever comes twice.
#include "sync/office/answers.hpp"
#include "sync/office/benefits.hpp"
#include "sync/office/leases.hpp"
#include "sync/pricing/read_promotions.hpp"
#include "tests/office/benefits_desk.hpp"
#include "tests/office/put_back.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

constexpr std::int64_t day_ms{24LL * 60 * 60 * 1'000};
const MemberId her{"M1"};
using Codes = std::vector<std::string>;

MemberProfile born(const std::string& member, const std::string& birthday)
{
    MemberProfile profile;
    profile.member = {member};
    profile.phone = "139" + member;
    profile.joined_on = "2020-01-05";
    profile.birthday = birthday;
    return profile;
}

// The day on which the head office hears of anything.
void begin_day(FreshOffice& fresh, std::int64_t days_later)
{
    fresh.clock.at_ms += days_later * day_ms;
    database::Transaction open{*fresh.connection};
    begin_points_day(*fresh.office, open);
    open.commit();
}

std::string refused(std::string_view json)
{
    auto book = pricing::read_promotions(std::string{promotion_file});
    REQUIRE(book.has_value());
    const auto read = read_benefits(json, pricing::Offers{std::move(*book)});
    return read ? std::string{} : read.error().code + " " + read.error().detail;
}

} // namespace

TEST_CASE("benefits are refused whole where one of them can not be, and the place is named")
{
    CHECK(refused(all_benefits).empty());
    CHECK(refused("{}").empty());
    CHECK(refused("{") == "rules.unreadable no JSON at byte 2");
    CHECK(refused("[]") == "rules.bad_value the file");
    CHECK(refused(R"({"farewell": {}})") == "rules.unknown_field farewell");
    CHECK(refused(R"({"welcome": {"point": 1}})") == "rules.unknown_field welcome.point");
    CHECK(refused(R"({"welcome": 50})") == "rules.bad_value welcome");
    CHECK(refused(R"({"welcome": {"points": -1}})") == "rules.bad_value welcome.points");
    CHECK(refused(R"({"welcome": {"points": 1000001}})") == "rules.bad_value welcome.points");
    CHECK(refused(R"({"welcome": {"points": 18446744073709551615}})") == "rules.bad_value welcome.points");
    CHECK(refused(R"({"birthday": {"points": 1.5}})") == "rules.bad_value birthday.points");
    CHECK(refused(R"({"inviter": {"days": 0}})") == "rules.bad_value inviter.days");
    CHECK(refused(R"({"inviter": {"days": 3651}})") == "rules.bad_value inviter.days");
    CHECK(refused(R"({"points_months": 0})") == "rules.bad_value points_months");
    CHECK(refused(R"({"points_months": 121})") == "rules.bad_value points_months");
    CHECK(refused(R"({"invited": {"promotion": ""}})") == "rules.bad_value invited.promotion");
    CHECK(refused(R"({"invited": {"promotion": "GONE"}})") == "benefits.no_promotion invited.promotion: GONE");
    CHECK(refused(R"({"invited": {"promotion": "ALL"}})") == "benefits.no_coupon invited.promotion: ALL");
}

TEST_CASE("what was set holds and says so in one line")
{
    on_each_engine([](FreshOffice& fresh) {
        CHECK(set_benefits(*fresh.office, all_benefits).error().code == "benefits.no_promotion");
        REQUIRE(import_promotions(*fresh.office, promotion_file));
        const auto line = set_benefits(*fresh.office, all_benefits);
        REQUIRE(line);
        CHECK(*line == "joining 50 points and W20 for 30 days; birthday 88 points and W20 for 30 days; inviter 200 "
                       "points and W20 for 10 days; invited 100 points; points are good for 12 months");
        CHECK(benefits_of(*fresh.connection).inviter == Benefit{200, "W20", 10});
        CHECK(*set_benefits(*fresh.office, "{}") ==
              "joining nothing; birthday nothing; inviter nothing; invited nothing; points are good for 12 months");
        CHECK(benefits_of(*fresh.connection) == BenefitsSet{});
        CHECK(is_rebuilt_the_same(fresh));
    });
}

TEST_CASE("who joins is welcomed once, with points and a coupon for every till")
{
    on_each_engine([](FreshOffice& fresh) {
        set_all_benefits(fresh);
        const std::string line{fresh.line(1, 1, enrolled(her, "13800000001")) + "\n"};
        REQUIRE(fresh.take(1, line));
        REQUIRE(fresh.take(1, line)); // The answer was lost: sent again.
        fresh.do_at(2, {enrolled(her, "13800000001")}); // A number that stands at two tills.

        const auto posted = fresh.news_of<PointsPosted>();
        REQUIRE(posted.size() == 1);
        CHECK(posted[0] == PointsPosted{her, 50, "2027-11-22", PointsReason::gift, "welcome", 0, 0, {}, "2026-11-22"});
        const auto moved = fresh.news_of<OffersMoved>();
        REQUIRE(moved.size() == 1);
        CHECK(moved[0].member == her);
        CHECK(moved[0].source_origin == office_origin);
        CHECK(moved[0].coupons_issued ==
              std::vector<CouponMoved>{{"WEL-M1", "W20", "2026-11-22T00:00", "2026-12-22T00:00"}});
        CHECK(purses::view_of(*fresh.connection, "M1", "2026-11-22").points == 50);
        CHECK(coupons_held(fresh, her) == Codes{"WEL-M1"});
        const auto answer = member_json(*fresh.connection, "M1", fresh.clock.at_ms);
        CHECK(answer->find(R"("coupons":[{"code":"WEL-M1","promotion":"W20")") != std::string::npos);
        CHECK(is_rebuilt_the_same(fresh));
    });
}

TEST_CASE("a chain without benefits gives nothing, and rules that come later welcome nobody who was there")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {enrolled(her, "13800000001")});
        set_all_benefits(fresh);
        fresh.do_at(1, {enrolled(her, "13800000001")});
        fresh.say(MemberSet{born("M9", ""), office_origin, 0}); // As an import says it.
        CHECK(fresh.news_of<PointsPosted>().empty());
        CHECK(fresh.news_of<OffersMoved>().empty());
    });
}

TEST_CASE("a gift earns no tier")
{
    on_each_engine([](FreshOffice& fresh) {
        set_all_benefits(fresh);
        fresh.do_at(1, {enrolled(her, "13800000001")});
        CHECK(member_json(*fresh.connection, "M1", fresh.clock.at_ms)->find(R"("tier":"")") != std::string::npos);
        fresh.say(TiersSet{12, {{"silver", 50}}});
        CHECK(member_json(*fresh.connection, "M1", fresh.clock.at_ms)->find(R"("tier":"standard")") !=
              std::string::npos);
    });
}

TEST_CASE("a birthday brings its gift once a year, and the days the office was off are made good")
{
    on_each_engine([](FreshOffice& fresh) {
        set_all_benefits(fresh);
        fresh.say(MemberSet{born("M1", "1990-11-22"), office_origin, 0});
        fresh.say(MemberSet{born("M2", "1991-11-25"), office_origin, 0});
        fresh.say(MemberSet{born("M3", "1991-11-27"), office_origin, 0});
        begin_day(fresh, 0);
        CHECK(gift_points(fresh, {"M1"}) == 88);
        begin_day(fresh, 0);
        CHECK(gift_points(fresh, {"M1"}) == 88);
        CHECK(gift_points(fresh, {"M2"}) == 0);

        begin_day(fresh, 4); // Off from the 23rd to the 25th.
        CHECK(gift_points(fresh, {"M2"}) == 88);
        CHECK(gift_points(fresh, {"M3"}) == 0);
        CHECK(fresh.news_of<OffersMoved>().back().coupons_issued ==
              std::vector<CouponMoved>{{"BD2026-M2", "W20", "2026-11-26T00:00", "2026-12-26T00:00"}});

        // Her birthday is put right to a day that comes: she has had this year's.
        fresh.say(MemberSet{born("M2", "1991-11-28"), office_origin, 0});
        begin_day(fresh, 2);
        CHECK(gift_points(fresh, {"M2"}) == 88);
        CHECK(gift_points(fresh, {"M3"}) == 88);
        begin_day(fresh, 365);
        CHECK(gift_points(fresh, {"M2"}) == 2 * 88);
        CHECK(find_gift(*fresh.connection, {"M2"}, "BD2027-M2"));
        CHECK(is_rebuilt_the_same(fresh));
    });
}

TEST_CASE("no more than 31 days are made good")
{
    on_each_engine([](FreshOffice& fresh) {
        set_all_benefits(fresh);
        fresh.say(MemberSet{born("M1", "1990-11-30"), office_origin, 0}); // 32 days before.
        fresh.say(MemberSet{born("M2", "1990-12-01"), office_origin, 0});
        begin_day(fresh, 0);
        begin_day(fresh, 40); // 1 January.
        CHECK(gift_points(fresh, {"M1"}) == 0);
        CHECK(gift_points(fresh, {"M2"}) == 88);
        CHECK(find_gift(*fresh.connection, {"M2"}, "BD2026-M2")); // Of the year that it was for.
    });
}

TEST_CASE("who was born on 29 February has her day on the 28th in other years, and once")
{
    on_each_engine([](FreshOffice& fresh) {
        set_all_benefits(fresh);
        fresh.say(MemberSet{born("M1", "1996-02-29"), office_origin, 0});
        begin_day(fresh, 97); // 27 February 2027.
        CHECK(gift_points(fresh, {"M1"}) == 0);
        begin_day(fresh, 1);
        CHECK(gift_points(fresh, {"M1"}) == 88);
        begin_day(fresh, 365); // 28 February 2028, which has a 29th.
        CHECK(gift_points(fresh, {"M1"}) == 88);
        begin_day(fresh, 1);
        CHECK(gift_points(fresh, {"M1"}) == 2 * 88);
    });
}

TEST_CASE("books that were put back to before their first day give that day's birthdays again")
{
    on_each_engine([](FreshOffice& fresh) {
        set_all_benefits(fresh);
        fresh.say(MemberSet{born("M1", "1990-11-22"), office_origin, 0});
        fresh.say(MemberSet{born("M2", "1990-11-21"), office_origin, 0}); // Before the books began.
        OldCopy copy{fresh};
        begin_day(fresh, 0);
        REQUIRE(gift_points(fresh, {"M1"}) == 88);
        copy.put_back();
        {
            database::Transaction open{*fresh.connection};
            begin_history(*fresh.office, open, Cause::operator_, "old disk");
            open.commit();
        }

        begin_day(fresh, 1);

        CHECK(gift_points(fresh, {"M1"}) == 88);
        CHECK(gift_points(fresh, {"M2"}) == 0);
    });
}

TEST_CASE("nobody who was erased, or is kept under another number, has birthdays")
{
    on_each_engine([](FreshOffice& fresh) {
        set_all_benefits(fresh);
        MemberProfile twice{born("M1", "1990-11-22")};
        twice.merged_into = {"M2"};
        fresh.say(MemberSet{twice, office_origin, 0});
        fresh.say(MemberSet{born("M3", "1990-11-22"), office_origin, 0});
        MemberErased erased;
        erased.member = {"M3"};
        fresh.say(erased);
        begin_day(fresh, 0);
        CHECK(fresh.news_of<PointsPosted>().empty());
    });
}

TEST_CASE("a birthday of which the office hears only after the day is made good, and only from when it was said")
{
    on_each_engine([](FreshOffice& fresh) {
        set_all_benefits(fresh, R"({"birthday": {"points": 88}})");
        begin_day(fresh, 3);
        MemberEnrolled late{enrolled(her, "13800000001")}; // She joined on the 22nd, at a till without a line.
        late.profile.birthday = "1990-11-23";
        MemberEnrolled before{enrolled({"M2"}, "13800000002")};
        before.profile.birthday = "1990-11-21";
        fresh.do_at(1, {late, before});
        CHECK(gift_points(fresh, her) == 88);
        CHECK(gift_points(fresh, {"M2"}) == 0);

        // It is put right today, and today it is.
        fresh.do_at(1, {MemberCorrected{{"M2"}, ProfilePart::birthday, "1990-11-25", {"S01"}, {"王芳"}}});
        fresh.do_at(1, {MemberCorrected{{"M2"}, ProfilePart::birthday, "1990-11-24", {"S01"}, {"王芳"}}});
        CHECK(gift_points(fresh, {"M2"}) == 88);
    });
}

TEST_CASE("a gift that books put back forgot, and a till still holds a part of, is the same when it is given again")
{
    on_each_engine([](FreshOffice& fresh) {
        set_all_benefits(fresh, R"({"welcome": {"points": 50}})");
        LeaseGranted held;
        held.lease = "0/40";
        held.till = 2;
        held.epoch = 1;
        held.account = "M1";
        held.lots = {{"gift/welcome/M1", LotKind::points, 30, "2026-11-22", "2027-11-22"}};
        fresh.say(LeasesShown{2, "ab12", 0, {held}});

        fresh.do_at(1, {enrolled(her, "13800000001")});

        const auto points = purses::view_of(*fresh.connection, "M1", "2026-11-22");
        CHECK(points.points + points.leased >= 50);
        CHECK(points.leased == 30);
        database::Statement lots{*fresh.connection, "SELECT COUNT(*), SUM(amount), SUM(lacking) FROM purse_lots"};
        REQUIRE(lots.step());
        CHECK(lots.integer(0) == 1);
        CHECK(lots.integer(1) == 50);
        CHECK(lots.integer(2) == 0);
    });
}

TEST_CASE("the birthdays of a day are looked up, not searched for among all members")
{
    FreshOffice fresh{"sqlite::memory:"};
    database::Statement plan{*fresh.connection, "EXPLAIN QUERY PLAN SELECT member FROM members"
                                                " WHERE substr(birthday, 6) = '11-22'"};
    REQUIRE(plan.step());
    CHECK(plan.text(3).find("members_by_month_day") != std::string_view::npos);
}
