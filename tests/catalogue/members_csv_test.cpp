#include "sync/catalogue/members_csv.hpp"

#include "tests/support/catch.hpp"

using namespace guitai;

TEST_CASE("a member is read by column name and the unknown columns are carried along", "[catalogue][members]")
{
    const auto read = read_members("name,phone,gender,points,points_expire,points_2,points_2_expire,birthday,Shoe\n"
                                   "单晓岚,+86 138-0000-0001,女,1200,2026-12-31,300,2027-12-31,1990/3/7,38\n"
                                   "李强,13800000002,,0,,,,,\n");

    REQUIRE(read);
    REQUIRE(read->size() == 2);
    const ImportedMember& first{read->front()};
    CHECK(first.profile.phone == "13800000001");
    CHECK(first.profile.form_of_address == "女士");
    CHECK(first.profile.birthday == "1990-03-07");
    CHECK(first.points == std::vector<ImportedPoints>{{1'200, "2026-12-31"}, {300, "2027-12-31"}});
    CHECK(first.attributes == std::vector<std::pair<std::string, std::string>>{{"Shoe", "38"}});
    CHECK((*read)[1].points.empty());
    CHECK((*read)[1].attributes.empty());
}

TEST_CASE("Chinese headings are known as well", "[catalogue][members]")
{
    const auto read =
        read_members("姓名,手机号,称呼,会员等级,积分,积分到期\n仇远,13800000003,先生,金卡,80,2026-12-31\n");

    REQUIRE(read);
    CHECK(read->front().profile.form_of_address == "先生");
    CHECK(read->front().profile.tier == "金卡");
    CHECK(read->front().points.size() == 1);
}

TEST_CASE("a members file with one bad row is refused whole", "[catalogue][members]")
{
    const auto code = [](std::string_view row) {
        const auto read = read_members("phone,name,points,birthday,card\n13800000001,A,1,,K1\n" + std::string{row});
        return read ? std::string{} : read.error().code;
    };

    CHECK(code("13800000002,B,1,,K2\n").empty());
    CHECK(code("abc,B,1,,\n") == "members.bad_phone");
    CHECK(code(",B,1,,\n") == "members.bad_phone");
    CHECK(code("1.38E+10,B,1,,\n") == "members.bad_phone");
    CHECK(code("138 0000 0001,B,1,,\n") == "members.duplicate_phone");
    CHECK(code("13800000002,B,1,,K1\n") == "members.duplicate_card");
    CHECK(code("13800000002,,1,,\n") == "members.missing_name");
    CHECK(code("13800000002,B,-1,,\n") == "members.bad_points");
    CHECK(code("13800000002,B,1.5,,\n") == "members.bad_points");
    CHECK(code("13800000002,B,1,1990-13-01,\n") == "members.bad_date");
    CHECK(code("13800000002," + std::string(400, 'n') + ",1,,\n").empty());
    CHECK(code("13800000002," + std::string(401, 'n') + ",1,,\n") == "members.too_long");
    CHECK(code("13800000002,B,1,," + std::string(401, 'c') + "\n") == "members.too_long");
    CHECK(read_members("phone,name,hobby\n1380000001,A," + std::string(2'001, 'x') + "\n").error().code ==
          "members.too_long");
    CHECK(read_members("name\nA\n").error().code == "csv.missing_column");
}
