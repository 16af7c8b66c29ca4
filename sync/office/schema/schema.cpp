#include "sync/office/schema/schema.hpp"

#include "sync/database/migrations.hpp"
#include "sync/journal/journal.hpp"

#include "office_access_schema.hpp"
#include "office_books_schema.hpp"

namespace guitai::office {

Result<void> migrate_books(database::Connection& connection)
{
    return database::migrate(connection, books_schema_name, office_books_schema);
}

bool are_older_books(database::Connection& connection)
{
    return database::schema_number(connection, books_schema_name) < std::ssize(office_books_schema);
}

Result<void> migrate_all(database::Connection& connection)
{
    if (auto done = Journal::migrate(connection); !done) return done;
    if (auto done = migrate_books(connection); !done) return done;
    return database::migrate(connection, "office_access", office_access_schema);
}

} // namespace guitai::office
