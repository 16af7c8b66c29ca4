// How customers were served, and which photographs they did not believe.
#include "sync/office/answers.hpp"
#include "sync/office/projections/misses.hpp"
#include "sync/office/projections/photo_doubts.hpp"
#include "sync/office/projections/service.hpp"
#include "tests/office/fresh_office.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

SaleCompleted served(std::int64_t count, const Talk& talk, const MemberId& member = {})
{
    SaleCompleted sale{coat_sold(count, member)};
    sale.talk = talk;
    return sale;
}

SaleCompleted doubted(std::int64_t count, const std::string& date, const std::string& reason = "实物与图片不符")
{
    SaleCompleted back{coat_back(count, {})};
    back.lines[0].returned_line = 0;
    back.lines[0].reason = reason;
    back.business_date = date;
    return back;
}

} // namespace

TEST_CASE("the office knows of every store how its customers were served on a day")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {enrolled({"M1"}, "13800000001"), served(1, {1, 5, 12, 60'000}, {"M1"}),
                        served(2, {2, 5, 30, 120'000}), TalkEnded{{"S01"}, {"王芳"}, {}, "2026-11-22", {3, 2, 4, 0}},
                        FeelingGiven{make_receipt_number({"S01"}, 1, 1), {"S01"}, {"王芳"}, {"M1"}, "2026-11-22",
                                     Feeling::good},
                        FeelingGiven{make_receipt_number({"S01"}, 1, 1), {"S01"}, {"王芳"}, {"M1"}, "2026-11-22",
                                     Feeling::bad}});

        const ServiceFigures figures{service_on(*fresh.connection, {"S01"}, "2026-11-22")};

        CHECK(figures.funnel == std::array<std::int64_t, 5>{3, 3, 2, 2, 2});
        CHECK(figures.feelings == std::array<std::int64_t, 3>{0, 0, 1}); // One a receipt: the first.
        CHECK(figures.served == 2);
        CHECK(figures.member_taps == 12);
        CHECK(service_on(*fresh.connection, {"S02"}, "2026-11-22").served == 0);
        const auto day = day_json(*fresh.connection, {"S01"}, "2026-11-22", 0);
        REQUIRE(day);
        CHECK(day->find(R"("service":{"feelings":{"bad":0,"fair":0,"good":1},"funnel":[3,3,2,2,2])") !=
              std::string::npos);
    });
}

TEST_CASE("a talk beyond all measure is set apart and counts nowhere")
{
    on_each_engine([](FreshOffice& fresh) {
        const auto taken = fresh.do_at(1, {served(1, {-1, 5, 0, 0}), served(2, {1, 6, 0, 0}),
                                           served(3, {1, 5, 0, -1})});

        CHECK(taken.quarantined == 3);
        CHECK(service_on(*fresh.connection, {"S01"}, "2026-11-22").served == 0);
    });
}

TEST_CASE("three returns for their picture within thirty days make a task of the style, and done ends it")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {doubted(1, "2026-11-01"), doubted(2, "2026-11-10"), doubted(3, "2026-11-12", "尺码不合")});
        REQUIRE(photo_doubts(*fresh.connection, 10).size() == 1); // Flagged, and no task yet.
        CHECK(photo_doubts(*fresh.connection, 10)[0].since.empty());
        CHECK(count_photo_tasks(*fresh.connection) == 0);

        fresh.do_at(1, {doubted(4, "2026-11-20")});
        const auto task = photo_doubts(*fresh.connection, 10)[0];
        CHECK(task.style.text == "COAT");
        CHECK(task.name == "长款羽绒服");
        CHECK(task.doubts == 3);
        CHECK(task.since == "2026-11-20");

        fresh.say(PhotoReviewed{{"COAT"}, "2026-11-21", "总部"});
        CHECK(photo_doubts(*fresh.connection, 10).empty());
        fresh.do_at(1, {doubted(5, "2026-11-22")});
        CHECK(count_photo_tasks(*fresh.connection) == 0); // A new count.
    });
}

TEST_CASE("three returns over more than thirty days are no task")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {doubted(1, "2026-10-01"), doubted(2, "2026-10-20"), doubted(3, "2026-11-22")});

        CHECK(count_photo_tasks(*fresh.connection) == 0);
        CHECK(photo_doubts(*fresh.connection, 10)[0].doubts == 3);
    });
}

TEST_CASE("a miss that another piece saved counts as rescued, with what was chosen")
{
    on_each_engine([](FreshOffice& fresh) {
        MissRecorded miss{1, {"S01"}, {"王芳"}, {}, "2026-11-22", {"COAT"}, "黑", "S", MissReason::size, {}, {}, {}, {}};
        MissRecorded saved{miss};
        saved.miss = 2;
        saved.chosen = MissChoice::other_cell;
        saved.chosen_sku = {"COAT-M"};
        fresh.do_at(1, {miss, saved});

        CHECK(misses_on(*fresh.connection, {"S01"}, "2026-11-22").rescued == 1);
        CHECK(misses_by_reason(*fresh.connection, {}, "2026-11-01")[0].rescued == 1);
        CHECK(misses_by_style(*fresh.connection, {}, "2026-11-01", 5)[0].rescued == 1);
    });
}
