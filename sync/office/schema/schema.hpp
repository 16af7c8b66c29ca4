// The tables of the head office: those that its journal can rebuild, and those
// about access, which are nobody's news. Knows no statement that uses them.
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/result.hpp"

#include <string_view>

namespace guitai::office {

// What the projections' tables are called among the migrations.
inline constexpr std::string_view books_schema_name{"office"};

// What the projections own.
[[nodiscard]] Result<void> migrate_books(database::Connection& connection);

// Whether migrate_books() would change anything: an older program wrote these books.
[[nodiscard]] bool are_older_books(database::Connection& connection);

// The journal, the projections' tables and those about access, all up to date.
// Refuses `database.newer` where a later program wrote the file.
[[nodiscard]] Result<void> migrate_all(database::Connection& connection);

} // namespace guitai::office
