// Stopwatch and percentiles for the benchmarks. Absolute figures depend on the
// machine; a ratio within one run says more.
#pragma once

#include "sync/events/result.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string_view>
#include <vector>

namespace guitai::bench {

class Stopwatch {
public:
    [[nodiscard]] double ms() const
    {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_begin).count();
    }

private:
    std::chrono::steady_clock::time_point m_begin{std::chrono::steady_clock::now()};
};

class Samples {
public:
    template<typename Work>
    void time(const Work& work)
    {
        const Stopwatch watch;
        work();
        m_ms.push_back(watch.ms());
    }

    // 0.5 is the median; 0 where nothing was measured.
    [[nodiscard]] double at(double part) const
    {
        if (m_ms.empty()) return 0;
        std::vector<double> sorted{m_ms};
        std::sort(sorted.begin(), sorted.end());
        const auto index = static_cast<std::size_t>(part * static_cast<double>(sorted.size()));
        return sorted[std::min(index, sorted.size() - 1)];
    }
    [[nodiscard]] double total() const
    {
        double sum{0};
        for (const double one : m_ms) sum += one;
        return sum;
    }
    [[nodiscard]] std::size_t count() const { return m_ms.size(); }

private:
    std::vector<double> m_ms;
};

// A line of the report.
void show(std::string_view what, const Samples& samples);
// Ends the program where the till refused what the bench needs.
void must(const Result<void>& done, const char* what);

} // namespace guitai::bench
