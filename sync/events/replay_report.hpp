// What came of playing a file of worked cases through the real arithmetic.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace guitai {

struct DifferingCase {
    std::string id{};
    std::vector<std::string> differences{}; // "priced.total_minor: expected 100, got 99"
};

struct ReplayReport {
    std::size_t cases{0};
    std::vector<DifferingCase> differing{};
};

} // namespace guitai
