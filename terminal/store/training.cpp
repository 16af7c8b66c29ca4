#include "terminal/store/training.hpp"

#include "sync/journal/books.hpp"
#include "terminal/store/data_folder.hpp"
#include "terminal/store/folder_in_the_making.hpp"
#include "terminal/store/projections/all.hpp"

#include <memory>
#include <vector>

namespace guitai {
namespace {

namespace fs = std::filesystem;

constexpr int events_at_once{200};

// The words of the head office, in their own bytes and with their chain.
Result<void> copy_news(const Journal& from, Books& to, const CopyProgress& progress)
{
    const std::int64_t all{from.head(office_origin).number};
    std::int64_t done{0};
    while (done < all) {
        std::vector<Record> records;
        for (JournalLine& line : from.after(office_origin, done, events_at_once)) {
            auto event = decode(line.text);
            if (!event) return refuse("folder.damaged", event.error().detail);
            records.push_back({std::move(*event), std::move(line.text)});
        }
        if (records.empty()) return refuse("folder.damaged", "the journal of the head office ends too early");
        if (auto posted = to.post(records); !posted) return refuse(posted.error());
        done = records.back().event.number;
        if (progress) progress(done, all);
    }
    return {};
}

Result<void> fill(const fs::path& making, database::Connection& own, const CopyProgress& progress)
{
    const auto device = read_device(own);
    if (!device) return refuse(device.error());
    if (auto key = key_for_folder(making); !key) return refuse(key.error());
    const auto made_books = open_books(making);
    if (!made_books) return refuse(made_books.error());
    const auto& connection = *made_books;
    if (auto made = migrate_store(*connection); !made) return made;
    const Device practice{training_till, device->store, {}, {}, true};
    write_device(*connection, practice);

    const auto projections = make_projections(practice.identity());
    std::vector<Projection*> pointers;
    for (const auto& projection : projections) pointers.push_back(projection.get());
    Books books{*connection, pointers};
    books.refold_if_outdated(store_schema_name); // Empty yet: only noted.
    return copy_news(Journal{own}, books, progress);
}

} // namespace

std::filesystem::path training_path(const fs::path& folder) { return folder / "training"; }

Result<void> make_training(const fs::path& folder, const CopyProgress& progress)
{
    std::error_code error;
    if (fs::exists(database_path(training_path(folder)), error)) return {};
    if (!fs::exists(database_path(folder), error)) {
        return refuse("folder.not_a_till", folder.string() + " holds no till; run guitai init or guitai enrol");
    }
    FolderInTheMaking making{training_path(folder)};
    try {
        const auto own = open_books(folder, database::Access::read_only);
        if (!own) return refuse(own.error());
        if (auto filled = fill(making.path(), **own, progress); !filled) return filled;
    } catch (const database::DatabaseError& broken) {
        return refuse(refusal_of(broken));
    }
    return making.move_to(training_path(folder));
}

} // namespace guitai
