// What may stand in a text column: UTF-8 without a NUL. PostgreSQL stores
// nothing else, so neither engine is given anything else.
#pragma once

#include <string>
#include <string_view>

namespace guitai::database {

[[nodiscard]] bool is_clean_text(std::string_view text);

// `text` with every NUL and every byte that is no UTF-8 replaced by U+FFFD.
// What reads as an event is clean already, so a journal's bytes are never bent.
[[nodiscard]] std::string clean_text(std::string_view text);

} // namespace guitai::database
