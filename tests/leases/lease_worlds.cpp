// The long form of the small world: `lease_worlds --put-back 20 --seed 23` lives one of them again, `--seeds N` goes on
// with the next seed, N times.
#include "tests/leases/world.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

using guitai::leases::Plan;

struct Wanted {
    Plan plan{};
    std::uint64_t seeds{1};
};

bool read(int count, char** words, Wanted& wanted)
{
    for (int at{1}; at + 1 < count; at += 2) {
        const std::string_view name{words[at]};
        const std::uint64_t value{std::strtoull(words[at + 1], nullptr, 10)};
        const auto number = static_cast<int>(value);
        if (name == "--seed") wanted.plan.seed = value;
        else if (name == "--seeds") wanted.seeds = value;
        else if (name == "--steps") wanted.plan.steps = number;
        else if (name == "--copy") wanted.plan.copy = number;
        else if (name == "--rewind") wanted.plan.rewind = number;
        else if (name == "--put-back") wanted.plan.put_back = number;
        else if (name == "--write-off") wanted.plan.write_off = number;
        else if (name == "--merge") wanted.plan.merge = number;
        else if (name == "--together") wanted.plan.together = number;
        else if (name == "--stop") wanted.plan.stop = number;
        else if (name == "--vouch") wanted.plan.vouch = number;
        else if (name == "--day") wanted.plan.day = number;
        else if (name == "--cut") wanted.plan.cut = number;
        else if (name == "--apart") wanted.plan.minutes_apart = number;
        else if (name == "--calm") wanted.plan.is_calm = number > 0;
        else if (name == "--rule") wanted.plan.rule = static_cast<guitai::leases::Naive>(number);
        else return false;
    }
    return count % 2 == 1;
}

} // namespace

int main(int count, char** words)
{
    Wanted wanted;
    if (!read(count, words, wanted)) {
        fmt::print(stderr, "lease_worlds [--seed N] [--seeds N] [--steps N] [--rule NUMBER OF A NAIVE ONE] [--calm 1]"
                           " [--apart MINUTES]\n  and chances in a thousand of a step: [--copy N] [--rewind N]"
                           " [--put-back N] [--write-off N] [--merge N] [--together N] [--stop N] [--vouch N]"
                           " [--day N] [--cut N]\n");
        return 2;
    }
    spdlog::set_level(spdlog::level::off);
    std::uint64_t broken{0};
    for (std::uint64_t at{0}; at < wanted.seeds; ++at, ++wanted.plan.seed) {
        guitai::leases::LeaseWorld world{wanted.plan};
        const auto wrong = world.live();
        for (const std::string& one : wrong) fmt::print("seed {}: {}\n", wanted.plan.seed, one);
        broken += wrong.empty() ? 0 : 1;
    }
    fmt::print("{} of {} seeds broke\n", broken, wanted.seeds);
    return broken == 0 ? 0 : 1;
}
