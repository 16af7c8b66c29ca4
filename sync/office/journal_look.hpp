// One event of the journal, for pages that tell what happened.
#pragma once

#include "sync/journal/journal.hpp"

#include <optional>
#include <string>

namespace guitai::office {

// Nothing where it is not here.
[[nodiscard]] std::optional<Event> event_at(database::Connection& connection, TillNumber origin, std::int64_t number);
// Who is answerable for an event of the head office; empty where it follows its own rules.
[[nodiscard]] std::string actor_of(database::Connection& connection, std::int64_t number);

} // namespace guitai::office
