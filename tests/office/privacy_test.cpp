// Passwords, the log of who read a file, copies and erasure at the head office.
#include "sync/office/commands/privacy.hpp"

#include "sync/office/commands/shop.hpp"
#include "sync/office/commands/verify_books.hpp"
#include "sync/office/erasure.hpp"
#include "sync/office/projections/member_files.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/privacy.hpp"
#include "tests/office/console_visitor.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

const MemberId her{"M1"};
const Reader officer{{"韩"}, Role::privacy};

PasswordChosen chosen(const std::string& hash, std::int64_t at_ms)
{
    return {her, {hash, at_ms}, {"S01"}};
}

FileAccessed accessed(FileAccess access)
{
    return {her, access, {"李雪"}, Role::adviser, {"S01"}};
}

Result<void> erase(FreshOffice& fresh)
{
    database::Transaction open{*fresh.connection};
    auto done = erase_member(*fresh.office, open, her, officer);
    if (done) open.commit();
    return done;
}

std::string journal_text(FreshOffice& fresh)
{
    std::string text;
    for (const JournalLine& line : fresh.office->books().journal().after_position(0, 10'000)) text += line.text;
    return text;
}

} // namespace

TEST_CASE("the password chosen last holds at every till, in whatever order two are heard")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {enrolled(her, "13800000001")});
        fresh.do_at(2, {chosen("second", 2'000)});
        fresh.do_at(1, {chosen("first", 1'000)});
        CHECK(password_of(*fresh.connection, her)->hash == "second");
        const auto told = fresh.news_of<PasswordTold>();
        REQUIRE(told.size() == 2); // Each till decides by the same rule.
        CHECK(told[0].source_origin == 2);
    });
}

TEST_CASE("who was at her file at a till is told to all of them, and counted as a try where it was one")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {enrolled(her, "13800000001"), accessed(FileAccess::tried), accessed(FileAccess::tried),
                        accessed(FileAccess::refused)});
        CHECK(password_tries(*fresh.connection, her).failed == 2);
        CHECK(fresh.news_of<FileAccessTold>().size() == 3);
        fresh.do_at(1, {accessed(FileAccess::opened)});
        CHECK(password_tries(*fresh.connection, her).failed == 0);
        const auto rows = accesses_of(*fresh.connection, her, 10);
        REQUIRE(rows.size() == 4);
        CHECK(rows.front().access == FileAccess::opened);
        CHECK(rows.front().store.text == "S01");
    });
}

TEST_CASE("whoever reads her file here stands in her own log, once for one sitting")
{
    on_each_engine([](FreshOffice& fresh) {
        furnish(fresh);
        fresh.do_at(1, {enrolled(her, "13800000001")});
        hire(fresh, "周总", Role::executive);
        Visitor visitor{fresh};
        visitor.sign_in("周总", "1357");
        CHECK(visitor.get("/console/service?q=M1").status == 200);
        CHECK(visitor.get("/console/service?q=13800000001").status == 200);
        auto told = fresh.news_of<FileAccessTold>();
        REQUIRE(told.size() == 1);
        CHECK(told[0].access == FileAccess::read);
        CHECK(told[0].staff.text == "周总");
        CHECK(told[0].role == Role::executive);
        CHECK(told[0].store.empty());

        fresh.clock.at_ms += same_reading_ms;
        visitor.get("/console/service?q=M1");
        CHECK(fresh.news_of<FileAccessTold>().size() == 2);
    });
}

TEST_CASE("a chain names at most three executives")
{
    on_each_engine([](FreshOffice& fresh) {
        furnish(fresh);
        for (const char* name : {"周", "郑", "冯"}) hire(fresh, name, Role::executive);
        hire(fresh, "周", Role::executive); // A new PIN is no new person.
        const auto fourth = add_staff(*fresh.office, {{"陈"}, {"S01"}, Role::executive, "1357"});
        REQUIRE_FALSE(fourth);
        CHECK(fourth.error().code == "staff.too_many_executives");
    });
}

