// One event out of the journal, for what needs all of it.
#pragma once

#include "sync/journal/journal.hpp"

#include <optional>

namespace guitai {

// Nothing where there is no such event.
[[nodiscard]] std::optional<Event> journal_event(const Journal& journal, TillNumber origin, std::int64_t number);

} // namespace guitai
