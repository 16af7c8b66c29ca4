// The counter that advises: what its taps and keys ask for, and that it asks for none.
#include "tests/support/catch.hpp"
#include "tests/support/glass_over_view.hpp"
#include "tests/support/sample_views.hpp"
#include "tests/ui/counter_states.hpp"

#include <stdexcept>

using namespace guitai;
using namespace guitai::ui;
using test::GlassOverView;

namespace {

TillView view_of(std::string_view name)
{
    for (test::ScreenState& state : test::counter_states()) {
        if (state.name == name) return state.view;
    }
    return {};
}

} // namespace

TEST_CASE("a suggestion goes onto the ticket by a tap or by its key", "[ui][advice]")
{
    GlassOverView glass{view_of("b_advice")};

    glass.tap("advice.take/0");
    glass.key(Key::f12);

    const auto added = glass.pushed<AddProduct>();
    REQUIRE(added.size() == 2);
    CHECK(added[0].sku.text == "SJ2210-01");
    CHECK(added[1].sku.text == "YL2201-01");
}

TEST_CASE("the till is asked for suggestions once the ticket has changed, and by nobody's tap", "[ui][advice]")
{
    TillView view{view_of("b_advice")};
    view.suggestions.worked_out = false;
    GlassOverView glass{view};

    (void)glass.shows("sale.pay");

    const auto asked = glass.pushed<AskSuggestions>();
    REQUIRE_FALSE(asked.empty());
    CHECK(asked[0].budget == view.suggestions.budget);
    glass.view.suggestions.worked_out = true;
    const auto before = glass.pushed<AskSuggestions>().size();
    (void)glass.shows("sale.pay");
    CHECK(glass.pushed<AskSuggestions>().size() == before);
}

TEST_CASE("where there are not two, the customer is asked what it may cost", "[ui][advice]")
{
    GlassOverView glass{view_of("b_advice_asks")};
    CHECK_FALSE(glass.shows("advice.take/0"));

    glass.tap("advice.budget/1");

    REQUIRE(glass.pushed<AskSuggestions>().size() == 1);
    CHECK(glass.pushed<AskSuggestions>()[0].budget == test::yuan(700));
}

TEST_CASE("another budget is two taps away", "[ui][advice]")
{
    GlassOverView glass{view_of("b_advice")};

    glass.tap("advice.budget");
    glass.tap("advice.budget/2");

    REQUIRE(glass.pushed<AskSuggestions>().size() == 1);
    CHECK(glass.pushed<AskSuggestions>()[0].budget == test::yuan(1'400));
    CHECK(glass.shows("advice.take/0"));
}

TEST_CASE("the clerk may go on to a later step of the talk, and not back", "[ui][advice]")
{
    GlassOverView glass{view_of("b_advice_asks")};

    CHECK_THROWS_AS(glass.tap("talk.step/2"), std::logic_error); // Not enabled.
    CHECK_THROWS_AS(glass.tap("talk.step/3"), std::logic_error);
    glass.tap("talk.step/4");

    REQUIRE(glass.pushed<StepTalk>().size() == 1);
    CHECK(glass.pushed<StepTalk>()[0].step == 4);
}

TEST_CASE("nothing of it is there while nobody is served", "[ui][advice]")
{
    GlassOverView glass{test::at_work()};

    CHECK_FALSE(glass.shows("talk.step/1"));
    CHECK_FALSE(glass.shows("advice.budget"));
    CHECK(glass.pushed<AskSuggestions>().empty());
}

TEST_CASE("the four ways name what is taken instead, so that it is stored against the miss", "[ui][advice]")
{
    GlassOverView glass{view_of("c_ways_substitute")};

    glass.tap("grid.way/0");

    REQUIRE(glass.pushed<TakeInstead>().size() == 1);
    CHECK(glass.pushed<TakeInstead>()[0].missing.text == "SJ2207-01");
    CHECK(glass.pushed<TakeInstead>()[0].taken.text == "SJ2210-01");
}

TEST_CASE("the report shows how customers were served, one tap beside the takings", "[ui][advice]")
{
    TillView view{view_of("h_report_service")};
    GlassOverView glass{view};
    glass.memory.page = Go::shift;
    glass.memory.shift.step = ShiftStep::report;

    glass.tap("report.tab/1");

    CHECK(glass.memory.shift.service);
}
