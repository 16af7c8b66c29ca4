// Whether the books of a head office are whole. Reads, and changes nothing.
#pragma once

#include "sync/events/result.hpp"
#include "sync/journal/verify.hpp"
#include "sync/office/commands/imports.hpp"

#include <string>

namespace guitai::office {

// Refuses database.older. Throws where there is no database, or one that cannot be read.
[[nodiscard]] Result<Verdict> verdict_on(const std::string& database, const Progress& progress);

} // namespace guitai::office
