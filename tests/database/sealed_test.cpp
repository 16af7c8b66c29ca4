#include "sync/database/sealed.hpp"

#include "sync/database/key_file.hpp"
#include "sync/database/sealed_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/crash_vfs.hpp"
#include "tests/support/temp_folder.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <random>
#include <string>
#include <vector>

using namespace guitai;
using namespace guitai::database;

namespace {

const std::string phone{"13800138000"};

SealKey key_of(unsigned char first)
{
    SealKey key{};
    for (std::size_t at{0}; at < key.size(); ++at) key[at] = static_cast<unsigned char>(first + at);
    return key;
}

std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void write_down(Connection& connection, int rows)
{
    connection.run("CREATE TABLE IF NOT EXISTS members (id INTEGER PRIMARY KEY, phone TEXT)");
    connection.run("CREATE INDEX IF NOT EXISTS members_by_phone ON members (phone)");
    for (int row{0}; row < rows; ++row) {
        Transaction open{connection};
        Statement{connection, "INSERT INTO members (phone) VALUES (?1)"}.bind(1, phone).run();
        open.commit();
    }
}

std::int64_t rows_in(Connection& connection)
{
    Statement count{connection, "SELECT COUNT(*) FROM members WHERE phone = ?1"};
    count.bind(1, phone);
    return count.step() ? count.integer(0) : -1;
}

// A file in memory, as SQLite asks for it.
struct MemoryFile {
    sqlite3_file file{};
    std::vector<unsigned char> bytes;
};

std::vector<unsigned char>& bytes_behind(sqlite3_file* file) { return reinterpret_cast<MemoryFile*>(file)->bytes; }

int read_memory(sqlite3_file* file, void* to, int count, sqlite3_int64 from)
{
    const auto& bytes = bytes_behind(file);
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    std::memset(to, 0, static_cast<std::size_t>(count));
    const sqlite3_int64 there{std::clamp<sqlite3_int64>(size - from, 0, count)};
    if (there > 0) std::memcpy(to, bytes.data() + from, static_cast<std::size_t>(there));
    return there == count ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write_memory(sqlite3_file* file, const void* from, int count, sqlite3_int64 to)
{
    auto& bytes = bytes_behind(file);
    const auto end = static_cast<std::size_t>(to + count);
    if (bytes.size() < end) bytes.resize(end);
    std::memcpy(bytes.data() + to, from, static_cast<std::size_t>(count));
    return SQLITE_OK;
}

const sqlite3_io_methods memory_methods{[] {
    sqlite3_io_methods methods{};
    methods.iVersion = 1;
    methods.xRead = read_memory;
    methods.xWrite = write_memory;
    return methods;
}()};

} // namespace

TEST_CASE("a sealed file and its log say nothing of what is in them")
{
    const test::TempFolder temp;
    const auto path = temp.path() / "till.db";
    {
        const auto connection = open_sealed("sqlite:" + path.string(), key_of(1));
        write_down(*connection, 300);
        CHECK(rows_in(*connection) == 300);
        CHECK(bytes_of(path.string() + "-wal").find(phone) == std::string::npos);
    }
    const std::string bytes{bytes_of(path)};
    REQUIRE(bytes.size() > 4 * page_bytes);
    CHECK(bytes.find(phone) == std::string::npos);
    CHECK(bytes.find("members") == std::string::npos);
    CHECK(bytes.find("SQLite") == std::string::npos);
    CHECK_FALSE(is_plain(path));

    const auto again = open_sealed("sqlite:" + path.string(), key_of(1), Access::read_only);
    CHECK(rows_in(*again) == 300);
}

TEST_CASE("without its key a sealed file is no database")
{
    const test::TempFolder temp;
    const std::string url{"sqlite:" + (temp.path() / "till.db").string()};
    write_down(*open_sealed(url, key_of(1)), 1);
    const auto fault = [](const auto& doing) {
        try {
            doing();
        } catch (const DatabaseError& error) {
            return error.fault;
        }
        return Fault::other;
    };
    CHECK(fault([&] { rows_in(*open_sealed(url, key_of(2))); }) == Fault::corrupt);
    CHECK(fault([&] { rows_in(*open(url)); }) == Fault::corrupt);
    CHECK(rows_in(*open_sealed(url, key_of(1))) == 1);
}

TEST_CASE("a file that was written without a seal is sealed with all that is in it")
{
    const test::TempFolder temp;
    const auto path = temp.path() / "till.db";
    write_down(*open("sqlite:" + path.string()), 50);
    REQUIRE(is_plain(path));
    REQUIRE(bytes_of(path).find(phone) != std::string::npos);

    seal_file(path, key_of(1));

    CHECK_FALSE(is_plain(path));
    CHECK(bytes_of(path).find(phone) == std::string::npos);
    CHECK_FALSE(std::filesystem::exists(path.string() + ".sealing"));
    CHECK(rows_in(*open_sealed("sqlite:" + path.string(), key_of(1))) == 50);
}

TEST_CASE("a file that somebody has open is left as it is")
{
    const test::TempFolder temp;
    const auto path = temp.path() / "till.db";
    const auto other = open("sqlite:" + path.string());
    write_down(*other, 5);
    Statement reading{*other, "SELECT id FROM members"};
    REQUIRE(reading.step()); // In the middle of its rows: the log can not be written back.
    CHECK_THROWS_AS(seal_file(path, key_of(1)), DatabaseError);
    CHECK(is_plain(path));
    CHECK(rows_in(*other) == 5);
}

TEST_CASE("sealed pages read as they were written, in whatever pieces")
{
    const std::uint32_t seed{GENERATE(1U, 2U, 3U)};
    INFO("seed " << seed);
    std::mt19937 dice{seed};
    const PagesOf kind{seed % 2 == 0 ? PagesOf::file : PagesOf::log};
    MemoryFile below;
    below.file.pMethods = &memory_methods;
    SealedPages pages{key_of(7), kind, below.file};
    std::vector<unsigned char> plain(20 * 4'120, 0);
    REQUIRE(pages.write(plain.data(), static_cast<int>(plain.size()), 0) == SQLITE_OK);

    for (int round{0}; round < 400; ++round) {
        const std::size_t from{dice() % (plain.size() - 1)};
        const std::size_t count{1 + dice() % std::min<std::size_t>(plain.size() - from, 9'000)};
        const bool writing{dice() % 2 == 0};
        std::vector<unsigned char> piece(count);
        if (writing) {
            for (unsigned char& byte : piece) byte = static_cast<unsigned char>(dice());
            std::copy(piece.begin(), piece.end(), plain.begin() + static_cast<std::ptrdiff_t>(from));
            REQUIRE(pages.write(piece.data(), static_cast<int>(count), static_cast<sqlite3_int64>(from)) == SQLITE_OK);
        } else {
            REQUIRE(pages.read(piece.data(), static_cast<int>(count), static_cast<sqlite3_int64>(from)) == SQLITE_OK);
            REQUIRE(std::equal(piece.begin(), piece.end(), plain.begin() + static_cast<std::ptrdiff_t>(from)));
        }
    }
    CHECK(below.bytes.size() >= plain.size());
}

TEST_CASE("the same page in another place, or of another kind, is other bytes")
{
    const PageBytes plain{};
    PageBytes first, second, of_log;
    PageCipher file{key_of(1), PagesOf::file};
    PageCipher log{key_of(1), PagesOf::log};
    REQUIRE(file.seal(0, plain, first));
    REQUIRE(file.seal(1, plain, second));
    REQUIRE(log.seal(0, plain, of_log));
    CHECK(first != second);
    CHECK(first != of_log);
    REQUIRE(file.open(0, first));
    CHECK(first == plain);
}

TEST_CASE("what was committed to a sealed file survives power cuts as it does without a seal")
{
    for (std::uint64_t seed{1}; seed <= 60; ++seed) {
        INFO("seed " << seed);
        tests::CrashDisk disk{"sealed-disk"};
        std::int64_t committed{0};
        try {
            const auto connection = open_sealed(disk.url("till.db"), key_of(3));
            connection->run("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)");
            disk.cut_at(static_cast<std::int64_t>(1 + seed % 40), seed);
            for (int row{0}; row < 60; ++row) {
                Transaction open{*connection};
                Statement{*connection, "INSERT INTO notes (text) VALUES (?1)"}
                    .bind(1, std::string(500, 'x') + std::to_string(row))
                    .run();
                open.commit();
                ++committed;
            }
        } catch (const DatabaseError&) {
        }
        disk.power_on();
        const auto again = open_sealed(disk.url("till.db"), key_of(3));
        Statement count{*again, "SELECT COUNT(*) FROM notes"};
        REQUIRE(count.step());
        CHECK(count.integer(0) >= committed);
        CHECK(count.integer(0) <= committed + 1);
        Statement check{*again, "PRAGMA integrity_check"};
        REQUIRE(check.step());
        CHECK(check.text(0) == "ok");
    }
}

TEST_CASE("an address that names a key file opens what was sealed with it, and nothing without it")
{
    const test::TempFolder folder;
    const std::filesystem::path key{folder / "office.key"};
    const std::filesystem::path file{folder / "office.db"};
    make_key_file(key);
    CHECK_THROWS_AS(make_key_file(key), DatabaseError); // The one that is there is not written over.
    CHECK((std::filesystem::status(key).permissions() & std::filesystem::perms::others_read) ==
          std::filesystem::perms::none);
    const std::string address{"sqlite:" + file.string() + "?key=" + key.string()};
    {
        const auto connection = open(address);
        write_down(*connection, 3);
    }

    CHECK(rows_in(*open(address, Access::read_only)) == 3);
    CHECK(bytes_of(file).find(phone) == std::string::npos);
    CHECK_THROWS_AS(open("sqlite:" + file.string()), DatabaseError);
    CHECK_THROWS_AS(open(address + ".gone"), DatabaseError);
    std::ofstream{key} << "no key\n";
    CHECK_THROWS_AS(open(address), DatabaseError);
}
