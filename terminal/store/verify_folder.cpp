#include "terminal/store/verify_folder.hpp"

#include "terminal/store/data_folder.hpp"
#include "terminal/store/projections/all.hpp"

#include <cassert>

namespace guitai {

Result<Verdict> verify_folder(const std::filesystem::path& folder,
                              const std::function<void(std::int64_t, std::int64_t)>& progress)
{
    std::error_code error;
    if (!std::filesystem::exists(database_path(folder), error)) {
        return refuse("folder.not_a_till", folder.string() + " holds no till; run guitai init or guitai enrol");
    }
    try {
        const auto books = open_books(folder, database::Access::read_only);
        if (!books) return refuse(books.error());
        const auto& connection = *books;
        // It only reads, so it can not bring the tables up to date before it compares them.
        if (is_older_store(*connection)) return refuse("folder.older", folder.string() + " is of an older program");
        const auto device = read_device(*connection);
        if (!device) return refuse(device.error());
        const auto make_schema = [](database::Connection& empty) {
            const auto made = migrate_store(empty);
            assert(made.has_value()); // An empty database is never newer.
        };
        return verify(*connection, make_schema, [&] { return make_projections(device->identity()); }, progress);
    } catch (const database::DatabaseError& broken) {
        // A page that can not be read is a verdict, not an accident.
        if (broken.fault != database::Fault::corrupt) return refuse(refusal_of(broken));
        Verdict verdict;
        verdict.ok = false;
        verdict.problems.push_back(broken.what());
        return verdict;
    }
}

} // namespace guitai
