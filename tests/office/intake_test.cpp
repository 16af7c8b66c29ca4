#include "sync/office/intake.hpp"

#include "sync/journal/verify.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/misses.hpp"
#include "sync/office/projections/stock.hpp"
#include "sync/office/projections/takings.hpp"
#include "sync/office/schema/schema.hpp"
#include "tests/office/fresh_office.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

Verdict verdict_on(FreshOffice& fresh)
{
    return verify(
        *fresh.connection, [](database::Connection& empty) { REQUIRE(migrate_books(empty).has_value()); },
        make_projections);
}

} // namespace

TEST_CASE("the cursor moves over a batch that begins where the last one ended")
{
    on_each_engine([](FreshOffice& fresh) {
        const auto first = fresh.do_at(1, {SignInTried{{"王芳"}}, SignedIn{{"王芳"}, Role::clerk}});
        const auto second = fresh.do_at(1, {SignedOut{{"王芳"}}});

        CHECK(first.cursor == 2);
        CHECK(second.cursor == 3);
        CHECK(second.chain == fresh.office->books().journal().head(1).chain);
        CHECK(second.quarantined == 0);
    });
}

TEST_CASE("a batch that comes twice is counted once and answered alike")
{
    on_each_engine([](FreshOffice& fresh) {
        const std::string body{fresh.line(1, 1, coat_sold(1)) + "\n" + fresh.line(1, 2, coat_sold(2)) + "\n"};

        const auto first = fresh.take(1, body);
        const auto again = fresh.take(1, body);

        REQUIRE(first.has_value());
        REQUIRE(again.has_value());
        CHECK(again->cursor == first->cursor);
        CHECK(again->chain == first->chain);
        CHECK(day_figures(*fresh.connection, {"S01"}, "2026-11-22").tickets == 2);
        CHECK(on_hand_milli(*fresh.connection, {"S01"}, {"COAT-M"}) == -2'000);
    });
}

TEST_CASE("a batch that overlaps what is stored adds only what is new")
{
    on_each_engine([](FreshOffice& fresh) {
        const std::string one{fresh.line(1, 1, coat_sold(1))};
        const std::string two{fresh.line(1, 2, coat_sold(2))};
        REQUIRE(fresh.take(1, one).has_value());

        const auto answer = fresh.take(1, one + "\n" + two);

        REQUIRE(answer.has_value());
        CHECK(answer->cursor == 2);
        CHECK(day_figures(*fresh.connection, {"S01"}, "2026-11-22").tickets == 2);
    });
}

TEST_CASE("a gap writes nothing and tells the till where to begin again")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {SignedOut{{"王芳"}}});

        const auto answer = fresh.take(1, fresh.line(1, 3, coat_sold()));

        REQUIRE(answer.has_value());
        CHECK(answer->cursor == 1);
        CHECK(fresh.office->books().journal().head(1).number == 1);
    });
}

TEST_CASE("the same number with another story sets the till aside")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {SignedOut{{"王芳"}}});

        const auto fork = fresh.take(1, fresh.line(1, 1, SignedOut{{"李雷"}}));
        const auto later = fresh.take(1, fresh.line(1, 2, SignedOut{{"王芳"}}));

        REQUIRE_FALSE(fork.has_value());
        CHECK(fork.error().code == "journal.fork");
        REQUIRE_FALSE(later.has_value());
        CHECK(later.error().code == "till.set_aside");
        CHECK(contact_of(*fresh.connection, 1).set_aside);
        CHECK(fresh.office->books().journal().head(1).number == 1);
    });
}

TEST_CASE("a line that is no event refuses the whole batch and names the line")
{
    on_each_engine([](FreshOffice& fresh) {
        const auto answer = fresh.take(1, fresh.line(1, 1, coat_sold()) + "\nnot an event\n");

        REQUIRE_FALSE(answer.has_value());
        CHECK(answer.error().code == "event.unreadable");
        CHECK(answer.error().detail.find("line 2") != std::string::npos);
        CHECK(fresh.office->books().journal().head(1).number == 0);
    });
}

