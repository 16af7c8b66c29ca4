// What only a file has: other programs, other connections, a plug that is pulled.
#include "sync/database/database.hpp"

#include "tests/support/catch.hpp"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace guitai::database;

namespace {

// A file of its own, gone with the test.
class ScratchFile {
public:
    ScratchFile() { remove(); }
    ~ScratchFile() { remove(); }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;

    [[nodiscard]] std::string url() const { return "sqlite:" + m_path.string(); }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::uintmax_t log_bytes() const { return std::filesystem::file_size(m_path.string() + "-wal"); }

private:
    void remove() const
    {
        for (const char* tail : {"", "-wal", "-shm", "-writer"}) std::filesystem::remove(m_path.string() + tail);
    }

    std::filesystem::path m_path{std::filesystem::temp_directory_path() /
                                 ("guitai-" + std::to_string(::getpid()) + ".db")};
};

void make_notes(Connection& connection)
{
    connection.run("CREATE TABLE notes (n INTEGER NOT NULL) STRICT");
}

void add_note(Connection& connection, std::int64_t n)
{
    Transaction open{connection};
    Statement{connection, "INSERT INTO notes (n) VALUES (?1)"}.bind(1, n).run();
    open.commit();
}

std::int64_t count_notes(Connection& connection)
{
    Statement count{connection, "SELECT COUNT(*) FROM notes"};
    REQUIRE(count.step());
    return count.integer(0);
}

// Runs `work` in a program of its own and kills it with -9 once it has written a byte.
void run_and_kill(const std::function<void(int ready)>& work)
{
    int ends[2]{-1, -1};
    REQUIRE(::pipe(ends) == 0);
    const pid_t child{::fork()};
    REQUIRE(child >= 0);
    if (child == 0) {
        work(ends[1]);
        while (true) ::pause();
    }
    char byte{0};
    const bool ready{::read(ends[0], &byte, 1) == 1};
    ::kill(child, SIGKILL);
    int status{0};
    ::waitpid(child, &status, 0);
    ::close(ends[0]);
    ::close(ends[1]);
    REQUIRE(ready);
}

void say_ready(int ready)
{
    const char byte{'r'};
    if (::write(ready, &byte, 1) != 1) ::_exit(1);
}

} // namespace

TEST_CASE("a reader sees what was committed and can not write")
{
    const ScratchFile file;
    const auto writer = open(file.url());
    make_notes(*writer);
    add_note(*writer, 1);
    const auto reader = open(file.url(), Access::read_only);

    add_note(*writer, 2);

    CHECK(count_notes(*reader) == 2);
    CHECK_THROWS_AS(reader->run("INSERT INTO notes VALUES (3)"), DatabaseError);
    Statement add{*reader, "INSERT INTO notes VALUES (3)"};
    CHECK_THROWS_AS(add.run(), DatabaseError);
    add_note(*writer, 3);
}

TEST_CASE("a reader keeps one picture within its transaction and holds no writer up")
{
    const ScratchFile file;
    const auto writer = open(file.url());
    make_notes(*writer);
    const auto reader = open(file.url(), Access::read_only);
    const Transaction picture{*reader};
    REQUIRE(count_notes(*reader) == 0);

    add_note(*writer, 1);

    CHECK(count_notes(*reader) == 0);
}

TEST_CASE("a reader opens what a killed writer left, and so does the next writer")
{
    const ScratchFile file;
    run_and_kill([&](int ready) {
        const auto writer = open(file.url());
        make_notes(*writer);
        for (std::int64_t n{1}; n <= 10; ++n) add_note(*writer, n);
        Transaction unfinished{*writer};
        Statement{*writer, "INSERT INTO notes (n) VALUES (99)"}.run();
        say_ready(ready);
        while (true) ::pause();
    });
    REQUIRE(file.log_bytes() > 0);

    {
        const auto reader = open(file.url(), Access::read_only);
        CHECK(count_notes(*reader) == 10);
    }
    CHECK(file.log_bytes() > 0); // Looking leaves the log to the writer.
    const auto writer = open(file.url());
    add_note(*writer, 11);
    CHECK(count_notes(*writer) == 11);
}

TEST_CASE("a file that is not there is made by a writer and missed by a reader")
{
    const ScratchFile file;

    CHECK_THROWS_AS(open(file.url(), Access::read_only), DatabaseError);
    CHECK_FALSE(std::filesystem::exists(file.path()));
    CHECK_NOTHROW(open(file.url()));
    CHECK(std::filesystem::exists(file.path()));
}

