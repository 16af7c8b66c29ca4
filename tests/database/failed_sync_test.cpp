// A disk that fails to sync once says it once: what it dropped then, no later sync brings
// down. So whatever it may have dropped is written again before anything is built on it.
#include "sync/database/database.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/crash_vfs.hpp"

#include <functional>
#include <string>

using namespace guitai;
using guitai::database::Access;
using guitai::database::Connection;
using guitai::database::Durability;
using guitai::tests::CrashDisk;
using guitai::tests::DiskFault;

namespace {

constexpr std::int64_t operations_max{16}; // More than the commits of a stumble take.
constexpr std::size_t due_bytes{1'000 * 4'120}; // Of a log that is to be written back.

std::unique_ptr<Connection> open_notes(const CrashDisk& disk)
{
    auto connection = database::open(disk.url("notes.db"));
    connection->run("CREATE TABLE IF NOT EXISTS notes (text TEXT NOT NULL) STRICT");
    return connection;
}

void note(Connection& connection, const std::string& text, Durability durability)
{
    database::Transaction open{connection, durability};
    database::Statement{connection, "INSERT INTO notes (text) VALUES (?1)"}.bind(1, text).run();
    open.commit();
}

bool holds(Connection& connection, const std::string& text)
{
    database::Statement find{connection, "SELECT 1 FROM notes WHERE text = ?1"};
    return find.bind(1, text).step();
}

bool tried(Connection& connection, const std::string& text, Durability durability)
{
    try {
        note(connection, text, durability);
        return true;
    } catch (const database::DatabaseError&) {
        return false;
    }
}

// Commits that nobody waits for, and then one that somebody does; the `nth` write or sync fails.
void stumble(CrashDisk& disk, Connection& connection, std::int64_t nth)
{
    disk.fail_at(nth, DiskFault::io_error);
    for (int at{0}; at < 3; ++at) tried(connection, "nobody waits", Durability::behind);
    tried(connection, "somebody waits", Durability::full);
    disk.heal();
}

bool is_whole(Connection& connection)
{
    database::Statement check{connection, "PRAGMA integrity_check"};
    return check.step() && check.text(0) == "ok";
}

// Notes what is promised after the stumble, pulls the plug and looks.
bool keeps_its_word(CrashDisk& disk, std::unique_ptr<Connection> connection, std::uint64_t seed)
{
    note(*connection, "promised", Durability::full);
    disk.power_cut(seed);
    connection.reset();
    disk.power_on();
    const auto after = open_notes(disk);
    return is_whole(*after) && holds(*after, "promised");
}

// Each operation of a commit fails once, and after each the plug is pulled in four ways.
void for_each_stumble(const std::function<void(std::int64_t nth, std::uint64_t seed)>& live)
{
    for (std::int64_t nth{1}; nth <= operations_max; ++nth) {
        for (std::uint64_t seed{1}; seed <= 4; ++seed) live(nth, seed);
    }
}

} // namespace

TEST_CASE("a commit holds although the disk failed to sync what stands before it")
{
    for_each_stumble([](std::int64_t nth, std::uint64_t seed) {
        CrashDisk disk{"failed-sync"};
        auto connection = open_notes(disk);
        stumble(disk, *connection, nth);
        INFO("operation " << nth << " failed, power cut " << seed);
        CHECK(keeps_its_word(disk, std::move(connection), seed));
    });
}

TEST_CASE("a program started anew does not build on what the one before could not sync")
{
    for_each_stumble([](std::int64_t nth, std::uint64_t seed) {
        CrashDisk disk{"failed-sync"};
        auto connection = open_notes(disk);
        stumble(disk, *connection, nth);
        disk.kill_programs();
        connection = open_notes(disk);
        INFO("operation " << nth << " failed, the program was killed, power cut " << seed);
        CHECK(keeps_its_word(disk, std::move(connection), seed));
    });
}

TEST_CASE("a log is not written back to the file before it is known to be on the disk")
{
    // A log that is due to be written back: that is what meets the disk that fails.
    const std::string ten_pages(40'000, 'p');
    for (std::int64_t nth{1}; nth <= operations_max; ++nth) {
        CrashDisk disk{"failed-sync"};
        auto connection = open_notes(disk);
        while (disk.bytes_of("notes.db-wal").size() < due_bytes) note(*connection, ten_pages, Durability::behind);
        stumble(disk, *connection, nth);
        for (int at{0}; at < 10; ++at) note(*connection, ten_pages, Durability::behind);
        INFO("operation " << nth);
        CHECK(keeps_its_word(disk, std::move(connection), static_cast<std::uint64_t>(nth)));
    }
}
