// The plug is pulled at every sort of moment, on a disk in memory that keeps
// of un-synced writes what it likes. What was acknowledged must be there.
#include "sync/journal/books.hpp"
#include "sync/journal/verify.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/crash_vfs.hpp"

#include <cstdlib>
#include <optional>
#include <random>

using namespace guitai;
using guitai::tests::CrashDisk;
using guitai::tests::DiskFault;

namespace {

constexpr TillNumber till{3};

// How often each reason for a miss was given.
class Misses final : public Projection {
public:
    void apply(database::Connection& connection, const Event& event) override
    {
        const auto* miss = std::get_if<MissRecorded>(&event.body);
        if (miss == nullptr) return;
        database::Statement{connection, "INSERT INTO misses (colour, times) VALUES (?1, 1)"
                                        " ON CONFLICT (colour) DO UPDATE SET times = misses.times + 1"}
            .bind(1, miss->colour)
            .run();
    }
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"misses"}; }
};

void make_schema(database::Connection& connection)
{
    connection.run("CREATE TABLE IF NOT EXISTS misses (colour TEXT PRIMARY KEY, times INTEGER NOT NULL) STRICT");
}

std::vector<std::unique_ptr<Projection>> make_projections()
{
    std::vector<std::unique_ptr<Projection>> made;
    made.push_back(std::make_unique<Misses>());
    return made;
}

