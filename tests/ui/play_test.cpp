// The demo's day, played through the real screens over a till in memory.
#include "terminal/ui/app_screen.hpp"
#include "terminal/ui/play.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"
#include "tests/support/headless_ui.hpp"

#include <algorithm>

using namespace guitai;

namespace {

// The window's part: what a turn does with frames, commands and the player's next input.
struct Stand {
    test::Counter counter;
    test::HeadlessUi screen;
    ui::AppScreens memory;
    Commands commands;
    std::vector<std::string> pictures;
    ui::Draw draw{[this](ui::Ui& ui) {
        ui::draw_app(counter.view(), memory, ui, commands);
        for (const Command& command : commands.take()) (void)counter.handle(command);
    }};

    // False when the day is over.
    bool take(const ui::PlayInput& input)
    {
        using What = ui::PlayInput::What;
        switch (input.what) {
        case What::done: return false;
        case What::tap:
            screen.press(input.at, draw);
            screen.lift(draw);
            break;
        case What::key: screen.key(input.key, draw); break;
        case What::type: screen.type(input.text, draw); break;
        case What::scan: (void)counter.handle(ScanBarcode{input.text}); break;
        case What::picture: pictures.push_back(input.text); break;
        case What::nothing: break;
        }
        screen.settle(draw);
        return true;
    }
};

} // namespace

TEST_CASE("the demo day is played to its end through the real screens", "[ui][play]")
{
    Stand stand;
    ui::Play play{{.name = "王芳", .pin = "2468", .second_name = "陈店长", .second_pin = "8642",
                   .member_phone = "13800000001"}};

    stand.screen.settle(stand.draw);
    while (stand.take(play.next(stand.counter.view(), stand.screen.ui()))) {
    }

    CHECK(play.trouble() == "");
    REQUIRE_FALSE(stand.pictures.empty());
    CHECK(stand.pictures.back() == "23_day_report");
    const TillView& view{stand.counter.view()};
    REQUIRE(view.close.report);
    CHECK(view.close.report->kind == ReportView::Kind::day);
    CHECK(view.close.report->takings.tickets >= 4);
    CHECK(view.close.report->variance.is_zero());
}

TEST_CASE("a day that can not go on says what it waited for", "[ui][play]")
{
    Stand stand;
    ui::PlayPlan plan;
    plan.name = "王芳";
    plan.pin = "9999";
    ui::Play play{plan};

    stand.screen.settle(stand.draw);
    while (stand.take(play.next(stand.counter.view(), stand.screen.ui()))) {
    }

    CHECK(play.trouble() == "signed in");
}
