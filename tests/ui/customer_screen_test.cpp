#include "terminal/ui/screens/customer_screen.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/headless_ui.hpp"
#include "tests/support/sample_views.hpp"
#include "tests/ui/customer_states.hpp"

using namespace guitai;
using namespace guitai::test;

namespace {

HeadlessLook look_of(ui::Language language, float width, float height)
{
    return {width, height, language, {}};
}

} // namespace

TEST_CASE("the customer's screen cuts no amount and misses no word, in any state and language", "[customer]")
{
    for (const ui::Language language : {ui::Language::chinese, ui::Language::english}) {
        for (const auto& [width, height] : {std::pair{1280.0F, 800.0F}, std::pair{1024.0F, 600.0F}}) {
            HeadlessUi screen{look_of(language, width, height)};
            for (const CustomerState& state : customer_states()) {
                ui::CustomerMemory memory;
                Commands commands;
                screen.set_now_ms(state.view.now_ms);
                screen.frame([&](ui::Ui& on) { ui::draw_customer(state.view, memory, on, commands); });
                for (const std::string& text : screen.stage().ui().canvas.cut()) {
                    INFO(state.name << ": " << text);
                    CHECK(text.find("¥") == std::string::npos);
                }
                CHECK(screen.stage().ui().words.missing().empty());
            }
        }
    }
}

TEST_CASE("nothing on the customer's screen moves by itself; what can be tapped is a face, or the way to her own page",
          "[customer]")
{
    HeadlessUi screen{look_of(ui::Language::chinese, 1280.0F, 800.0F)};
    for (const CustomerState& state : customer_states()) {
        INFO(state.name);
        ui::CustomerMemory memory;
        Commands commands;
        screen.frame([&](ui::Ui& on) { ui::draw_customer(state.view, memory, on, commands); });
        const auto& done = state.view.payment.done;
        CHECK(screen.stage().ui().seen.size() == (!done ? 1U : done->feeling ? 0U : 3U));
        CHECK(commands.queued().empty());
        CHECK_FALSE(screen.stage().wants_frame());
        CHECK(screen.stage().ui().wake_ms == ui::Ui::wake_never); // An idle till draws nothing.
    }
}

TEST_CASE("one tap on a face says how it was, of the receipt that was just paid", "[customer]")
{
    for (const auto& [width, height] : {std::pair{1280.0F, 800.0F}, std::pair{1024.0F, 600.0F}}) {
        HeadlessUi screen{look_of(ui::Language::chinese, width, height)};
        ui::CustomerMemory memory;
        Commands commands;
        TillView view{selling()};
        view.cart = {};
        view.payment.done = SaleDone{};
        view.payment.done->receipt = {"S01-1-000173"};
        const auto draw = [&](ui::Ui& on) { ui::draw_customer(view, memory, on, commands); };

        screen.tap("feeling.fair", draw);

        const std::vector<Command> said{commands.take()};
        REQUIRE(said.size() == 1);
        const auto& rated = std::get<RateFeeling>(said[0]);
        CHECK(rated.receipt.text == "S01-1-000173");
        CHECK(rated.feeling == Feeling::fair);
        CHECK(screen.seen("feeling.fair").box.w >= 48.0F);
        view.payment.done->feeling = rated.feeling;
        screen.settle(draw);
        CHECK_FALSE(screen.shows("feeling.good")); // Once.
    }
}

TEST_CASE("the customer's screen has a square code once it is paid, and while her phone fetches points", "[customer]")
{
    HeadlessUi screen{look_of(ui::Language::chinese, 1280.0F, 800.0F)};
    for (const CustomerState& state : customer_states()) {
        INFO(state.name);
        ui::CustomerMemory memory;
        Commands commands;
        screen.frame([&](ui::Ui& on) { ui::draw_customer(state.view, memory, on, commands); });
        const bool fetches{!state.view.cart.redeem.phone_link.empty()};
        CHECK((memory.code.code.side > 0) == (fetches || state.view.payment.done.has_value()));
    }
}
