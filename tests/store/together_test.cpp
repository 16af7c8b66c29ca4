// Members who belong together, as a till keeps them: what both numbers of one person have is seen as one, and a family
// sees one purse.
#include "sync/events/purse_account.hpp"
#include "terminal/store/verify_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::test;

namespace {

const MemberId kept{"M1"};
const MemberId other{"M2"};
constexpr const char* today{"2026-11-22"};

MemberProfile with(MemberProfile profile, const std::string& account, Generation generation)
{
    profile.account = account;
    profile.generation = generation;
    return profile;
}

void enrol_twice(OpenTill& till)
{
    till.told(MemberSet{member("M1", "13800138000", "单雪莹"), 0, 0});
    MemberProfile second{member("M2", "13800138000", "单雪莹")};
    second.card = "600100044";
    till.told(MemberSet{second, 3, 1});
}

void merge(OpenTill& till)
{
    MemberProfile second{member("M2", "13800138000", "单雪莹")};
    second.card = "600100044";
    second.merged_into = kept;
    till.told(MembersMerged{kept, other, {"总部"}});
    till.told(MemberSet{second, 0, 0});
    till.told(MemberSet{member("M1", "13800138000", "单雪莹"), 0, 0});
}

void part(OpenTill& till)
{
    till.told(MembersParted{kept, other, {"总部"}});
    till.told(MemberSet{member("M2", "13800138000", "单雪莹"), 0, 0});
}

void give(OpenTill& till, const std::string& id, std::int64_t points, const std::string& expires = "2027-12-31")
{
    till.told(PointsPosted{{id}, points, expires, PointsReason::imported, "", 0, 0});
}

LeaseGranted lease_of(const std::string& account, std::int64_t units)
{
    LeaseGranted granted;
    granted.lease = "0/7";
    granted.till = own_till;
    granted.account = account;
    granted.unit = unit_of(account);
    granted.lots = {{"0/1", LotKind::points, units, "2026-01-01", "2027-12-31"}};
    granted.ask = 1;
    return granted;
}

std::int64_t points(OpenTill& till, const MemberId& member)
{
    return till.store().members().points(member, today).balance;
}

SaleCompleted bought(const std::string& receipt, const MemberId& by, std::int64_t earned)
{
    SaleCompleted made{sale(receipt, 1, {sale_line("A", 1, earned * 100)})};
    made.member = by;
    made.points_earned = earned;
    made.points_expire_on = "2027-12-31";
    return made;
}

void check_folder(OpenTill& till)
{
    till.close();
    const auto verdict = verify_folder(till.path());
    REQUIRE(verdict);
    INFO((verdict->problems.empty() ? "" : verdict->problems.front()));
    CHECK(verdict->ok);
}

} // namespace

TEST_CASE("phone, card and number of somebody who was entered twice find her once")
{
    OpenTill till;
    enrol_twice(till);
    const auto found = [&](const char* key) { return till.store().members().find(key)->member; };
    CHECK(found("13800138000") == other); // Who joined later answers a phone that two have.
    CHECK(till.store().members().search("8000", 10).size() == 2);

    merge(till);
    for (const char* key : {"13800138000", "600100044", "M2", "M1"}) CHECK(found(key) == kept);
    for (const char* text : {"8000", "雪莹"}) {
        const auto all = till.store().members().search(text, 10);
        REQUIRE(all.size() == 1);
        CHECK(all.front().member == kept);
    }
    part(till);
    CHECK(found("M2") == other);
    CHECK(till.store().members().search("8000", 10).size() == 2);
    check_folder(till);
}

TEST_CASE("what both numbers did here is seen together, line by line, and apart again when they part")
{
    OpenTill till;
    enrol_twice(till);
    till.did(bought("R1", kept, 10));
    till.did(bought("R2", other, 20));
    const MemberNote wool{{"N71-000001"}, NoteKind::cannot, "羊毛", today};
    till.did(MemberNoted{other, wool, false, {"S01"}, {"王芳"}});
    const auto yes = [](ConsentAnswer answer, std::int64_t at_ms) {
        return Consent{ConsentPurpose::offers, ConsentChannel::sms, answer, "2026-11", at_ms};
    };
    till.did(ConsentGiven{other, yes(ConsentAnswer::yes, 10), {"S01"}, {"王芳"}});
    till.did(ConsentGiven{kept, yes(ConsentAnswer::no, 5), {"S01"}, {"王芳"}});
    till.told(AccountPosted{other, Money::from_minor(500), "R9", 3, 1});
    till.told(AccountPosted{kept, Money::from_minor(100), "R8", 3, 2});
    const MemberFileReader& files{till.store().member_files()};
    merge(till);

    CHECK(till.store().members().last_purchases(kept, 10).size() == 2);
    CHECK(till.store().days().receipts_of(kept, 10) == std::vector<ReceiptNumber>{{"R2"}, {"R1"}});
    CHECK(files.notes(kept).size() == 1);
    REQUIRE(files.consents(kept).size() == 1);
    CHECK(files.consents(kept).front().answer == ConsentAnswer::yes); // The later word, under whichever number.
    CHECK(files.earnings(kept).size() == 2);
    CHECK(till.store().members().owed(kept) == Money::from_minor(600));
    CHECK(points(till, kept) == 30);
    CHECK(points(till, other) == 30); // A ticket may still name that number.

    till.did(MemberNoted{kept, wool, true, {"S01"}, {"王芳"}});
    CHECK(files.notes(kept).empty());
    part(till);
    CHECK(till.store().days().receipts_of(kept, 10) == std::vector<ReceiptNumber>{{"R1"}});
    CHECK(till.store().days().receipts_of(other, 10) == std::vector<ReceiptNumber>{{"R2"}});
    CHECK(files.consents(kept).front().answer == ConsentAnswer::no);
    CHECK(files.notes(other).size() == 1);
    CHECK(till.store().members().owed(other) == Money::from_minor(500));
    CHECK(points(till, kept) == 10);
    CHECK(points(till, other) == 20);
    check_folder(till);
}

