// Random operations on purses, as many as are wanted: `lease_steps --steps 10000000 --seed 1`. Each history of 500
// steps has a seed of its own, so that what broke can be done again: `--steps 500 --seed N`.
#include "sync/office/schema/schema.hpp"
#include "tests/leases/steps.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace guitai;

namespace {

constexpr std::int64_t steps_of_history{500};
constexpr std::int64_t steps_between_comparisons{25};

void tell(const leases::StepCounts& counts)
{
    for (std::size_t at{0}; at < leases::step_names.size(); ++at) {
        fmt::print("{:>12}: {:>9} tried, {:>9} done\n", leases::step_names.at(at), counts.tried.at(at),
                   counts.done.at(at));
    }
    fmt::print("tables and arithmetic compared {} times\n", counts.compared);
}

// What was wrong; empty: nothing.
std::string live(database::Connection& tables, std::uint64_t seed, std::int64_t steps, leases::StepCounts& counts)
{
    database::Transaction open{tables};
    leases::Steps history{tables, seed, counts};
    for (std::int64_t step{1}; step <= steps; ++step) {
        history.step();
        std::string wrong{history.fault()};
        const bool compares{step % steps_between_comparisons == 0 || step == steps};
        if (wrong.empty() && compares) wrong = history.difference();
        if (!wrong.empty()) return fmt::format("seed {} step {}: {}", seed, step, wrong);
    }
    open.commit();
    return {};
}

} // namespace

int main(int count, char** words)
{
    std::int64_t steps{20'000};
    std::uint64_t seed{1};
    for (int at{1}; at + 1 < count; at += 2) {
        const std::string_view name{words[at]};
        if (name == "--steps") steps = std::strtoll(words[at + 1], nullptr, 10);
        else if (name == "--seed") seed = std::strtoull(words[at + 1], nullptr, 10);
        else count = 0;
    }
    if (count % 2 == 0) {
        fmt::print(stderr, "lease_steps [--steps N] [--seed N]\n");
        return 2;
    }
    fmt::print("{} steps from seed {}\n", steps, seed);
    const auto tables = database::open("sqlite::memory:");
    if (!office::migrate_books(*tables)) return 1;
    leases::StepCounts counts;
    const auto began = std::chrono::steady_clock::now();
    for (std::int64_t done{0}; done < steps; done += steps_of_history, ++seed) {
        const auto wrong = live(*tables, seed, std::min(steps_of_history, steps - done), counts);
        if (wrong.empty()) continue;
        fmt::print("{}\n", wrong);
        return 1;
    }
    const std::chrono::duration<double> took{std::chrono::steady_clock::now() - began};
    tell(counts);
    fmt::print("{} steps in {:.1f} s: {:.0f} a second, nothing was wrong\n", steps, took.count(),
               static_cast<double>(steps) / took.count());
    return 0;
}
