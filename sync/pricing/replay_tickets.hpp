// Plays a file of worked tickets through the engine and says which differ from
// what the file expects. The file's text comes in; nothing is opened here.
#pragma once

#include "sync/events/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guitai::pricing {

struct DifferingCase {
    std::string id{};
    std::vector<std::string> differences{}; // "priced.total_minor: expected 100, got 99"
};

struct ReplayReport {
    std::size_t cases{0};
    std::vector<DifferingCase> differing{};
};

// Refuses tickets.not_a_file, tickets.bad_value, tickets.unknown_promotion, document.* and promotion.*.
[[nodiscard]] Result<ReplayReport> replay_tickets(std::string_view text);

} // namespace guitai::pricing
