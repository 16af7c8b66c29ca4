#include "sync/journal/verify.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

#include <filesystem>
#include <fstream>
#include <set>

using namespace guitai;

namespace {

// Misses per style, and the last time each was wanted.
class Misses final : public Projection {
public:
    void apply(database::Connection& connection, const Event& event) override
    {
        const auto* miss = std::get_if<MissRecorded>(&event.body);
        if (miss == nullptr) return;
        database::Statement{connection, "INSERT INTO misses (style, times, last_on) VALUES (?1, 1, ?2)"
                                        " ON CONFLICT (style) DO UPDATE SET times = misses.times + 1,"
                                        " last_on = excluded.last_on"}
            .bind(1, miss->style.text)
            .bind(2, miss->business_date)
            .run();
    }
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"misses"}; }
};

void make_schema(database::Connection& connection)
{
    connection.run("CREATE TABLE misses (style TEXT PRIMARY KEY, times INTEGER NOT NULL, last_on TEXT)"
                   " STRICT, WITHOUT ROWID");
}

std::vector<std::unique_ptr<Projection>> make_projections()
{
    std::vector<std::unique_ptr<Projection>> made;
    made.push_back(std::make_unique<Misses>());
    return made;
}

EventBody miss(const std::string& style)
{
    MissRecorded body;
    body.style = StyleId{style};
    body.business_date = "2026-11-22";
    return body;
}

// A set of books with events of two origins, which a test then damages.
struct Damaged {
    std::unique_ptr<database::Connection> connection;
    Misses misses;

