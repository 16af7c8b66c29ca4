// SQL of the house, which SQLite reads as it stands, put into PostgreSQL's
// words. Changes, outside quotes and comments only, and only words in capitals
// (a column may be called text):
//
//   ?1                     $1
//   INTEGER                BIGINT            SQLite's has 64 bits too.
//   BLOB                   BYTEA
//   STRICT, WITHOUT ROWID  nothing
//   TEXT of a new column   TEXT COLLATE "C"  Sorted and compared byte by byte, as SQLite does.
//
// Everything else must be SQL that both engines read: ON CONFLICT instead of
// INSERT OR …, NULLS FIRST where a NULL is sorted, no OR REPLACE, no AUTOINCREMENT.
#pragma once

#include <string>
#include <string_view>

namespace guitai::database {

struct PostgresText {
    std::string sql;
    int parameters{0}; // The highest ?N.
};

[[nodiscard]] PostgresText to_postgres(std::string_view sql);

} // namespace guitai::database
