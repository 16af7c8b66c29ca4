#include "tests/bench/measure.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

namespace guitai::bench {

void must(const Result<void>& done, const char* what)
{
    if (done) return;
    fmt::print(stderr, "{}: {} {}\n", what, done.error().code, done.error().detail);
    std::exit(1);
}

void show(std::string_view what, const Samples& samples)
{
    fmt::print("{:<34} p50 {:8.3f} ms   p99 {:8.3f} ms   ({} times)\n", what, samples.at(0.5), samples.at(0.99),
               samples.count());
}

} // namespace guitai::bench
