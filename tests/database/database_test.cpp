// The same promises on both engines.
#include "sync/database/database.hpp"
#include "sync/database/migrations.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

#include <array>
#include <functional>
#include <optional>

using namespace guitai;
using namespace guitai::database;

namespace {

// Runs `check` on an empty database of each engine there is.
void on_both(const std::function<void(Connection&)>& check)
{
    {
        INFO("on SQLite");
        check(*open("sqlite::memory:"));
    }
    if (tests::postgres_server().empty()) {
        WARN("PostgreSQL skipped: GUITAI_TEST_POSTGRES names no server");
        return;
    }
    INFO("on PostgreSQL");
    tests::FreshPostgres place;
    check(*open(place.url()));
}

void make_things(Connection& connection)
{
    connection.run("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, price INTEGER) STRICT");
}

void add_thing(Connection& connection, std::int64_t id, std::string_view name, std::int64_t price)
{
    Statement{connection, "INSERT INTO things (id, name, price) VALUES (?1, ?2, ?3)"}
        .bind(1, id)
        .bind(2, name)
        .bind(3, price)
        .run();
}

std::int64_t number(Connection& connection, std::string_view sql)
{
    Statement ask{connection, sql};
    REQUIRE(ask.step());
    return ask.integer(0);
}

std::string word(Connection& connection, std::string_view sql)
{
    Statement ask{connection, sql};
    REQUIRE(ask.step());
    return ask.text(0);
}

std::optional<Fault> fault_of(const std::function<void()>& work)
{
    try {
        work();
    } catch (const DatabaseError& error) {
        return error.fault;
    }
    return {};
}

} // namespace

TEST_CASE("integers keep all their 64 bits and texts their characters")
{
    on_both([](Connection& connection) {
        make_things(connection);
        add_thing(connection, INT64_MIN, "羽绒服 😀 'quoted' ?1", INT64_MAX);

        Statement find{connection, "SELECT id, name, price FROM things"};

        REQUIRE(find.step());
        CHECK(find.columns() == 3);
        CHECK(find.integer(0) == INT64_MIN);
        CHECK(find.text(1) == "羽绒服 😀 'quoted' ?1");
        CHECK(find.integer(2) == INT64_MAX);
        CHECK_FALSE(find.step());
    });
}

