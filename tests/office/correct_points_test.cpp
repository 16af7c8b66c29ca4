// Points given or taken by hand: one more event with its reason, once, for every till.
#include "sync/office/correct_points.hpp"

#include "sync/office/erasure.hpp"
#include "sync/office/journal_look.hpp"
#include "sync/office/projections/member_moments.hpp"
#include "sync/purses/fold.hpp"
#include "tests/office/console_visitor.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

const MemberId her{"M1"};
constexpr std::string_view today{"2026-11-22"};

struct Desk {
    explicit Desk(FreshOffice& office) : fresh{office} { fresh.do_at(1, {enrolled(her, "13912345001")}); }

    std::string correct(std::int64_t points, const std::string& reason = "漏记的积分", const std::string& once = "1",
                        const MemberId& member = her)
    {
        database::Transaction open{*fresh.connection};
        const auto done = correct_points(*fresh.office, open, {member, points, reason, once, {"赵总"}});
        open.commit();
        return done ? "" : done.error().code;
    }
    [[nodiscard]] purse::View purse() const { return purses::view_of(*fresh.connection, her.text, today); }

    FreshOffice& fresh;
};

} // namespace

TEST_CASE("points given by hand are hers at once, with a reason and somebody who answers for it")
{
    on_each_engine([](FreshOffice& fresh) {
        Desk desk{fresh};
        CHECK(desk.correct(250).empty());
        CHECK(desk.purse().points == 250);
        const PointsPosted told{fresh.news_of<PointsPosted>().back()};
        CHECK(told.points == 250);
        CHECK(told.note == "漏记的积分");
        CHECK_FALSE(told.expires_on.empty());
        const auto moment = moments_of(*fresh.connection, her, {PointsPosted::kind}, 1);
        REQUIRE(moment.size() == 1);
        CHECK(actor_of(*fresh.connection, moment[0].number) == "赵总");
    });
}

TEST_CASE("a form that is sent again corrects nothing again, another one does")
{
    on_each_engine([](FreshOffice& fresh) {
        Desk desk{fresh};
        CHECK(desk.correct(250).empty());
        CHECK(desk.correct(250).empty());
        CHECK(desk.purse().points == 250);
        CHECK(desk.correct(-100, "多给了", "2").empty());
        CHECK(desk.correct(-100, "多给了", "2").empty());
        CHECK(desk.purse().points == 150);
        CHECK(desk.correct(-150, "多给了", "2").empty()); // Back in the browser, and another number.
        CHECK(desk.purse().points == 0);
        CHECK(desk.correct(50, "又多扣了", "3").empty());
        CHECK(desk.purse().points == 50);
    });
}

TEST_CASE("what is taken beyond what she has is owed, and what she earns next pays it")
{
    on_each_engine([](FreshOffice& fresh) {
        Desk desk{fresh};
        CHECK(desk.correct(-300).empty());
        CHECK(desk.purse().points == 0);
        CHECK(desk.purse().debt == 300);
        fresh.do_at(1, {coat_sold(1, her)}); // 399 points.
        CHECK(desk.purse().debt == 0);
        CHECK(desk.purse().points == 99);
    });
}

TEST_CASE("nothing, too much, no reason, nobody and somebody erased are refused, and nothing is written")
{
    on_each_engine([](FreshOffice& fresh) {
        Desk desk{fresh};
        CHECK(desk.correct(0) == "correct.amount");
        CHECK(desk.correct(correction_max + 1) == "correct.amount");
        CHECK(desk.correct(-correction_max - 1) == "correct.amount");
        CHECK(desk.correct(5, " \t") == "correct.reason");
        CHECK(desk.correct(5, std::string(correction_reason_bytes_max + 1, 'x')) == "correct.reason");
        CHECK(desk.correct(5, "补", "1", {"M77"}) == "member.not_found");
        {
            database::Transaction open{*fresh.connection};
            REQUIRE(erase_member(*fresh.office, open, her, {{"韩隐"}, Role::privacy}));
            open.commit();
        }
        CHECK(desk.correct(5) == "correct.erased");
        CHECK(fresh.news_of<PointsPosted>().empty());
    });
}

TEST_CASE("the reason is forgotten with her, the points are not")
{
    on_each_engine([](FreshOffice& fresh) {
        Desk desk{fresh};
        CHECK(desk.correct(250, "生病时没来得及用").empty());
        database::Transaction open{*fresh.connection};
        REQUIRE(erase_member(*fresh.office, open, her, {{"韩隐"}, Role::privacy}));
        open.commit();
        const PointsPosted left{fresh.news_of<PointsPosted>().back()};
        CHECK(left.points == 250);
        CHECK(left.note.empty());
    });
}

TEST_CASE("the head office corrects on a member's page; who only reads there may not")
{
    on_each_engine([](FreshOffice& fresh) {
        Desk desk{fresh};
        Visitor visitor{fresh};
        hire(fresh, "赵总", Role::office);
        hire(fresh, "周总", Role::executive);
        visitor.sign_in("赵总", "1357");
        const std::string page{visitor.get("/console/service?q=M1").body};
        CHECK(holds(page, "action=\"/console/service/points\""));
        const std::string form{"form_token=" + token_in(page) + "&member=M1&once=7&reason=%E8%A1%A5&points="};
        CHECK(header_of(visitor.post("/console/service/points", form + "120"), "Location") ==
              "/console/service?q=M1&done=corrected");
        CHECK(desk.purse().points == 120);
        const std::string line{visitor.get("/console/service?q=M1&kind=points&lang=zh_CN").body};
        CHECK(holds(line, "+120 · 手工更正 补"));
        CHECK_FALSE(holds(line, std::string{correction_mark}));
        CHECK(header_of(visitor.post("/console/service/points", form + "many"), "Location") ==
              "/console/service?q=M1&problem=correct.amount");
        CHECK(visitor.post("/console/service/points", "member=M1&points=5&reason=x&once=8").status == 403);
        CHECK(desk.purse().points == 120);

        visitor.sign_in("周总", "1357");
        const std::string read{visitor.get("/console/service?q=M1").body};
        CHECK_FALSE(holds(read, "/console/service/points"));
        const std::string by_reader{"form_token=" + token_in(read) + "&member=M1&once=9&reason=x&points=5"};
        CHECK(visitor.post("/console/service/points", by_reader).status == 403);
        CHECK(desk.purse().points == 120);
    });
}
