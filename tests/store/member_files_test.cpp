#include "terminal/store/verify_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::test;

namespace {

const MemberId her{"M1"};

MemberNote note(const std::string& id, NoteKind kind, const std::string& about)
{
    return {{id}, kind, about, "2026-11-22"};
}

MemberCorrected corrected(ProfilePart part, const std::string& value)
{
    return {her, part, value, {"S01"}, {"王芳"}};
}

Consent consent(ConsentAnswer answer, std::int64_t at_ms)
{
    return {ConsentPurpose::offers, ConsentChannel::sms, answer, "2026-11", at_ms};
}

SaleCompleted bought(const std::string& receipt, std::int64_t points, const std::string& on)
{
    SaleCompleted made{sale(receipt, 1, {sale_line("A", 1, points * 100)})};
    made.member = her;
    made.points_earned = points;
    made.points_expire_on = "2027-12-31";
    made.business_date = on;
    return made;
}

} // namespace

TEST_CASE("what is put right here is not undone by what the head office knew before it heard of it")
{
    OpenTill till;
    till.told(MemberSet{member("M1", "13800138000", "单雪莹"), 0, 0});
    const std::int64_t first{till.did(corrected(ProfilePart::usual_size, "165/88A"))};
    const std::int64_t second{till.did(corrected(ProfilePart::name, "单雪盈"))};
    CHECK(till.store().members().find("M1")->usual_size == "165/88A");
    CHECK(till.store().members().search("雪盈", 10).size() == 1);

    // Another till has put her note right; the head office has not heard of us.
    MemberProfile told{member("M1", "13800138000", "单雪莹")};
    told.note = "喜欢长款";
    till.told(MemberSet{told, 3, 1});
    auto seen = till.store().members().find("M1");
    CHECK(seen->note == "喜欢长款");
    CHECK(seen->usual_size == "165/88A");
    CHECK(seen->name == "单雪盈");

    // It has heard of the first.
    told.usual_size = "165/88A";
    till.told(MemberSet{told, own_till, first});
    CHECK(till.store().members().find("M1")->name == "单雪盈");

    told.name = "单雪盈";
    till.told(MemberSet{told, own_till, second});
    // And later of another word for it: that holds.
    told.name = "单雪瑩";
    till.told(MemberSet{told, 0, 0});
    CHECK(till.store().members().find("M1")->name == "单雪瑩");
}

TEST_CASE("a phone that was put right is found, and the old one is not")
{
    OpenTill till;
    till.told(MemberSet{member("M1", "13800138000", "单雪莹"), 0, 0});
    till.did(corrected(ProfilePart::phone, "13912345678"));
    CHECK(till.store().members().find("13912345678"));
    CHECK_FALSE(till.store().members().find("13800138000"));
    CHECK(till.store().members().search("5678", 10).size() == 1);
}

TEST_CASE("notes come from here and from elsewhere, and one that is dropped stays dropped")
{
    OpenTill till;
    const MemberFileReader& files{till.store().member_files()};
    till.did(MemberNoted{her, note("N71-000001", NoteKind::cannot, "羊毛"), false, {"S01"}, {"王芳"}});
    till.told(MemberNoteTold{her, note("N71-000001", NoteKind::cannot, "羊毛"), false, own_till, 1});
    till.told(MemberNoteTold{her, note("N3-000001", NoteKind::like, "红色"), false, 3, 9});
    CHECK(files.notes(her).size() == 2);
    CHECK(till.store().days().counts().notes == 1);

    till.did(MemberNoted{her, note("N3-000001", NoteKind::like, "红色"), true, {"S01"}, {"王芳"}});
    till.told(MemberNoteTold{her, note("N3-000001", NoteKind::like, "红色"), false, 3, 9}); // Told again.
    REQUIRE(files.notes(her).size() == 1);
    CHECK(files.notes(her).front() == note("N71-000001", NoteKind::cannot, "羊毛"));
    CHECK(till.store().days().counts().notes == 1);
}

TEST_CASE("of two answers the later one holds, in whatever order they are heard")
{
    const auto heard = [](const std::vector<Consent>& order) {
        OpenTill till;
        for (const Consent& one : order) till.told(ConsentTold{her, one, {"S01"}, {"王芳"}, 3, 1});
        return till.store().member_files().consents(her).front().answer;
    };
    const Consent yes{consent(ConsentAnswer::yes, 10)};
    const Consent no{consent(ConsentAnswer::no, 20)};
    CHECK(heard({yes, no}) == ConsentAnswer::no);
    CHECK(heard({no, yes}) == ConsentAnswer::no);

    const Consent at_once{consent(ConsentAnswer::confirmed, 20)};
    CHECK(heard({at_once, no}) == ConsentAnswer::no);
    CHECK(heard({no, at_once}) == ConsentAnswer::no);
}

TEST_CASE("what counts for a tier is earned once, wherever it was, and goes with the goods")
{
    OpenTill till;
    const MemberFileReader& files{till.store().member_files()};
    till.did(bought("R1", 659, "2026-11-20"));
    till.told(PointsPosted{her, 659, "2027-12-31", PointsReason::earned, "R1", own_till, 1, {}, "2026-11-20"});
    till.told(PointsPosted{her, 400, "2027-12-31", PointsReason::earned, "R2", 3, 5, {}, "2026-10-01"});
    till.told(PointsPosted{her, 9'000, "2026-12-31", PointsReason::imported, "import", 0, 0});
    till.told(PointsPosted{her, -100, "2027-12-31", PointsReason::redeemed, "R3", 3, 6});
    CHECK(files.earnings(her) == std::vector<TierEarning>{{"2026-11-20", 659}, {"2026-10-01", 400}});

    // Goods of R2 come back here, two months later.
    SaleCompleted back{bought("R4", 0, "2026-12-01")};
    back.points_back = {{her, {"R2"}, 150, "2027-12-31"}};
    till.did(back);
    CHECK(files.earnings(her) == std::vector<TierEarning>{{"2026-11-20", 659}, {"2026-10-01", 250}});
}

TEST_CASE("the tiers are those that were told last")
{
    OpenTill till;
    CHECK(till.store().member_files().tiers().steps.empty());
    till.told(TiersSet{12, {{"gold", 1'000}}});
    const TiersSet later{6, {{"silver", 100}, {"gold", 1'000}}};
    till.told(later);
    CHECK(till.store().member_files().tiers() == later);
}

TEST_CASE("a member's file is worked out from the journal alone")
{
    OpenTill till;
    till.told(MemberSet{member("M1", "13800138000", "单雪莹"), 0, 0});
    till.did(corrected(ProfilePart::birthday, "1990-11-22"));
    till.did(MemberNoted{her, note("N71-000001", NoteKind::request, "一把椅子"), false, {"S01"}, {"王芳"}});
    till.did(ConsentGiven{her, consent(ConsentAnswer::yes, 10), {"S01"}, {"王芳"}});
    till.did(bought("R1", 659, "2026-11-20"));
    till.close();
    const auto verdict = verify_folder(till.path());
    REQUIRE(verdict);
    INFO((verdict->problems.empty() ? "" : verdict->problems.front()));
    CHECK(verdict->ok);
}
