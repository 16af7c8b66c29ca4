#include "sync/database/migrations.hpp"

#include <cassert>
#include <string>

namespace guitai::database {
namespace {

constexpr std::string_view make_table{"CREATE TABLE IF NOT EXISTS schema_migrations ("
                                      " schema TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,"
                                      " PRIMARY KEY (schema, number)) STRICT, WITHOUT ROWID"};

bool table_exists(Connection& connection)
{
    Statement find{connection, connection.engine() == Engine::sqlite
                                   ? "SELECT 1 FROM sqlite_master WHERE name = 'schema_migrations'"
                                   : "SELECT 1 WHERE to_regclass('schema_migrations') IS NOT NULL"};
    return find.step();
}

// How many of `migrations` the database has seen.
Result<std::size_t> applied(Connection& connection, std::string_view schema, std::span<const Migration> migrations)
{
    std::size_t count{0};
    if (!table_exists(connection)) return count;
    Statement seen{connection, "SELECT number, name FROM schema_migrations WHERE schema = ?1 ORDER BY number"};
    seen.bind(1, schema);
    while (seen.step()) {
        const std::string place{std::string{schema} + " " + std::to_string(seen.integer(0)) + " " + seen.text(1)};
        if (count == migrations.size()) return refuse("database.newer", place + " was made by a later program");
        if (seen.integer(0) != migrations[count].number || seen.text(1) != migrations[count].name) {
            return refuse("database.newer", place + " is called " + std::string{migrations[count].name} + " here");
        }
        ++count;
    }
    return count;
}

// Several office processes may start at once on one PostgreSQL.
void keep_others_out(Connection& connection)
{
    if (connection.engine() == Engine::sqlite) return;
    Statement lock{connection, "SELECT pg_advisory_xact_lock(hashtext(current_schema() || '.schema_migrations'))"};
    lock.run();
}

} // namespace

Result<void> migrate(Connection& connection, std::string_view schema, std::span<const Migration> migrations)
{
    for (std::size_t i{0}; i < migrations.size(); ++i) assert(migrations[i].number == static_cast<int>(i) + 1);

    while (true) {
        // Looking first, so that an up-to-date database is opened without a write.
        auto seen = applied(connection, schema, migrations);
        if (!seen) return refuse(seen.error());
        if (*seen == migrations.size()) return {};

        Transaction open{connection};
        keep_others_out(connection);
        seen = applied(connection, schema, migrations);
        if (!seen) return refuse(seen.error());
        if (*seen < migrations.size()) {
            const Migration& next{migrations[*seen]};
            connection.run(make_table);
            connection.run(next.sql);
            Statement note{connection, "INSERT INTO schema_migrations (schema, number, name) VALUES (?1, ?2, ?3)"};
            note.bind(1, schema).bind(2, next.number).bind(3, next.name).run();
        }
        open.commit();
    }
}

std::int64_t schema_number(Connection& connection, std::string_view schema)
{
    if (!table_exists(connection)) return 0;
    Statement find{connection, "SELECT COALESCE(MAX(number), 0) FROM schema_migrations WHERE schema = ?1"};
    find.bind(1, schema);
    return find.step() ? find.integer(0) : 0;
}

} // namespace guitai::database