TEST_CASE("a file that is no database is corrupt")
{
    const ScratchFile file;
    std::ofstream{file.path()} << std::string(5'000, 'x');

    try {
        (void)open(file.url());
        FAIL("it opened");
    } catch (const DatabaseError& error) {
        CHECK(error.fault == Fault::corrupt);
    }
}

TEST_CASE("writers of several threads take turns and none is lost")
{
    const ScratchFile file;
    make_notes(*open(file.url()));
    constexpr int writers{4};
    constexpr int notes_each{50};

    std::vector<std::thread> threads;
    for (int writer{0}; writer < writers; ++writer) {
        threads.emplace_back([&] {
            const auto connection = open(file.url());
            for (int n{0}; n < notes_each; ++n) add_note(*connection, n);
        });
    }
    for (std::thread& thread : threads) thread.join();

    const auto reader = open(file.url(), Access::read_only);
    CHECK(count_notes(*reader) == std::int64_t{writers} * notes_each);
    Statement check{*reader, "PRAGMA integrity_check"};
    REQUIRE(check.step());
    CHECK(check.text(0) == "ok");
}

TEST_CASE("a write outside a transaction waits its turn like any other")
{
    const ScratchFile file;
    const auto first = open(file.url());
    make_notes(*first);
    const auto second = open(file.url());
    std::optional<Transaction> turn{std::in_place, *first};

    std::thread other{[&] { second->run("INSERT INTO notes VALUES (2)"); }};
    Statement{*first, "INSERT INTO notes VALUES (1)"}.run();
    turn->commit();
    other.join();

    Statement{*first, "INSERT INTO notes VALUES (3)"}.run();
    CHECK(count_notes(*first) == 3);
}

TEST_CASE("the log is written back and used again instead of growing")
{
    const ScratchFile file;
    const auto writer = open(file.url());
    writer->run("CREATE TABLE pages (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT");
    const std::string body(40'000, 'x');

    std::uintmax_t largest{0};
    for (std::int64_t id{1}; id <= 400; ++id) { // 16 MB in all.
        Transaction open{*writer};
        Statement{*writer, "INSERT INTO pages (id, body) VALUES (?1, ?2)"}.bind(1, id).bind(2, body).run();
        open.commit();
        largest = std::max(largest, file.log_bytes());
    }

    CHECK(largest > 4'000'000);
    CHECK(largest < 4'500'000);
    CHECK(file.log_bytes() == largest);
}

TEST_CASE("a log that one large transaction made long is cut when it is begun again")
{
    const ScratchFile file;
    const auto writer = open(file.url());
    writer->run("CREATE TABLE pages (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT");
    {
        Transaction open{*writer};
        Statement add{*writer, "INSERT INTO pages (body) VALUES (?1)"};
        for (int row{0}; row < 1'000; ++row) add.bind(1, std::string(50'000, 'x')).run();
        open.commit();
    }
    REQUIRE(file.log_bytes() > 50'000'000);

    Transaction open{*writer};
    Statement{*writer, "INSERT INTO pages (body) VALUES ('y')"}.run();
    open.commit();

    CHECK(file.log_bytes() < 34'000'000);
}

TEST_CASE("the next program makes sure of a long log that another has left")
{
    const ScratchFile file;
    auto killed = open(file.url());
    killed->run("CREATE TABLE pages (body TEXT NOT NULL) STRICT");
    Statement{*killed, "INSERT INTO pages (body) VALUES (?1)"}.bind(1, std::string(500'000, 'x')).run();
    const auto reader = open(file.url(), Access::read_only);
    const Transaction picture{*reader};
    Statement count{*reader, "SELECT count(*) FROM pages"};
    REQUIRE(count.step());
    killed.reset();
    REQUIRE(file.log_bytes() > 500'000);

    const auto next = open(file.url());
    make_notes(*next);
    add_note(*next, 1);

    CHECK(count_notes(*next) == 1);
    Statement check{*next, "PRAGMA integrity_check"};
    REQUIRE(check.step());
    CHECK(check.text(0) == "ok");
}

TEST_CASE("a clean end leaves everything in the one file")
{
    const ScratchFile file;
    {
        const auto writer = open(file.url());
        make_notes(*writer);
        add_note(*writer, 1);
        REQUIRE(file.log_bytes() > 0);
    }

    CHECK(file.log_bytes() == 0);
    const auto reader = open(file.url(), Access::read_only);
    CHECK(count_notes(*reader) == 1);
}

TEST_CASE("a writer that ends while another reads leaves the log to the next one")
{
    const ScratchFile file;
    auto writer = open(file.url());
    make_notes(*writer);
    const auto reader = open(file.url(), Access::read_only);
    const Transaction picture{*reader};
    REQUIRE(count_notes(*reader) == 0);
    add_note(*writer, 1);

    writer.reset();

    CHECK(count_notes(*reader) == 0);
    CHECK(count_notes(*open(file.url(), Access::read_only)) == 1);
}
