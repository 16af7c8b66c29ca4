#include "sync/journal/books.hpp"

#include "sync/database/migrations.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"
#include "tests/support/temp_folder.hpp"

#include <array>
#include <optional>
#include <span>
#include <thread>

using namespace guitai;

namespace {

// Counts misses per style in a table; can be told to break.
class Misses final : public Projection {
public:
    void apply(database::Connection& connection, const Event& event) override
    {
        if (event.number == breaks_at) throw database::DatabaseError{database::Fault::full, "disk full"};
        const auto* miss = std::get_if<MissRecorded>(&event.body);
        if (miss == nullptr) return;
        database::Statement{connection, "INSERT INTO misses (style, times) VALUES (?1, 1)"
                                        " ON CONFLICT (style) DO UPDATE SET times = misses.times + 1"}
            .bind(1, miss->style.text)
            .run();
    }
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"misses"}; }

    std::int64_t breaks_at{-1};
};

struct Desk {
    std::unique_ptr<database::Connection> connection;
    Misses misses;
    Books books{*connection, {&misses}};

    explicit Desk(const std::string& url = "sqlite::memory:") : connection{database::open(url)}
    {
        REQUIRE(Journal::migrate(*connection));
        connection->run("CREATE TABLE IF NOT EXISTS misses (style TEXT PRIMARY KEY, times INTEGER NOT NULL) STRICT");
    }

    [[nodiscard]] std::int64_t counted() const
    {
        database::Statement sum{*connection, "SELECT COALESCE(SUM(times), 0) FROM misses"};
        REQUIRE(sum.step());
        return sum.integer(0);
    }
};

// A schema that moves on while its books stand.
constexpr std::array<database::Migration, 2> moving{{
    {1, "idle", "CREATE TABLE idle (one INTEGER PRIMARY KEY) STRICT"},
    {2, "again", "CREATE TABLE again (one INTEGER PRIMARY KEY) STRICT"},
}};

EventBody miss(const std::string& style = "C-1")
{
    MissRecorded body;
    body.style = StyleId{style};
    return body;
}