TEST_CASE("a till can not speak in the name of another or of the head office")
{
    on_each_engine([](FreshOffice& fresh) {
        CHECK(fresh.take(1, fresh.line(2, 1, coat_sold())).error().code == "event.wrong_origin");
        CHECK(fresh.take(1, fresh.line(0, 1, PlaceSet{})).error().code == "event.wrong_origin");
        CHECK(fresh.take(9, fresh.line(9, 1, coat_sold())).error().code == "till.unknown");
    });
}

TEST_CASE("a kind that only the head office may write is kept, set apart and not counted")
{
    on_each_engine([](FreshOffice& fresh) {
        PointsPosted forged;
        forged.member = {"M1-000001"};
        forged.points = 1'000'000;
        forged.expires_on = "2027-12-31";

        const auto answer = fresh.do_at(1, {forged});

        CHECK(answer.cursor == 1);
        CHECK(answer.quarantined == 1);
        CHECK(latest_set_apart(*fresh.connection, {}, 10).front().why.code == "content.wrong_writer");
        CHECK(verdict_on(fresh).ok);
    });
}

TEST_CASE("a sale that does not add up is kept, set apart and not counted")
{
    on_each_engine([](FreshOffice& fresh) {
        SaleCompleted wrong{coat_sold()};
        wrong.total = Money::from_minor(1);

        const auto answer = fresh.do_at(1, {wrong, coat_sold(2)});

        CHECK(answer.cursor == 2);
        CHECK(answer.quarantined == 1);
        CHECK(day_figures(*fresh.connection, {"S01"}, "2026-11-22").turnover_minor == 39'900);
        CHECK(latest_set_apart(*fresh.connection, {}, 10).front().why.code == "content.wrong_sum");
    });
}

TEST_CASE("amounts at the edge of what is allowed stop nobody")
{
    on_each_engine([](FreshOffice& fresh) {
        SaleCompleted huge{coat_sold()};
        huge.lines.assign(50, huge.lines.front());
        for (SaleLine& line : huge.lines) line.total = Money::from_minor(Money::minor_max);

        CHECK(fresh.do_at(1, {huge}).quarantined == 1);
        CHECK(fresh.do_at(1, {coat_sold(2)}).cursor == 2);
    });
}

TEST_CASE("a text that a database can not keep is refused before it can stop the till's neighbours")
{
    on_each_engine([](FreshOffice& fresh) {
        SaleCompleted endless{coat_sold()};
        endless.lines.front().sku = {std::string(50'000, 'x')};
        endless.member = {std::string(50'000, 'y')};
        std::string nul{fresh.line(1, 2, SignedOut{{"@"}})};
        nul.replace(nul.find('@'), 1, "\\u0000");
        std::string told{fresh.line(1, 2, SignedOut{{"@"}})};
        told.replace(told.find('@'), 1, "\\\\u0000");

        CHECK(fresh.do_at(1, {endless}).quarantined == 1);
        CHECK(fresh.take(1, nul).error().code == "event.unreadable");
        CHECK(fresh.take(1, told)->cursor == 2); // Only the text of an escape.
    });
}

TEST_CASE("an unknown SKU is sold all the same, and people are told")
{
    on_each_engine([](FreshOffice& fresh) {
        SaleCompleted sale{coat_sold()};
        sale.lines.front().sku = {"NOBODY-KNOWS"};

        const auto answer = fresh.do_at(1, {sale});

        CHECK(answer.quarantined == 1);
        CHECK(latest_set_apart(*fresh.connection, {}, 10).front().why.code == "sale.unknown_sku");
        CHECK(day_figures(*fresh.connection, {"S01"}, "2026-11-22").turnover_minor == 39'900);
    });
}

TEST_CASE("a kind from the future is kept as text")
{
    on_each_engine([](FreshOffice& fresh) {
        std::string line{fresh.line(1, 1, SignedOut{{"王芳"}})};
        const std::string known{"signed_out"};
        line.replace(line.find(known), known.size(), "hologram_shown");

        const auto answer = fresh.take(1, line);

        REQUIRE(answer.has_value());
        CHECK(answer->cursor == 1);
        CHECK(fresh.office->books().journal().after(1, 0, 10).front().text == line);
        CHECK(verdict_on(fresh).unknown == 1);
    });
}

TEST_CASE("a sale moves stock and points once, and names its source")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {enrolled({"M1-000001"}, "13800000001"), coat_sold(1, {"M1-000001"})});

        const auto moved = fresh.news_of<StockMoved>().back();
        const auto posted = fresh.news_of<PointsPosted>().back();
        CHECK(moved.reason == StockReason::sold);
        CHECK(moved.source_origin == 1);
        CHECK(moved.source_number == 2);
        CHECK(moved.moves == std::vector<StockMove>{{{"S01"}, {"COAT-M"}, Quantity::pieces(-1)}});
        CHECK(posted.points == 399);
        CHECK(posted.source_origin == 1);
        CHECK(posted.source_number == 2);
    });
}

TEST_CASE("a member's profile is the fold of what tills reported")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1,
                    {enrolled({"M1-000001"}, "13800000001"), coat_sold(1, {"M1-000001"}), coat_sold(2, {"M1-000001"})});

        const auto story = member_story(*fresh.connection, "13800000001");
        REQUIRE(story.has_value());
        CHECK(story->profile.member == MemberId{"M1-000001"});
        CHECK(story->visits == 2);
        CHECK(story->spend_minor == 79'800);
        CHECK(story->favourite_category == "羽绒服");
        CHECK(story->sizes == std::vector<std::string>{"M"});
        CHECK(story->lots == std::vector<Lot>{{798, "2027-12-31"}});
    });
}

