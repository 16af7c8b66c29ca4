// What only a server has: other processes at the same time, and a restart.
#include "sync/database/database.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

using namespace guitai;
using namespace guitai::database;

namespace {

bool no_server()
{
    if (!tests::postgres_server().empty()) return false;
    WARN("skipped: GUITAI_TEST_POSTGRES names no server");
    return true;
}

std::int64_t number(Connection& connection, std::string_view sql)
{
    Statement ask{connection, sql};
    REQUIRE(ask.step());
    return ask.integer(0);
}

// As a restart of the server does to every connection.
void cut_off(Connection& connection, const std::string& url)
{
    const auto pid = number(connection, "SELECT pg_backend_pid()");
    const auto other = open(url);
    Statement{*other, "SELECT pg_terminate_backend(CAST(?1 AS INT))"}.bind(1, pid).run();
    // It is gone when it is listed no more.
    while (number(*other, "SELECT COUNT(*) FROM pg_stat_activity WHERE pid = " + std::to_string(pid)) != 0) {
    }
}

} // namespace

TEST_CASE("a lost connection is told once and made anew at the next transaction")
{
    if (no_server()) return;
    const tests::FreshPostgres place;
    const auto connection = open(place.url());
    connection->run("CREATE TABLE notes (n INTEGER NOT NULL) STRICT");
    Statement{*connection, "INSERT INTO notes (n) VALUES (?1)"}.bind(1, 1).run();
    cut_off(*connection, place.url());

    try {
        Statement{*connection, "INSERT INTO notes (n) VALUES (?1)"}.bind(1, 2).run();
        FAIL("the server answered");
    } catch (const DatabaseError& error) {
        CHECK(error.fault == Fault::unreachable);
    }

    Transaction open{*connection};
    Statement{*connection, "INSERT INTO notes (n) VALUES (?1)"}.bind(1, 3).run();
    open.commit();
    CHECK(number(*connection, "SELECT SUM(n) FROM notes") == 4);
}

TEST_CASE("a connection lost inside a transaction takes the transaction with it")
{
    if (no_server()) return;
    const tests::FreshPostgres place;
    const auto connection = open(place.url());
    connection->run("CREATE TABLE notes (n INTEGER NOT NULL) STRICT");
    {
        Transaction lost{*connection};
        connection->run("INSERT INTO notes VALUES (1)");
        cut_off(*connection, place.url());
        CHECK_THROWS_AS(connection->run("INSERT INTO notes VALUES (2)"), DatabaseError);
        CHECK_THROWS_AS(lost.commit(), DatabaseError);
    }

    CHECK(number(*connection, "SELECT COUNT(*) FROM notes") == 0);
}

TEST_CASE("a reader on a server sees one picture and can not write")
{
    if (no_server()) return;
    const tests::FreshPostgres place;
    const auto writer = open(place.url());
    writer->run("CREATE TABLE notes (n INTEGER NOT NULL) STRICT");
    const auto reader = open(place.url(), Access::read_only);
    const Transaction picture{*reader};
    REQUIRE(number(*reader, "SELECT COUNT(*) FROM notes") == 0);

    writer->run("INSERT INTO notes VALUES (1)");

    CHECK(number(*reader, "SELECT COUNT(*) FROM notes") == 0);
    CHECK_THROWS_AS(reader->run("INSERT INTO notes VALUES (2)"), DatabaseError);
}