TEST_CASE("a forgotten password is taken away by the privacy officer, and by nobody else")
{
    on_each_engine([](FreshOffice& fresh) {
        furnish(fresh);
        fresh.do_at(1, {enrolled(her, "13800000001"), chosen("hash", 1'000)});
        hire(fresh, "韩", Role::privacy);
        hire(fresh, "吴", Role::office);
        Visitor office{fresh};
        office.sign_in("吴", "1357");
        CHECK(office.get("/console/privacy").status == 403);

        Visitor visitor{fresh};
        visitor.sign_in("韩", "1357");
        const std::string page{visitor.get("/console/privacy?q=M1").body};
        const std::string token{token_in(page)};
        CHECK(visitor.post("/console/privacy/password", "form_token=wrong&member=M1").status == 403);
        CHECK(password_of(*fresh.connection, her)->hash == "hash");
        visitor.post("/console/privacy/password", "form_token=" + token + "&member=M1");
        CHECK(password_of(*fresh.connection, her)->hash.empty());
        CHECK(fresh.news_of<PasswordTold>().back().password.hash.empty());
    });
}

TEST_CASE("a copy in one step holds every event about her, and ends her wish for it")
{
    on_each_engine([](FreshOffice& fresh) {
        furnish(fresh);
        fresh.do_at(1, {enrolled(her, "13800000001"), enrolled({"M2"}, "13800000002"),
                        PrivacyAsked{her, PrivacyWish::copy, {"S01"}, {}}});
        CHECK(open_wishes(*fresh.connection).size() == 1);
        const auto copy = export_member(*fresh.office, {"13800000001", "韩"});
        REQUIRE(copy);
        CHECK(copy->find("13800000001") != std::string::npos);
        CHECK(copy->find("member_enrolled") != std::string::npos);
        CHECK(copy->find("privacy_asked") != std::string::npos);
        CHECK(copy->find("13800000002") == std::string::npos);
        CHECK(open_wishes(*fresh.connection).empty());
        CHECK(accesses_of(*fresh.connection, her, 1).front().access == FileAccess::copied);
    });
}

TEST_CASE("erasure leaves sums and points as they were and nobody behind them")
{
    on_each_engine([](FreshOffice& fresh) {
        furnish(fresh);
        SaleCompleted sale{coat_sold(1, her)};
        sale.points_earned = 500;
        sale.points_expire_on = "2027-12-31";
        sale.buyer.birthday = "1988-11-21";
        MemberEnrolled joined{enrolled(her, "13800000001")};
        joined.profile.monthly_use = "12 公斤";
        fresh.do_at(1, {joined, MemberNoted{her, {{"N1"}, NoteKind::cannot, "羊毛", "2026-11-01"}, false, {"S01"},
                                            {"王芳"}},
                        sale, PrivacyAsked{her, PrivacyWish::erasure, {"S01"}, {}}});
        const auto before = member_story(*fresh.connection, "M1");
        REQUIRE(erase(fresh));

        const auto after = member_story(*fresh.connection, "M1");
        REQUIRE(after);
        CHECK(after->spend_minor == before->spend_minor);
        CHECK(after->visits == before->visits);
        CHECK(after->lots == before->lots);
        CHECK(after->profile.phone.empty());
        CHECK(after->profile.name.empty());
        CHECK(after->profile.monthly_use.empty());
        CHECK(notes_of(*fresh.connection, her).empty());
        CHECK_FALSE(find_member(*fresh.connection, "13800000001"));
        CHECK(open_wishes(*fresh.connection).empty());
        REQUIRE(erased_members(*fresh.connection, 10).size() == 1);
        CHECK(erased_members(*fresh.connection, 10)[0].staff.text == "韩");
        CHECK(fresh.news_of<MemberErased>().size() == 1);
        const std::string text{journal_text(fresh)};
        for (const char* word : {"13800000001", "羊毛", "1988-11-21"}) {
            INFO(word);
            CHECK(text.find(word) == std::string::npos);
        }
        CHECK(erase(fresh).error().code == "erasure.done_already");
    });
}

TEST_CASE("nobody is erased whose parcel is under way")
{
    on_each_engine([](FreshOffice& fresh) {
        furnish(fresh);
        const OrderPlaced order{coat_ordered(1, her)};
        fresh.do_at(1, {enrolled(her, "13800000001"), order});
        const auto refused = erase(fresh);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "erasure.open_orders");
        CHECK(refused.error().detail == order.order.text);
        CHECK(find_member(*fresh.connection, "M1")->phone == "13800000001");
    });
}

TEST_CASE("what a till says of her after her erasure does not bring her back")
{
    on_each_engine([](FreshOffice& fresh) {
        furnish(fresh);
        fresh.do_at(1, {enrolled(her, "13800000001")});
        REQUIRE(erase(fresh));
        fresh.do_at(2, {MemberCorrected{her, ProfilePart::name, "林晓梅", {"S02"}, {"王芳"}},
                        MemberNoted{her, {{"N2"}, NoteKind::like, "亮面料子", "2026-11-01"}, false, {"S02"}, {"王芳"}}});
        CHECK(find_member(*fresh.connection, "M1")->name.empty());
        CHECK(notes_of(*fresh.connection, her).empty());
        CHECK(journal_text(fresh).find("林晓梅") == std::string::npos);
        CHECK(journal_text(fresh).find("亮面料子") == std::string::npos);
    });
}
