// Schemas only go forward. A migration has a number, a frozen name and SQL that
// both engines understand; it runs once, in its own transaction, and is never
// edited after a release; tests/golden/migrations.txt holds them to it.
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/result.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace guitai::database {

struct Migration {
    int number{0}; // 1, 2, 3 … without a gap.
    std::string_view name;
    std::string_view sql; // SQLite's types (INTEGER, TEXT, STRICT, WITHOUT ROWID); put into PostgreSQL's on the way.
};

// Brings the schema called `schema` up to date. Refuses `database.newer` where
// the file was written by a later program.
[[nodiscard]] Result<void> migrate(Connection& connection, std::string_view schema,
                                   std::span<const Migration> migrations);

// The last migration of `schema` that the database has seen; 0 where it has seen none.
[[nodiscard]] std::int64_t schema_number(Connection& connection, std::string_view schema);

} // namespace guitai::database
