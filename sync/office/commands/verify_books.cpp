#include "sync/office/commands/verify_books.hpp"

#include "sync/office/office.hpp"
#include "sync/office/schema/schema.hpp"

#include <cassert>

namespace guitai::office {

Result<Verdict> verdict_on(const std::string& database, const Progress& progress)
{
    const auto connection = database::open(database, database::Access::read_only);
    // It only reads, so it cannot bring the tables up to date before it compares them.
    if (are_older_books(*connection)) {
        return refuse("database.older", "an older program wrote these books; start guitai-office serve once, then "
                                        "verify");
    }
    const MakeSchema make_schema{[](database::Connection& empty) {
        const auto made = migrate_books(empty);
        assert(made.has_value()); // An empty database is never newer than this program.
    }};
    return verify(*connection, make_schema, make_projections, [&progress](std::int64_t ready, std::int64_t all) {
        if (progress) progress(static_cast<std::size_t>(ready), static_cast<std::size_t>(all));
    });
}

} // namespace guitai::office
