// A head office that was put back to an older copy goes on with other events under the same
// numbers: a history of its own, which has a place where it began.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace guitai {

struct HistoryBegan {
    std::string generation; // Its random name.
    std::int64_t number{0}; // The last event of the head office before it …
    std::string chain;      // … and the chain up to there.
    // The same of the events before it, the last first: the office may have said more before it knew.
    std::vector<std::pair<std::int64_t, std::string>> earlier{};

    bool operator==(const HistoryBegan&) const = default;
};

} // namespace guitai
