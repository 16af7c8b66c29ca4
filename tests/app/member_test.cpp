#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Counter;

namespace {

MemberProfile newcomer(std::string phone)
{
    MemberProfile profile;
    profile.phone = std::move(phone);
    profile.name = "单晓";
    return profile;
}

} // namespace

TEST_CASE("somebody joins at the counter and can be found by phone at once")
{
    Counter counter;
    counter.open();

    counter.must(EnrolMember{newcomer("+86 139-0000 0009")});
    counter.must(AttachMember{"8613900000009"});

    REQUIRE(counter.view().cart.member);
    const MemberProfile& profile{counter.view().cart.member->profile};
    CHECK(profile.member.text == "M71-000001");
    CHECK(profile.joined_on == "2026-11-22");
    CHECK(counter.books.all<MemberEnrolled>().back().staff.text == "王芳");
}

TEST_CASE("a phone that is a member already is not enrolled twice")
{
    Counter counter;
    counter.open();

    CHECK(counter.refusal(EnrolMember{newcomer("13800000001")}) == "member.exists");
    CHECK(counter.refusal(EnrolMember{newcomer("138 0000 0001")}) == "member.exists");
}

TEST_CASE("what is no phone number enrols nobody")
{
    Counter counter;
    counter.open();

    for (const char* const phone : {"", "1234", "phone", "123456789012345678901", "138000000a1"}) {
        CHECK(counter.refusal(EnrolMember{newcomer(phone)}) == "member.bad_phone");
    }
    MemberProfile odd{newcomer("13900000009")};
    odd.birthday = "1990-13-01";
    CHECK(counter.refusal(EnrolMember{odd}) == "member.bad_birthday");
    CHECK(counter.books.all<MemberEnrolled>().empty());
}

TEST_CASE("a phone looked for in vain is kept for the enrolment")
{
    Counter counter;
    counter.open();

    CHECK(counter.refusal(AttachMember{"13911112222"}) == "member.not_found");
    CHECK(counter.view().member_not_found == "13911112222");
    CHECK_FALSE(counter.view().cart.member);
}

TEST_CASE("the ticket costs the list price again when she is taken off it")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000001"});
    counter.must(AttachMember{"13800000001"});
    REQUIRE(counter.view().cart.total == 65900_fen);

    counter.must(DetachMember{});

    CHECK(counter.view().cart.total == 69900_fen);
    CHECK(counter.view().cart.points_earned == 0);
    CHECK(counter.refusal(DetachMember{}) == "member.not_attached");
}

TEST_CASE("looking at a member leaves the ticket alone")
{
    Counter counter;
    counter.open();

    counter.must(ShowMember{"13800000002"});

    CHECK(counter.view().member->profile.name == "王建国");
    CHECK_FALSE(counter.view().cart.member);
}

TEST_CASE("she is greeted with her points and what expires first")
{
    Counter counter;
    counter.books.lots[{"M1"}] = {{100, "2026-12-31"}, {50, "2027-12-31"}, {30, "2025-12-31"}};
    counter.open();

    counter.must(AttachMember{"C0001"});

    const PointsView& points{counter.view().cart.member->points};
    CHECK(points.balance == 150);
    CHECK(points.next_expiry_points == 100);
    CHECK(points.next_expiry_on == "2026-12-31");
}

TEST_CASE("a birthday is seen on the day and on no other")
{
    Counter counter;
    counter.books.profiles[0].birthday = "1990-11-22";
    counter.books.profiles[1].birthday = "1990-11-23";
    counter.open();

    counter.must(ShowMember{"13800000001"});
    CHECK(counter.view().member->birthday_today);
    counter.must(ShowMember{"13800000002"});
    CHECK_FALSE(counter.view().member->birthday_today);
}

TEST_CASE("that somebody was not found is said until somebody is")
{
    Counter counter;
    counter.open();
    CHECK(counter.refusal(ShowMember{"13911112222"}) == "member.not_found");
    CHECK(counter.view().banner.code == "member.not_found");
    counter.must(ShowMember{"13800000001"});
    CHECK(counter.view().banner.code.empty());

    CHECK(counter.refusal(OpenGrid{{"NONE"}}) != "");
    const std::string other{counter.view().banner.code};
    counter.must(ShowMember{"13800000001"});
    CHECK(counter.view().banner.code == other); // Nothing that she could end.
}