    explicit Damaged(const std::string& url = "sqlite::memory:") : connection{database::open(url)}
    {
        REQUIRE(Journal::migrate(*connection));
        make_schema(*connection);
        Books books{*connection, {&misses}};
        for (int i{0}; i < 5; ++i) {
            REQUIRE(books.write(3, 1'000, {miss("羽绒服"), miss("COAT-" + std::to_string(i))}));
            REQUIRE(books.write(4, 1'000, {miss("a"), miss("B")}));
        }
    }

    [[nodiscard]] Verdict verdict() const { return verify(*connection, make_schema, make_projections); }
    [[nodiscard]] std::string first_problem(const std::string& damage) const
    {
        connection->run(damage);
        const Verdict found{verdict()};
        CHECK_FALSE(found.ok);
        REQUIRE_FALSE(found.problems.empty());
        return found.problems.front();
    }
};

bool starts(const std::string& text, const std::string& with)
{
    INFO(text);
    return text.starts_with(with);
}

} // namespace

TEST_CASE("books that nobody touched are whole")
{
    const Damaged books;
    std::vector<std::int64_t> told;

    const Verdict found{
        verify(*books.connection, make_schema, make_projections, [&](std::int64_t done, std::int64_t all) {
            told = {done, all};
        })};

    CHECK(found.problems == std::vector<std::string>{});
    CHECK(found.ok);
    CHECK(found.events == 20);
    CHECK(told == std::vector<std::int64_t>{20, 20});
}

TEST_CASE("a changed event is named by its place")
{
    const Damaged books;

    CHECK(starts(books.first_problem("UPDATE journal SET text = replace(text, 'COAT-2', 'COAT-9')"
                                     " WHERE origin = 3 AND number = 6"),
                 "origin 3 event 6: chain broken"));
}

TEST_CASE("a changed event with a chain to fit is found where the chain goes on")
{
    const Damaged books;
    database::Statement find{*books.connection, "SELECT text FROM journal WHERE origin = 3 AND number = 6"};
    REQUIRE(find.step());
    std::string text{find.text(0)};
    text.replace(text.find("COAT-2"), 6, "COAT-9");
    const std::string before{"(SELECT chain FROM journal WHERE origin = 3 AND number = 5)"};
    database::Statement link{*books.connection, "SELECT chain FROM journal WHERE origin = 3 AND number = 5"};
    REQUIRE(link.step());

    database::Statement{*books.connection, "UPDATE journal SET text = ?1, chain = ?2 WHERE origin = 3 AND number = 6"}
        .bind(1, text)
        .bind(2, chain_link(link.text(0), text))
        .run();

    CHECK(starts(books.verdict().problems.at(0), "origin 3 event 7: chain broken"));
}

TEST_CASE("an event taken out is seen as a hole")
{
    const Damaged books;

    CHECK(starts(books.first_problem("DELETE FROM journal WHERE origin = 4 AND number = 3"),
                 "origin 4 event 4: position 8 instead of 7"));
}

TEST_CASE("the last event taken out is missed by its head")
{
    const Damaged books;

    CHECK(starts(books.first_problem("DELETE FROM journal WHERE origin = 4 AND number = 10"), "origin 4: the head"));
    CHECK(starts(Damaged{}.first_problem("INSERT INTO journal_heads (origin, number, chain) VALUES (9, 1, 'x')"),
                 "origin 9: a head without events"));
}

TEST_CASE("an event moved to another number is seen in its own text")
{
    const Damaged books;

    const std::string found{books.first_problem("UPDATE journal SET origin = 5, number = 1 WHERE position = 20")};

    CHECK(starts(found, "origin 5 event 1: chain broken"));
    CHECK(starts(books.verdict().problems.at(1), "origin 5 event 1: its text says origin 4 event 10"));
}

TEST_CASE("an unreadable event is a problem and not the end")
{
    const Damaged books;

    books.connection->run("UPDATE journal SET text = '{\"broken' WHERE position = 2");
    const Verdict found{books.verdict()};

    CHECK_FALSE(found.ok);
    CHECK(found.events == 20);
    CHECK(starts(found.problems.at(0), "origin 3 event 2: chain broken"));
}

TEST_CASE("a worked-out row that differs is named with both readings")
{
    const Damaged books;

    CHECK(books.first_problem("UPDATE misses SET times = 6 WHERE style = 'B'") ==
          "table misses row 1: B | 6 | 2026-11-22 — the journal says: B | 5 | 2026-11-22");
    CHECK(Damaged{}.first_problem("INSERT INTO misses VALUES ('龙', 1, NULL)") ==
          "table misses row 9: 龙 | 1 | ∅ — the journal says: no row");
    CHECK(Damaged{}.first_problem("DELETE FROM misses WHERE style = '羽绒服'") ==
          "table misses row 8: no row — the journal says: 羽绒服 | 5 | 2026-11-22");
}

TEST_CASE("a verdict names only so many problems")
{
    const Damaged books;

    books.connection->run("UPDATE journal SET chain = 'x'");
    for (int i{0}; i < 5; ++i) books.connection->run("UPDATE journal SET number = number + 100, text = '!'");
    const Verdict found{books.verdict()};

    CHECK(found.problems.size() == Verdict::problems_max);
}

TEST_CASE("any flipped byte of a stored event is found")
{
    const auto path = std::filesystem::temp_directory_path() / "guitai-flip-test.db";
    for (const char* tail : {"", "-wal", "-shm", "-writer"}) std::filesystem::remove(path.string() + tail);
    {
        const Damaged books{"sqlite:" + path.string()};
    }
    std::ifstream file{path, std::ios::binary};
    const std::string whole{std::istreambuf_iterator<char>{file}, {}};
    const std::size_t text{whole.find("\"style\":\"COAT-3")};
    REQUIRE(text != std::string::npos);

    std::set<std::size_t> missed;
    for (std::size_t at{text - 150}; at < text + 16; at += 13) {
        std::string flipped{whole};
        flipped[at] = static_cast<char>(flipped[at] ^ 0x04);
        std::ofstream{path, std::ios::binary} << flipped;
        const auto connection = database::open("sqlite:" + path.string(), database::Access::read_only);
        if (verify(*connection, make_schema, make_projections).ok) missed.insert(at);
    }

    CHECK(missed.empty());
    for (const char* tail : {"", "-wal", "-shm", "-writer"}) std::filesystem::remove(path.string() + tail);
}

TEST_CASE("books on PostgreSQL are rebuilt and compared in the same order")
{
    if (tests::postgres_server().empty()) {
        WARN("skipped: GUITAI_TEST_POSTGRES names no server");
        return;
    }
    tests::FreshPostgres place;
    const Damaged books{place.url()};

    const Verdict found{books.verdict()};

    CHECK(found.problems == std::vector<std::string>{});
    CHECK(books.first_problem("UPDATE misses SET times = 6 WHERE style = 'B'") ==
          "table misses row 1: B | 6 | 2026-11-22 — the journal says: B | 5 | 2026-11-22");
    CHECK(starts(books.first_problem("UPDATE journal SET text = replace(text, 'COAT-2', 'COAT-9')"
                                     " WHERE origin = 3 AND number = 6"),
                 "origin 3 event 6: chain broken"));
}

TEST_CASE("a verdict is one line of JSON whatever its problems hold")
{
    Verdict verdict;
    verdict.events = 7;
    CHECK(json_line(verdict) == R"({"ok":true,"events":7,"unknown":0,"problems":[]})");

    verdict.ok = false;
    verdict.problems = {"a \"quote\" \\ and\na break", "bad byte \xFF", "羽绒服"};

    CHECK(json_line(verdict) ==
          "{\"ok\":false,\"events\":7,\"unknown\":0,\"problems\":[\"a \\\"quote\\\" \\\\ and\\u000aa break\","
          "\"bad byte \xEF\xBF\xBD\",\"羽绒服\"]}");
}
