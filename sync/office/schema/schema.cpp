#include "sync/office/schema/schema.hpp"

#include "sync/database/migrations.hpp"
#include "sync/journal/journal.hpp"

#include <array>

namespace guitai::office {
namespace {

// A released file is frozen; what changes later is a file with the next number.
constexpr std::array books_migrations{
    database::Migration{1, "books",
#include "sync/office/schema/0001_books.sql"
    },
};

constexpr std::array access_migrations{
    database::Migration{1, "access",
#include "sync/office/schema/0001_access.sql"
    },
};

} // namespace

Result<void> migrate_books(database::Connection& connection)
{
    return database::migrate(connection, "office", books_migrations);
}

Result<void> migrate_all(database::Connection& connection)
{
    if (auto done = Journal::migrate(connection); !done) return done;
    if (auto done = migrate_books(connection); !done) return done;
    return database::migrate(connection, "office_access", access_migrations);
}

} // namespace guitai::office
