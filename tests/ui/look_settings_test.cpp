#include "terminal/ui/look_settings.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_folder.hpp"

#include <fstream>

using namespace guitai::ui;

TEST_CASE("how it looks is kept and found again", "[ui][look]")
{
    const guitai::test::TempFolder folder;
    const LookSettings chosen{Language::english, ThemeChoice::by_time, TextSize::largest, Hand::left};

    const bool saved{save_look(chosen, folder.path() / "look")};

    CHECK(saved);
    CHECK(load_look(folder.path() / "look") == chosen);
}

TEST_CASE("a missing or spoiled look is the same as none", "[ui][look]")
{
    const guitai::test::TempFolder folder;
    std::ofstream{folder.path() / "look"} << "theme = purple\nnonsense\nhand = left\n";

    const LookSettings read{load_look(folder.path() / "look")};

    CHECK(load_look(folder.path() / "nowhere") == LookSettings{});
    CHECK(read.theme == ThemeChoice::light);
    CHECK(read.hand == Hand::left);
}

TEST_CASE("by the time of day it is dark from evening to morning", "[ui][look]")
{
    LookSettings settings;
    settings.theme = ThemeChoice::by_time;

    CHECK(settings.look_at(20).theme == Theme::dark);
    CHECK(settings.look_at(6).theme == Theme::dark);
    CHECK(settings.look_at(7).theme == Theme::light);
    CHECK(settings.look_at(18).theme == Theme::light);
}
