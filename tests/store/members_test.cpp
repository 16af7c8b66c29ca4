#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::test;

TEST_CASE("a member is found by phone, card and id")
{
    OpenTill till;
    MemberProfile shan{member("M1", "13800138000", "单雪莹")};
    shan.card = "88001234";
    shan.reading = "Shàn";
    shan.birthday = "1990-11-22";
    shan.form_of_address = "女士";
    shan.usual_size = "165/88A";
    shan.note = "肩宽";
    shan.monthly_use = "12 公斤";
    shan.payday = "10";
    till.told(MemberSet{shan, 0, 0});

    CHECK(till.store().members().find("13800138000") == shan);
    CHECK(till.store().members().find("88001234") == shan);
    CHECK(till.store().members().find("M1") == shan);
    CHECK(!till.store().members().find(""));
    CHECK(!till.store().members().find("13800138001"));
}

TEST_CASE("members are searched by the ends of a phone, parts of a name and its initials")
{
    OpenTill till;
    till.told(MemberSet{member("M1", "13800138000", "单雪莹"), 0, 0});
    till.told(MemberSet{member("M2", "13912348000", "王小燕"), 0, 0});
    const auto found = [&](std::string_view typed) {
        std::string ids;
        for (const FoundMember& one : till.store().members().search(typed, 10)) ids += one.member.text;
        return ids;
    };

    CHECK(found("8000") == "M1M2");
    CHECK(found("1391") == "M2");
    CHECK(found("13800138000") == "M1");
    CHECK(found("800").empty()); // Too few digits say too little.
    CHECK(found("雪莹") == "M1");
    CHECK(found("sxy") == "M1"); // 单 as a surname …
    CHECK(found("dxy") == "M1"); // … and as a word.
    CHECK(found("xy") == "M1M2");
    CHECK(found("张").empty());
}

TEST_CASE("an enrolment counts at once and its echo changes nothing")
{
    OpenTill till;
    till.did(MemberEnrolled{member("M71-1", "13800138000", "单雪莹"), {"S01"}, {"王芳"}});
    till.told(MemberSet{member("M71-1", "13800138000", "单雪莹"), own_till, 1});
    CHECK(till.store().members().find("M71-1")->name == "单雪莹");
    CHECK(till.store().days().counts().members == 1);

    till.told(MemberSet{member("M71-1", "13800138999", "单雪莹"), 0, 0});
    CHECK(till.store().members().find("13800138999"));
    CHECK(till.store().members().search("8000", 10).empty());
}

TEST_CASE("points are lots of this till's sales and the office's, each counted once")
{
    OpenTill till;
    SaleCompleted bought{sale("R1", 1, {sale_line("A1", 1, 39'900)})};
    bought.member = {"M1"};
    bought.points_earned = 399;
    bought.points_expire_on = "2027-12-31";
    till.did(bought);
    till.told(PointsPosted{{"M1"}, 399, "2027-12-31", PointsReason::earned, "R1", own_till, 1});
    till.told(PointsPosted{{"M1"}, 120, "2026-12-31", PointsReason::imported, "", 0, 0});

    const PointsView points{till.store().members().points({"M1"}, "2026-11-22")};

    CHECK(points.balance == 519);
    CHECK(points.next_expiry_points == 120);
    CHECK(points.next_expiry_on == "2026-12-31");
    CHECK(till.store().members().points({"M1"}, "2027-01-01").balance == 399);
    CHECK(till.store().members().points({"nobody"}, "2026-11-22").balance == 0);
}

TEST_CASE("the last purchases are those of this member, newest first")
{
    OpenTill till;
    for (int i{1}; i <= 3; ++i) {
        SaleCompleted bought{sale("R" + std::to_string(i), 1, {sale_line("A1", 1, i * 10'000)})};
        bought.member = {i == 2 ? "M2" : "M1"};
        if (i == 3) bought.lines[0].guides = {{{"李雪"}, {10'000}}};
        till.did(bought);
    }

    const auto purchases = till.store().members().last_purchases({"M1"}, 5);

    REQUIRE(purchases.size() == 2);
    CHECK(purchases[0].total == Money::from_minor(30'000));
    CHECK(purchases[1].total == Money::from_minor(10'000));
    CHECK(purchases[0].served_by == StaffName{"李雪"});
    CHECK(purchases[1].served_by == sale("R", 1, {}).staff);
    CHECK(till.store().members().last_purchases({"M1"}, 1).size() == 1);
    CHECK(till.store().members().last_purchases({""}, 5).empty());
}
