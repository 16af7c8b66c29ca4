// The members' own keys, who was at their files, and erasure, in a till's books.
#include "terminal/store/verify_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::test;

namespace {

const MemberId her{"M1"};

FileAccessed accessed(FileAccess access) { return {her, access, {"李雪"}, Role::adviser, {"S01"}}; }
FileAccessTold heard(FileAccess access, std::int64_t number)
{
    return {her, access, {"周"}, Role::adviser, {"S02"}, 1'000 + number, 3, number};
}

// A line of the head office, with its number and its words.
std::string office_line(std::int64_t number, EventBody body)
{
    return encode({office_origin, number, 1'795'312'800'000, std::move(body)});
}

std::string journal_text(OpenTill& till)
{
    std::string text;
    for (const JournalLine& line : till.store().books().journal().after_position(0, 1'000)) text += line.text + "\n";
    return text;
}

bool is_whole(OpenTill& till)
{
    till.close();
    const auto verdict = verify_folder(till.path());
    REQUIRE(verdict);
    INFO((verdict->problems.empty() ? "" : verdict->problems.front()));
    CHECK(verdict->ok);
    till.open();
    return verdict->ok;
}

} // namespace

TEST_CASE("the password chosen last holds, wherever it was chosen and in whatever order it is heard")
{
    OpenTill till;
    const MemberFileReader& files{till.store().member_files()};
    CHECK_FALSE(files.password(her));
    till.did(PasswordChosen{her, {"here", 2'000}, {"S01"}});
    till.told(PasswordTold{her, {"elsewhere, before", 1'000}, 3, 1});
    CHECK(files.password(her)->hash == "here");
    till.told(PasswordTold{her, {"elsewhere, after", 3'000}, 3, 2});
    CHECK(files.password(her)->hash == "elsewhere, after");
    till.told(PasswordTold{her, {"", 4'000}, 0, 0}); // Taken away by the head office.
    CHECK(files.password(her)->hash.empty());
}

TEST_CASE("wrong passwords count wherever they were typed, until a right one")
{
    OpenTill till;
    const MemberFileReader& files{till.store().member_files()};
    till.did(accessed(FileAccess::tried));
    till.told(heard(FileAccess::tried, 1));
    till.told(heard(FileAccess::tried, 2));
    CHECK(files.password_tries(her).failed_tries == 3);
    till.did(accessed(FileAccess::opened));
    CHECK(files.password_tries(her).failed_tries == 0);
}

TEST_CASE("her log has what was done here once, and what was done elsewhere")
{
    OpenTill till;
    const std::int64_t number{till.did(accessed(FileAccess::opened))};
    FileAccessTold own{heard(FileAccess::opened, number)};
    own.source_origin = own_till;
    till.told(own); // Our own word, coming back.
    till.told(heard(FileAccess::refused, 7));
    const auto log = till.store().member_files().accesses(her, 10);
    REQUIRE(log.size() == 2);
    CHECK(log[1].access == FileAccess::refused);
    CHECK(log[1].store.text == "S02");
    CHECK(is_whole(till));
}

TEST_CASE("a wish for a copy ends when it was handed out")
{
    OpenTill till;
    const MemberFileReader& files{till.store().member_files()};
    till.did(PrivacyAsked{her, PrivacyWish::copy, {"S01"}, {}});
    CHECK(files.wishes(her) == std::vector{PrivacyWish::copy});
    till.told(heard(FileAccess::copied, 1));
    CHECK(files.wishes(her).empty());
}

TEST_CASE("an erased member is found by nothing but her number, and no word of her is left")
{
    OpenTill till;
    Inbox& inbox{till.store().inbox()};
    MemberEnrolled enrolled;
    enrolled.profile = member("M1", "13800138000", "单雪莹");
    enrolled.profile.birthday = "1990-11-22";
    enrolled.profile.monthly_use = "12 公斤";
    enrolled.profile.payday = "10";
    till.did(enrolled);
    till.did(MemberNoted{her, {{"N1"}, NoteKind::request, "一把椅子", "2026-11-22"}, false, {"S01"}, {"王芳"}});
    till.did(PasswordChosen{her, {"$argon2id$", 1'000}, {"S01"}});
    const std::int64_t last{till.did(accessed(FileAccess::opened))};
    inbox.confirm(last);
    REQUIRE(inbox.accept({office_line(1, MemberSet{enrolled.profile, own_till, 1}),
                          office_line(2, MemberErased{her, {"韩"}})}));

    const MemberReader& members{till.store().members()};
    CHECK_FALSE(members.find("13800138000"));
    CHECK(members.search("雪莹", 10).empty());
    REQUIRE(members.find("M1"));
    CHECK(members.find("M1")->name.empty());
    const MemberFileReader& files{till.store().member_files()};
    CHECK(files.notes(her).empty());
    CHECK_FALSE(files.password(her));
    CHECK(files.accesses(her, 10).empty());
    for (const char* word : {"单雪莹", "13800138000", "1990-11-22", "公斤", "椅子", "argon2id"}) {
        INFO(word);
        CHECK(journal_text(till).find(word) == std::string::npos);
    }
    CHECK(is_whole(till));
}

TEST_CASE("what the head office has not confirmed is erased once it has")
{
    OpenTill till;
    till.did(MemberEnrolled{member("M1", "13800138000", "单雪莹"), {"S01"}, {"王芳"}});
    REQUIRE(till.store().inbox().accept({office_line(1, MemberErased{her, {"韩"}})}));
    CHECK(journal_text(till).find("单雪莹") != std::string::npos); // It may have to be told again, as it was.
    till.reopen();
    till.store().inbox().confirm(1);
    CHECK(journal_text(till).find("单雪莹") == std::string::npos);
    CHECK(is_whole(till));
}

TEST_CASE("a till that was stopped between the news of an erasure and her lines erases them with the next news")
{
    OpenTill till;
    till.did(MemberEnrolled{member("M1", "13800138000", "单雪莹"), {"S01"}, {"王芳"}});
    till.store().inbox().confirm(1);
    till.store().books().connection().run("INSERT INTO erasures_left (member, through) VALUES ('M1', 1)");
    till.reopen();

    REQUIRE(till.store().inbox().accept({office_line(1, PointsDayBegan{"2026-11-22"})}));

    CHECK(journal_text(till).find("单雪莹") == std::string::npos);
}

TEST_CASE("what is written of an erased member later is erased once it is confirmed, but for the address of a parcel")
{
    OpenTill till;
    REQUIRE(till.store().inbox().accept({office_line(1, MemberErased{her, {"韩"}})}));
    till.did(MemberNoted{her, {{"N1"}, NoteKind::request, "一把椅子", "2026-11-22"}, false, {"S01"}, {"王芳"}});
    OrderPlaced order;
    order.order = {"S01-71-D00001"};
    order.receipt = {"S01-71-000001"};
    order.member = her;
    order.sku = {"A1"};
    order.quantity = Quantity::pieces(1);
    order.recipient = {"单雪莹", "13800138000", "迎宾大道16号"};
    const std::int64_t last{till.did(order)};

    till.store().inbox().confirm(last);

    CHECK(journal_text(till).find("椅子") == std::string::npos);
    CHECK(journal_text(till).find("迎宾大道16号") != std::string::npos);
    CHECK(till.store().orders().find(order.order)->recipient.address == "迎宾大道16号");
    CHECK(is_whole(till));
}
