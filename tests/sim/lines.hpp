// The lines of a journal, and whether they are still what was acknowledged.
#pragma once

#include "sync/journal/journal.hpp"

#include <string_view>
#include <vector>

namespace guitai::sim {

[[nodiscard]] std::vector<JournalLine> all_lines(const Journal& journal, TillNumber origin);

// Whether `line` has the bytes that were acknowledged, or what an erasure left of them. The chain up to it: `before`.
[[nodiscard]] bool keeps_promise(const JournalLine& line, std::string_view acknowledged, std::string_view before);

} // namespace guitai::sim