Record record(std::int64_t number, const std::string& style = "C-1")
{
    return record_of({3, number, 1'000, miss(style)});
}

} // namespace

TEST_CASE("a post keeps the events and all they change")
{
    Desk desk;
    const std::vector<Record> records{record(1), record(2, "C-2"), record(1)};

    const auto posted = desk.books.post(records);

    REQUIRE(posted);
    CHECK(posted->added == 2);
    CHECK(posted->repeated == 1);
    CHECK(desk.counted() == 2);
    CHECK(desk.books.journal().head(3).number == 2);
}

TEST_CASE("what was written ahead is in the journal at once and worked out when somebody settles")
{
    Desk desk;

    const auto written = desk.books.write_ahead(3, 1'000, {miss(), miss("C-2")});

    REQUIRE(written);
    CHECK(written->back().number == 2);
    CHECK(desk.books.journal().head(3).number == 2);
    CHECK(desk.books.journal().folded(3) == 0);
    CHECK(desk.counted() == 0);

    desk.books.settle();
    desk.books.settle();

    CHECK(desk.books.journal().folded(3) == 2);
    CHECK(desk.counted() == 2);
}

TEST_CASE("whatever comes next works out first what was written ahead")
{
    Desk desk;
    REQUIRE(desk.books.write_ahead(3, 1'000, {miss()}));
    REQUIRE(desk.books.write_ahead(3, 1'000, {miss()}));
    CHECK(desk.counted() == 1);

    REQUIRE(desk.books.write(3, 1'000, {miss()}));
    CHECK(desk.counted() == 3);
    CHECK(desk.books.journal().folded(3) == 3);

    REQUIRE(desk.books.write_ahead(3, 1'000, {miss()}));
    REQUIRE(desk.books.post(std::vector<Record>{record_of({4, 1, 1'000, miss()})}));
    CHECK(desk.counted() == 5);
    CHECK(desk.books.journal().folded(3) == 4);
    CHECK(desk.books.journal().folded(4) == 1);
}

TEST_CASE("a program that ends before it has worked everything out leaves that to the next one")
{
    const guitai::test::TempFolder folder;
    const std::string url{"sqlite:" + (folder / "books.db").string()};
    {
        Desk desk{url};
        REQUIRE(desk.books.write(3, 1'000, {miss()}));
        REQUIRE(desk.books.write_ahead(3, 1'000, {miss(), miss()}));
    }
    Desk next{url};
    CHECK(next.counted() == 1);

    next.books.resume();
    next.books.settle();

    CHECK(next.counted() == 3);
}

TEST_CASE("where what was written ahead can not be worked out, nothing is written on top of it")
{
    Desk desk;
    REQUIRE(desk.books.write_ahead(3, 1'000, {miss()}));
    desk.misses.breaks_at = 1;

    CHECK_THROWS_AS(desk.books.write_ahead(3, 1'000, {miss()}), database::DatabaseError);
    CHECK(desk.books.journal().head(3).number == 1);

    desk.misses.breaks_at = -1;
    REQUIRE(desk.books.write_ahead(3, 1'000, {miss()}));
    desk.books.settle();
    CHECK(desk.counted() == 2);
}

TEST_CASE("one refused event refuses the whole post")
{
    Desk desk;
    const std::vector<Record> records{record(1), record(3)};

    const auto posted = desk.books.post(records);

    REQUIRE(!posted);
    CHECK(posted.error().code == "journal.gap");
    CHECK(desk.counted() == 0);
    CHECK(desk.books.journal().head(3).number == 0);
}

TEST_CASE("a machine that fails in the middle of a post leaves nothing of it")
{
    Desk desk;
    desk.misses.breaks_at = 2;
    const std::vector<Record> records{record(1), record(2)};

    CHECK_THROWS_AS(desk.books.post(records), database::DatabaseError);

    CHECK(desk.counted() == 0);
    CHECK(desk.books.journal().after_position(0, 10).empty());
}

TEST_CASE("an event from the future is kept as it came and counted")
{
    Desk desk;
    const std::string line{R"({"v":1,"origin":3,"number":1,"at_ms":5,"kind":"moon_landed","body":{"x":[1,2]}})"};
    const std::vector<Record> records{record_from(line).value()};

    const auto posted = desk.books.post(records);

    REQUIRE(posted);
    CHECK(posted->unknown == 1);
    CHECK(desk.books.journal().after(3, 0, 1).at(0).text == line);
}

TEST_CASE("what is written takes the next numbers of its origin")
{
    Desk desk;
    std::vector<EventBody> bodies{miss(), miss("C-2")};

    const auto first = desk.books.write(3, 1'000, bodies);
    const auto second = desk.books.write(3, 2'000, {miss()});

    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->at(1).number == 2);
    CHECK(second->at(0).number == 3);
    CHECK(second->at(0).at_ms == 2'000);
    CHECK(desk.counted() == 3);
}

TEST_CASE("what must stand or fall with the events does")
{
    Desk desk;
    desk.connection->run("CREATE TABLE cursors (number INTEGER NOT NULL) STRICT");
    const auto note = [&] { desk.connection->run("INSERT INTO cursors (number) VALUES (7)"); };
    const auto note_and_break = [&] {
        note();
        throw database::DatabaseError{database::Fault::full, "disk full"};
    };

    CHECK_THROWS_AS(desk.books.write(3, 1'000, {miss()}, note_and_break), database::DatabaseError);
    CHECK(desk.counted() == 0);
    REQUIRE(desk.books.write(3, 1'000, {miss()}, note));

    database::Statement count{*desk.connection, "SELECT COUNT(*) FROM cursors"};
    REQUIRE(count.step());
    CHECK(count.integer(0) == 1);
    CHECK(desk.counted() == 1);
}

TEST_CASE("in a group a refused event leaves those before it standing")
{
    Desk desk;
    database::Transaction open{*desk.connection};

    const auto added = desk.books.post_one(open, record(1));
    const auto gap = desk.books.post_one(open, record(5));
    const Event own{desk.books.write_one(open, 3, 9, miss())};
    open.commit();

    CHECK(added == Appended::added);
    CHECK(gap.error().code == "journal.gap");
    CHECK(own.number == 2);
    CHECK(desk.counted() == 2);
}

TEST_CASE("several offices on one server write one dense sequence of numbers and positions")
{
    if (tests::postgres_server().empty()) {
        WARN("skipped: GUITAI_TEST_POSTGRES names no server");
        return;
    }
    const tests::FreshPostgres place;
    const Desk first{place.url()};
    constexpr int offices{3};
    constexpr int posts_each{20};

    std::vector<std::thread> threads;
    for (int office{0}; office < offices; ++office) {
        threads.emplace_back([&] {
            const auto connection = database::open(place.url());
            Misses misses;
            Books books{*connection, {&misses}};
            for (int i{0}; i < posts_each; ++i) (void)books.write(office_origin, 1'000, {miss(), miss("C-2")});
        });
    }
    for (std::thread& thread : threads) thread.join();

    const auto lines = first.books.journal().after_position(0, 1'000);
    REQUIRE(lines.size() == std::size_t{offices} * posts_each * 2);
    for (std::size_t i{0}; i < lines.size(); ++i) {
        CHECK(lines[i].position == static_cast<std::int64_t>(i) + 1);
        CHECK(lines[i].number == static_cast<std::int64_t>(i) + 1);
    }
    CHECK(first.counted() == std::int64_t{offices} * posts_each * 2);
}

TEST_CASE("a post on a server refuses, repeats and falls back as on a file")
{
    if (tests::postgres_server().empty()) {
        WARN("skipped: GUITAI_TEST_POSTGRES names no server");
        return;
    }
    const tests::FreshPostgres place;
    Desk desk{place.url()};
    REQUIRE(desk.books.post(std::vector<Record>{record(1), record(2)}));

    const auto repeated = desk.books.post(std::vector<Record>{record(2), record(3)});
    const auto forked = desk.books.post(std::vector<Record>{record(4), record(3, "C-9")});
    desk.misses.breaks_at = 4;
    CHECK_THROWS_AS(desk.books.post(std::vector<Record>{record(4)}), database::DatabaseError);

    REQUIRE(repeated);
    CHECK(repeated->repeated == 1);
    CHECK(repeated->added == 1);
    CHECK(forked.error().code == "journal.fork");
    CHECK(desk.counted() == 3);
    CHECK(desk.books.journal().head(3).number == 3);
}

TEST_CASE("after a migration everything is worked out again from the journal, once")
{
    std::optional<tests::FreshPostgres> place;
    const bool on_a_server{GENERATE(false, true)};
    if (on_a_server && tests::postgres_server().empty()) {
        WARN("skipped: GUITAI_TEST_POSTGRES names no server");
        return;
    }
    if (on_a_server) place.emplace();
    Desk desk{place ? place->url() : "sqlite::memory:"};
    REQUIRE(database::migrate(*desk.connection, "desk", std::span{moving}.first(1)));
    CHECK(desk.books.refold_if_outdated("desk"));
    CHECK_FALSE(desk.books.refold_if_outdated("desk"));
    desk.books.write(3, 1'000, {miss("A"), miss("B"), miss("A")});
    desk.connection->run("DELETE FROM misses WHERE style = 'A'"); // As if the table were new.

    CHECK_FALSE(desk.books.refold_if_outdated("desk"));
    CHECK(desk.counted() == 1);
    REQUIRE(database::migrate(*desk.connection, "desk", moving));
    CHECK(desk.books.refold_if_outdated("desk"));

    CHECK(desk.counted() == 3);
    CHECK_FALSE(desk.books.refold_if_outdated("desk"));
}

TEST_CASE("working out again is all or nothing")
{
    Desk desk;
    desk.books.write(3, 1'000, {miss("A"), miss("B")});
    desk.misses.breaks_at = 2;

    CHECK_THROWS_AS(desk.books.refold_if_outdated("desk"), database::DatabaseError);

    CHECK(desk.counted() == 2);
    desk.misses.breaks_at = -1;
    CHECK(desk.books.refold_if_outdated("desk"));
    CHECK(desk.counted() == 2);
}

TEST_CASE("books that this program can not read are left as they are, a spoilt line or two are skipped")
{
    const auto spoil = [](Desk& desk, int lines) {
        desk.connection->run("UPDATE journal SET text = '{}' WHERE position <= " + std::to_string(lines));
    };
    std::vector<EventBody> many(20, miss("A"));
    Desk spoilt;
    spoilt.books.write(3, 1'000, many);
    spoil(spoilt, 2);
    CHECK(spoilt.books.refold_if_outdated("desk"));
    CHECK(spoilt.counted() == 18);

    Desk foreign;
    foreign.books.write(3, 1'000, many);
    spoil(foreign, 15);
    CHECK_THROWS_AS(foreign.books.refold_if_outdated("desk"), database::DatabaseError);
    CHECK(foreign.counted() == 20);
}
