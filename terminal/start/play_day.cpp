#include "terminal/start/counter.hpp"

#include "terminal/start/demo_people.hpp"
#include "terminal/ui/play.hpp"

#include <fmt/format.h>

#include <fstream>

namespace guitai::start {
namespace {

namespace fs = std::filesystem;

Result<ui::PlayPlan> plan_for(const PlaceCode& store)
{
    const fs::path staff{assets_folder() / "demo" / "staff.csv"};
    const auto clerk = demo_person(staff, store, "clerk");
    const auto owner = demo_person(staff, store, "owner");
    if (!clerk || !owner)
        return refuse("play.no_people", staff.string() + " names no clerk and owner of " + store.text);
    ui::PlayPlan plan;
    plan.name = clerk->name;
    plan.pin = clerk->pin;
    plan.second_name = owner->name;
    plan.second_pin = owner->pin;
    return plan;
}

// Does what the player says; false when the day is over.
bool do_input(Counter& counter, const ui::PlayInput& input, const fs::path& folder)
{
    using What = ui::PlayInput::What;
    ui::InputQueue& queue{counter.window().input()};
    switch (input.what) {
    case What::nothing: break;
    case What::tap:
        queue.press(input.at);
        queue.lift(input.at);
        break;
    case What::key: queue.key(input.key); break;
    case What::type:
        for (const char c : input.text) queue.type(static_cast<unsigned char>(c));
        break;
    case What::scan: counter.scan(input.text); break;
    case What::picture: counter.window().save_picture(folder / (input.text + ".png")); break;
    case What::done: return false;
    }
    counter.window().wake();
    return true;
}

void keep_report(const TillView& view, const fs::path& folder)
{
    if (!view.close.report) return;
    std::ofstream{folder / "day_report.txt"} << view.close.report->text;
}

} // namespace

int play_day(const Voice& voice, Counter& counter, const fs::path& folder)
{
    const auto plan = plan_for(counter.view().shop.store);
    if (!plan) return voice.refuse(plan.error());
    fs::create_directories(folder);
    ui::Play play{*plan};
    while (counter.window().open()) {
        counter.turn();
        if (counter.window().moving() || !counter.window().input().empty()) {
            counter.window().wake();
            continue;
        }
        if (!do_input(counter, play.next(counter.view(), counter.window().ui()), folder)) break;
        keep_report(counter.view(), folder);
    }
    if (play.trouble().empty()) return 0;
    fmt::print(stderr, "guitai: {}: {}\n", voice.words()["play.stuck"], play.trouble());
    counter.window().save_picture(folder / "stuck.png");
    return 1;
}

} // namespace guitai::start