TEST_CASE("a lease of the merged number, and her money, are the kept one's")
{
    OpenTill till;
    enrol_twice(till);
    till.told(lease_of("M2", 20));
    till.told(ValuePosted{"value/M2", Money::from_minor(500), "", ValueReason::loaded, "P1", {}, 3, 1});
    till.told(ValuePosted{"value/M1", Money::from_minor(100), "", ValueReason::loaded, "P2", {}, 3, 2});
    CHECK(till.store().points().lease("0/7")->account == "M2");
    CHECK(till.store().points().value("value/M1", today) == Money::from_minor(100));
    merge(till);
    CHECK(till.store().points().lease("0/7")->account == "M1");
    CHECK(till.store().points().value("value/M1", today) == Money::from_minor(600));
    part(till);
    CHECK(till.store().points().value("value/M2", today) == Money::from_minor(500));
    check_folder(till);
}

TEST_CASE("a family sees one purse, each with what is left of her own")
{
    OpenTill till;
    till.told(MemberSet{with(member("M1", "13800000001", "妈妈"), "M1", Generation::parent), 0, 0});
    till.told(MemberSet{with(member("M2", "13800000002", "外婆"), "M1", Generation::elder), 0, 0});
    till.told(MemberSet{with(member("M3", "13800000003", "小宝"), "M1", Generation::child), 0, 0});
    till.told(MemberSet{member("M4", "13800000004", "别人"), 0, 0});
    give(till, "M1", 10);
    give(till, "M2", 20, "2027-06-30");
    give(till, "M3", 30, "2026-11-01"); // Past its day.
    give(till, "M3", 5);
    for (const char* id : {"M1", "M2", "M3"}) CHECK(points(till, {id}) == 35);
    CHECK(points(till, {"M4"}) == 0);
    const MemberFileReader& files{till.store().member_files()};
    CHECK(files.lots({"M2"}, today) ==
          std::vector<PointsLotView>{{20, "2027-06-30", ""}, {15, "2027-12-31", ""}});
    const auto relatives = files.relatives("M1", today);
    REQUIRE(relatives.size() == 3);
    CHECK(relatives[0].member.text == "M2"); // The oldest generation first.
    CHECK(relatives[0].points == 20);
    CHECK(relatives[1].points == 10);
    CHECK(relatives[2].points == 5);
    till.told(ValuePosted{value_account({"M2"}), Money::from_minor(500), "", ValueReason::loaded, "P1", {}, 3, 1});
    CHECK(till.store().points().value(value_account({"M1"}), today).is_zero()); // Points are shared, money is not.
    CHECK(files.relatives("", today).empty());
    CHECK(files.relatives("M4", today).empty());

    // She began it and leaves it: the purse keeps its name, and a lease of it is theirs.
    till.told(lease_of("M1", 20));
    till.told(MemberSet{with(member("M1", "13800000001", "妈妈"), "M1/own", Generation::none), 0, 0});
    CHECK(till.store().points().lease("0/7")->account == "M1");
    CHECK(points(till, {"M1"}) == 10);
    CHECK(points(till, {"M2"}) == 25);
    CHECK(files.relatives("M1/own", today).empty());
    // The family ends: what was lent of it is nobody's, and goes back.
    till.told(MemberSet{with(member("M2", "13800000002", "外婆"), "", Generation::none), 0, 0});
    till.told(MemberSet{with(member("M3", "13800000003", "小宝"), "", Generation::none), 0, 0});
    CHECK(till.store().points().lease("0/7")->account == "M1");
    CHECK(points(till, {"M2"}) == 20);
    check_folder(till);
}

TEST_CASE("a lease of a member who joins a family is the family's")
{
    OpenTill till;
    till.told(MemberSet{member("M2", "13800000002", "外婆"), 0, 0});
    till.told(lease_of("M2", 20));
    till.told(MemberSet{with(member("M1", "13800000001", "妈妈"), "M1", Generation::parent), 0, 0});
    till.told(MemberSet{with(member("M2", "13800000002", "外婆"), "M1", Generation::elder), 0, 0});
    CHECK(till.store().points().lease("0/7")->account == "M1");
}
