// The long form of the simulator: `sim_days --seed N --days D` lives D days from
// that seed and stops at the first thing that is not so; `--seeds N` goes on with
// the next seed, N times.
#include "tests/sim/world.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace guitai;

struct Wanted {
    std::uint64_t seed{1};
    std::uint64_t seeds{1};
    std::uint64_t days{1};
    std::uint64_t steps{40};
    std::uint64_t put_back{0};
    bool is_quiet{false};
};

bool read(int count, char** words, Wanted& wanted)
{
    for (int at{1}; at < count; at += 2) {
        const std::string_view name{words[at]};
        if (name == "--quiet") {
            wanted.is_quiet = true;
            --at;
            continue;
        }
        if (at + 1 >= count) return false;
        const std::uint64_t value{std::strtoull(words[at + 1], nullptr, 10)};
        if (name == "--seed") wanted.seed = value;
        else if (name == "--seeds") wanted.seeds = value;
        else if (name == "--days") wanted.days = value;
        else if (name == "--steps") wanted.steps = value;
        else if (name == "--put-back") wanted.put_back = value;
        else return false;
    }
    return true;
}

// Every evening but the last may find a line still down.
bool live(std::uint64_t seed, const Wanted& wanted)
{
    sim::Plan plan;
    plan.seed = seed;
    plan.steps_a_day = static_cast<int>(wanted.steps);
    plan.trouble.office_put_back = static_cast<std::int64_t>(wanted.put_back);
    sim::World world{plan};
    for (std::uint64_t day{1}; day <= wanted.days; ++day) {
        auto wrong = world.live_a_day();
        const bool last{day == wanted.days};
        if (wrong.empty() && (last || world.may_heal_tonight())) wrong = world.heal_and_ask();
        if (!wanted.is_quiet) {
            fmt::print("seed {} day {}: {} events\n", seed, day, world.events());
            std::fflush(stdout); // Somebody is watching.
        }
        if (wrong.empty()) continue;
        for (const std::string& one : wrong) fmt::print("seed {} day {}: {}\n", seed, day, one);
        std::fflush(stdout);
        return false;
    }
    return true;
}

} // namespace

int main(int count, char** words)
{
    Wanted wanted;
    if (!read(count, words, wanted)) {
        fmt::print(stderr, "sim_days [--seed N] [--seeds N] [--days D] [--steps N] [--put-back PERCENT] [--quiet]\n");
        return 2;
    }
    spdlog::set_level(spdlog::level::off); // The office says what it thinks of a broken disk.
    std::uint64_t broken{0};
    for (std::uint64_t at{0}; at < wanted.seeds; ++at) broken += live(wanted.seed + at, wanted) ? 0 : 1;
    fmt::print("{} of {} seeds broke\n", broken, wanted.seeds);
    return broken == 0 ? 0 : 1;
}