TEST_CASE("two members with one phone are both kept and pointed out")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {enrolled({"M1-000001"}, "13800000001")});

        const auto answer = fresh.do_at(2, {enrolled({"M2-000001"}, "13800000001")});

        CHECK(answer.quarantined == 1);
        CHECK(latest_set_apart(*fresh.connection, {}, 10).front().why.code == "member.same_phone");
        CHECK(fresh.news_of<MemberSet>().size() == 2);
        CHECK(count_members(*fresh.connection) == 2);
    });
}

TEST_CASE("a day's figures add up tickets, cash movements and misses of their own day")
{
    on_each_engine([](FreshOffice& fresh) {
        MissRecorded miss;
        miss.miss = 1;
        miss.store = {"S01"};
        miss.business_date = "2026-11-22";
        miss.style = {"COAT"};
        fresh.do_at(1, {ShiftOpened{1, {"王芳"}, "2026-11-22", Money::from_minor(50'000)}, coat_sold(1), coat_sold(2),
                        CashMoved{1, {"王芳"}, CashMovement::paid_out, Money::from_minor(2'000), "水"}, miss});

        const DayFigures day{day_figures(*fresh.connection, {"S01"}, "2026-11-22")};
        CHECK(day.tickets == 2);
        CHECK(day.turnover_minor == 79'800);
        CHECK(day.tax_minor == 9'180);
        CHECK(day.pieces == 2);
        CHECK(day.paid_out_minor == 2'000);
        CHECK(day.tenders == std::vector<std::pair<std::string, std::int64_t>>{{"cash", 79'800}});
        CHECK(misses_on(*fresh.connection, {"S01"}, "2026-11-22").misses == 1);
        CHECK(shifts_of(*fresh.connection, {"S01"}, "2026-11-22").front().float_minor == 50'000);
        CHECK(day_figures(*fresh.connection, {"S01"}, "2026-11-23").tickets == 0);
    });
}

TEST_CASE("everything that is worked out can be worked out again from the journal")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {enrolled({"M1-000001"}, "13800000001"), coat_sold(1, {"M1-000001"}), coat_ordered(),
                        OrderCancelAsked{coat_ordered().order, {"王芳"}, "改主意"}});

        const Verdict verdict{verdict_on(fresh)};

        CAPTURE(verdict.problems);
        CHECK(verdict.ok);
    });
}