// Some are long, so that the log fills and is written back now and then.
EventBody miss(std::mt19937_64& dice)
{
    MissRecorded body;
    body.colour = "colour-" + std::to_string(dice() % 50);
    body.style = StyleId{std::string(dice() % 4 == 0 ? dice() % 200'000 : 10, 's')};
    return body;
}

// A program on that disk: what a start of the till does to its books.
struct Program {
    explicit Program(const CrashDisk& disk, std::string_view synchronous = "FULL")
        : connection{database::open(disk.url("till.db"))}, books{*connection, {&misses}}, ahead{synchronous == "FULL"}
    {
        connection->run("PRAGMA synchronous = " + std::string{synchronous});
        if (!Journal::migrate(*connection)) throw std::runtime_error{"migration refused"};
        make_schema(*connection);
        books.resume();
    }

    // As a till writes: mostly ahead of what follows from it, and now and then all at once. A
    // program that is made to sync less writes all at once: writing ahead chooses how to sync by itself.
    std::int64_t write(std::mt19937_64& dice)
    {
        std::vector<EventBody> bodies{miss(dice)};
        const auto events = !ahead || dice() % 4 == 0 ? books.write(till, 1'000, std::move(bodies))
                                                      : books.write_ahead(till, 1'000, std::move(bodies));
        return events.value().back().number;
    }

    std::unique_ptr<database::Connection> connection;
    Misses misses;
    Books books;
    bool ahead{true};
};

struct Toll {
    int cuts{0};
    int lost{0};    // Cuts that took an acknowledged event away.
    int damaged{0}; // Disks whose books were not whole afterwards.
};

// Posts until the plug is pulled; gives the number of the last acknowledged event.
std::int64_t post_until_cut(CrashDisk& disk, std::string_view synchronous, std::int64_t acknowledged,
                            std::mt19937_64& dice)
{
    try {
        Program program{disk, synchronous};
        while (true) {
            acknowledged = program.write(dice);
            if (dice() % 2 == 0) program.books.settle();
        }
    } catch (const database::DatabaseError&) {
        REQUIRE(disk.is_off());
    }
    return acknowledged;
}

// What the next start finds. One event more than was acknowledged may be there:
// kept, but cut off before its answer.
std::int64_t look_after_cut(const CrashDisk& disk, std::string_view synchronous, std::int64_t acknowledged, Toll& toll)
{
    ++toll.cuts;
    try {
        const Program program{disk, synchronous};
        const std::int64_t found{program.books.journal().head(till).number};
        if (found < acknowledged) ++toll.lost;
        return found;
    } catch (const database::DatabaseError&) {
        ++toll.damaged;
        return 0;
    }
}

bool are_whole(const CrashDisk& disk)
{
    try {
        const Program program{disk};
        return verify(*program.connection, make_schema, make_projections).ok;
    } catch (const database::DatabaseError&) {
        return false;
    }
}

// Stops at the first damage: what comes after it says nothing more.
Toll pull_the_plug(int cuts, std::string_view synchronous, std::uint64_t seed)
{
    constexpr int cuts_per_disk{25};
    constexpr std::uint64_t operations_max{300};
    std::mt19937_64 dice{seed};
    Toll toll;
    while (toll.cuts < cuts && toll.damaged == 0) {
        CrashDisk disk{"power-cut-" + std::to_string(seed)};
        std::int64_t acknowledged{0};
        for (int cut{0}; cut < cuts_per_disk && toll.damaged == 0; ++cut) {
            disk.cut_at(1 + static_cast<std::int64_t>(dice() % operations_max), dice());
            acknowledged = post_until_cut(disk, synchronous, acknowledged, dice);
            disk.power_on();
            acknowledged = look_after_cut(disk, synchronous, acknowledged, toll);
        }
        if (toll.damaged == 0 && !are_whole(disk)) ++toll.damaged;
    }
    return toll;
}

// GUITAI_SEED repeats a run, GUITAI_CUTS makes it longer.
std::uint64_t chosen(const char* name, std::uint64_t otherwise)
{
    const char* given{std::getenv(name)};
    return given == nullptr ? otherwise : std::strtoull(given, nullptr, 10);
}

} // namespace

TEST_CASE("a power cut at any moment takes nothing that was acknowledged")
{
    const std::uint64_t seed{chosen("GUITAI_SEED", 20'261'122)};
    const auto cuts = static_cast<int>(chosen("GUITAI_CUTS", 200));
    INFO("GUITAI_SEED=" << seed);

    const Toll toll{pull_the_plug(cuts, "FULL", seed)};

    CHECK(toll.cuts >= cuts);
    CHECK(toll.lost == 0);
    CHECK(toll.damaged == 0);
}

TEST_CASE("the same cuts are seen to lose events where commits are not synced")
{
    const std::uint64_t seed{chosen("GUITAI_SEED", 20'261'122)};
    INFO("GUITAI_SEED=" << seed);

    const Toll normal{pull_the_plug(50, "NORMAL", seed)};
    const Toll off{pull_the_plug(100, "OFF", seed)};

    CHECK(normal.lost > 0);
    CHECK(normal.damaged == 0); // It forgets, but it does not lie.
    CHECK(off.damaged > 0);
}

TEST_CASE("a disk that fails at any operation of a post loses nothing and works again when it is mended")
{
    for (const DiskFault fault : {DiskFault::no_space, DiskFault::io_error}) {
        for (std::int64_t n{1}; n <= 40; ++n) {
            std::mt19937_64 dice{static_cast<std::uint64_t>(n)};
            CrashDisk disk{"failing"};
            std::int64_t acknowledged{0};
            std::optional<database::Fault> met;
            INFO("operation " << n);
            {
                Program program{disk};
                disk.fail_at(n, fault);
                for (int i{0}; i < 10; ++i) {
                    try {
                        acknowledged = program.write(dice);
                    } catch (const database::DatabaseError& error) {
                        met = error.fault;
                    }
                }
                CHECK(acknowledged >= 9);
                const bool expected{!met || met == (fault == DiskFault::no_space ? database::Fault::full
                                                                                 : database::Fault::unreachable)};
                CHECK(expected);
                disk.kill_programs();
            }
            const Program again{disk};
            CHECK(again.books.journal().head(till).number >= acknowledged);
            CHECK(verify(*again.connection, make_schema, make_projections).problems == std::vector<std::string>{});
        }
    }
}

TEST_CASE("a start that is cut at any operation is finished by the next one")
{
    std::mt19937_64 dice{7};
    for (std::int64_t n{1};; ++n) {
        CrashDisk disk{"first-start"};
        INFO("operation " << n);
        disk.cut_at(n, dice());
        try {
            const Program program{disk};
        } catch (const database::DatabaseError&) {
            REQUIRE(disk.is_off());
        }
        if (!disk.is_off()) break; // Every operation of a start has had its turn.
        disk.power_on();

        Program program{disk};
        CHECK(program.books.write(till, 1'000, {miss(dice)}).value().back().number == 1);
        CHECK(verify(*program.connection, make_schema, make_projections).ok);
    }
}

TEST_CASE("a program that is killed leaves all it had written to the next one")
{
    std::mt19937_64 dice{7};
    CrashDisk disk{"killed"};
    {
        Program program{disk};
        for (int i{0}; i < 20; ++i) REQUIRE(program.books.write(till, 1'000, {miss(dice)}));
        disk.kill_programs();
        CHECK_THROWS_AS(program.books.write(till, 1'000, {miss(dice)}), database::DatabaseError);
    }

    const Program next{disk};

    CHECK(next.books.journal().head(till).number == 20);
}

TEST_CASE("a post is one sync")
{
    std::mt19937_64 dice{7};
    CrashDisk disk{"counted"};
    Program program{disk};
    REQUIRE(program.books.write(till, 1'000, {MissRecorded{}}));
    const std::int64_t before{disk.syncs()};

    for (int i{0}; i < 50; ++i) REQUIRE(program.books.write(till, 1'000, {MissRecorded{}, MissRecorded{}}));

    CHECK(disk.syncs() - before == 50);
}