TEST_CASE("a parameter compared with a small number still takes a large one")
{
    on_both([](Connection& connection) {
        make_things(connection);
        add_thing(connection, 1, "coat", 5'000'000'000);

        Statement find{connection, "SELECT COUNT(*) FROM things WHERE ?1 = 0 OR price = ?1"};
        find.bind(1, std::int64_t{5'000'000'000});

        REQUIRE(find.step());
        CHECK(find.integer(0) == 1);
    });
}

TEST_CASE("sums, comparisons and nothing at all read as integers")
{
    on_both([](Connection& connection) {
        make_things(connection);
        CHECK(number(connection, "SELECT COALESCE(SUM(price), 0) FROM things") == 0);
        add_thing(connection, 1, "coat", 4'000'000'000);
        add_thing(connection, 2, "scarf", -1);

        CHECK(number(connection, "SELECT SUM(price) FROM things") == 3'999'999'999);
        CHECK(number(connection, "SELECT MAX(price) FROM things WHERE id = 9") == 0);
        CHECK(number(connection, "SELECT price > 7 FROM things WHERE id = 1") == 1);
        CHECK(number(connection, "SELECT price > 7 FROM things WHERE id = 2") == 0);
        const auto fault = fault_of([&] {
            Statement sum{connection, "SELECT SUM(n) FROM (SELECT 9223372036854775807 AS n UNION ALL"
                                      " SELECT 9223372036854775807) AS large"};
            if (sum.step()) (void)sum.integer(0);
        });
        CHECK(fault == Fault::other);
    });
}

TEST_CASE("a parameter that was not bound is NULL, and an empty text is not")
{
    on_both([](Connection& connection) {
        make_things(connection);
        Statement add{connection, "INSERT INTO things (id, name, price) VALUES (?1, ?2, ?3)"};
        add.bind(1, 1).bind(2, "");
        add.run();

        Statement find{connection, "SELECT name, price FROM things"};

        REQUIRE(find.step());
        CHECK_FALSE(find.is_null(0));
        CHECK(find.text(0).empty());
        CHECK(find.is_null(1));
        CHECK(find.integer(1) == 0);
        CHECK(find.text(1).empty());
    });
}

TEST_CASE("bytes that are no text are kept as the sign for them on both engines")
{
    on_both([](Connection& connection) {
        make_things(connection);

        add_thing(connection, 1, std::string_view{"a\0b", 3}, 1);
        add_thing(connection, 2, "\xC3(\xED\xA0\x80 ok", 1);

        CHECK(word(connection, "SELECT name FROM things WHERE id = 1") == "a\uFFFDb");
        CHECK(word(connection, "SELECT name FROM things WHERE id = 2") == "\uFFFD(\uFFFD\uFFFD\uFFFD ok");
    });
}

TEST_CASE("text sorts byte by byte, so that both engines list alike")
{
    on_both([](Connection& connection) {
        make_things(connection);
        std::int64_t id{0};
        for (const char* name : {"b", "B", "a", "_", "羽", "Z", "é"}) add_thing(connection, ++id, name, 1);

        std::string listed;
        Statement find{connection, "SELECT name FROM things ORDER BY name"};
        while (find.step()) listed += find.text(0);

        CHECK(listed == "BZ_abé羽");
    });
}

TEST_CASE("the same statement may run inside itself")
{
    on_both([](Connection& connection) {
        make_things(connection);
        for (std::int64_t id{1}; id <= 3; ++id) add_thing(connection, id, std::to_string(id), 1);

        int pairs{0};
        Statement outer{connection, "SELECT id FROM things ORDER BY id"};
        while (outer.step()) {
            Statement inner{connection, "SELECT id FROM things ORDER BY id"};
            while (inner.step()) ++pairs;
        }

        CHECK(pairs == 9);
    });
}

TEST_CASE("a statement left in the middle starts afresh the next time")
{
    on_both([](Connection& connection) {
        make_things(connection);
        add_thing(connection, 1, "coat", 1);
        add_thing(connection, 2, "scarf", 2);
        constexpr std::string_view sql{"SELECT name FROM things WHERE price >= ?1 ORDER BY id"};
        {
            Statement left{connection, sql};
            left.bind(1, 1);
            REQUIRE(left.step());
        }

        Statement again{connection, sql};
        again.bind(1, 2);

        REQUIRE(again.step());
        CHECK(again.text(0) == "scarf");
        CHECK_FALSE(again.step());
    });
}

TEST_CASE("what is not committed never was")
{
    on_both([](Connection& connection) {
        make_things(connection);
        {
            Transaction given_up{connection};
            add_thing(connection, 1, "coat", 1);
        }
        {
            Transaction kept{connection};
            add_thing(connection, 2, "scarf", 1);
            kept.commit();
        }

        CHECK(number(connection, "SELECT SUM(id) FROM things") == 2);
    });
}

TEST_CASE("a broken rule of a table is a constraint fault and leaves the connection usable")
{
    on_both([](Connection& connection) {
        make_things(connection);
        add_thing(connection, 1, "coat", 1);

        const auto fault = fault_of([&] {
            Transaction open{connection};
            add_thing(connection, 2, "coat", 1);
            open.commit();
        });

        CHECK(fault == Fault::constraint);
        add_thing(connection, 2, "scarf", 1);
        CHECK(number(connection, "SELECT COUNT(*) FROM things") == 2);
    });
}

TEST_CASE("a transaction that failed inside can not be committed by looking away")
{
    on_both([](Connection& connection) {
        make_things(connection);
        add_thing(connection, 1, "coat", 1);
        if (connection.engine() == Engine::sqlite) return; // There only the one statement is undone.

        Transaction open{connection};
        CHECK(fault_of([&] { add_thing(connection, 1, "coat", 1); }) == Fault::constraint);

        CHECK(fault_of([&] { open.commit(); }) == Fault::other);
    });
}

TEST_CASE("the number of changed rows is told")
{
    on_both([](Connection& connection) {
        make_things(connection);
        for (std::int64_t id{1}; id <= 3; ++id) add_thing(connection, id, std::to_string(id), 1);

        Statement{connection, "UPDATE things SET price = 2 WHERE id >= ?1"}.bind(1, 2).run();
        CHECK(connection.changed_rows() == 2);
        Statement{connection, "UPDATE things SET price = 2 WHERE id >= ?1"}.bind(1, 9).run();

        CHECK(connection.changed_rows() == 0);
    });
}

TEST_CASE("wrong SQL throws and says which")
{
    on_both([](Connection& connection) {
        try {
            Statement broken{connection, "SELECT nothing FROM nowhere"};
            (void)broken.step();
            FAIL("it ran");
        } catch (const DatabaseError& error) {
            CHECK(error.fault == Fault::other);
            CHECK(std::string{error.what()}.find("nowhere") != std::string::npos);
        }
    });
}

TEST_CASE("migrations run once, in order, and what is there already is left alone")
{
    constexpr std::array<Migration, 2> both{{
        {1, "first", "CREATE TABLE a (n INTEGER PRIMARY KEY) STRICT; INSERT INTO a VALUES (1)"},
        {2, "second",
         "CREATE TABLE b (k TEXT, n INTEGER, PRIMARY KEY (k, n)) STRICT, WITHOUT ROWID;"
         "INSERT INTO b SELECT 'a', n FROM a"},
    }};
    on_both([&](Connection& connection) {
        REQUIRE(migrate(connection, "till", std::span{both}.first(1)));
        REQUIRE(migrate(connection, "till", both));
        REQUIRE(migrate(connection, "till", both));

        CHECK(number(connection, "SELECT COUNT(*) FROM a") == 1);
        CHECK(number(connection, "SELECT n FROM b") == 1);
        CHECK(word(connection, "SELECT name FROM schema_migrations WHERE schema = 'till' AND number = 2") == "second");
    });
}

TEST_CASE("a database from a later program is refused, and so is one with another history")
{
    constexpr std::array<Migration, 2> both{
        {{1, "first", "CREATE TABLE a (n INTEGER) STRICT"}, {2, "second", "CREATE TABLE b (n INTEGER) STRICT"}}};
    constexpr std::array<Migration, 1> other{{{1, "fist", "CREATE TABLE a (n INTEGER) STRICT"}}};
    on_both([&](Connection& connection) {
        REQUIRE(migrate(connection, "till", both));

        const auto newer = migrate(connection, "till", std::span{both}.first(1));
        const auto foreign = migrate(connection, "till", other);

        REQUIRE(!newer);
        CHECK(newer.error().code == "database.newer");
        REQUIRE(!foreign);
        CHECK(foreign.error().code == "database.newer");
    });
}

TEST_CASE("a migration that fails leaves nothing of itself")
{
    constexpr std::array<Migration, 1> broken{
        {{1, "broken", "CREATE TABLE a (n INTEGER) STRICT; INSERT INTO z VALUES (1)"}}};
    constexpr std::array<Migration, 1> mended{{{1, "mended", "CREATE TABLE a (n INTEGER) STRICT"}}};
    on_both([&](Connection& connection) {
        CHECK_THROWS_AS(migrate(connection, "till", broken), DatabaseError);

        CHECK(migrate(connection, "till", mended));
    });
}

TEST_CASE("an address that is none is told from one that does not answer")
{
    CHECK(fault_of([] { (void)open("mysql://x"); }) == Fault::unreachable);
    CHECK(fault_of([] { (void)open("sqlite:/no/such/folder/till.db"); }) == Fault::unreachable);
    CHECK(fault_of([] { (void)open("postgresql://127.0.0.1:1/none"); }) == Fault::unreachable);
}
