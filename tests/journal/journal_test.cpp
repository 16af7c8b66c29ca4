#include "sync/journal/journal.hpp"

#include "tests/support/catch.hpp"

using namespace guitai;

namespace {

struct Shelf {
    std::unique_ptr<database::Connection> connection{database::open("sqlite::memory:")};
    Journal journal{*connection};

    Shelf() { REQUIRE(Journal::migrate(*connection)); }

    Result<Appended> append(const Record& record)
    {
        database::Transaction open{*connection};
        auto appended = journal.append(open, record);
        open.commit();
        return appended;
    }
};

Record miss(TillNumber origin, std::int64_t number, const std::string& style = "C-1")
{
    MissRecorded body;
    body.style = StyleId{style};
    return record_of({origin, number, 1'700'000'000'000, body});
}

} // namespace

TEST_CASE("an event that comes twice is kept once")
{
    Shelf shelf;
    const Record first{miss(3, 1)};

    const auto added = shelf.append(first);
    const auto repeated = shelf.append(first);

    CHECK(added == Appended::added);
    CHECK(repeated == Appended::already_here);
    CHECK(shelf.journal.after(3, 0, 10).size() == 1);
}

TEST_CASE("the same number with another story is refused as a fork")
{
    Shelf shelf;
    REQUIRE(shelf.append(miss(3, 1, "C-1")));

    const auto forked = shelf.append(miss(3, 1, "C-2"));

    REQUIRE(!forked);
    CHECK(forked.error().code == "journal.fork");
    CHECK(forked.error().detail.find("origin 3 event 1") != std::string::npos);
    CHECK(shelf.journal.head(3).number == 1);
}

TEST_CASE("an event that is not the next of its origin is refused as a gap")
{
    Shelf shelf;

    const auto early = shelf.append(miss(3, 2));

    REQUIRE(!early);
    CHECK(early.error().code == "journal.gap");
    CHECK(shelf.journal.head(3) == ChainHead{0, chain_of_nothing()});
}

TEST_CASE("each origin has a chain of its own over the bytes that came in")
{
    Shelf shelf;
    const Record first{miss(3, 1)};
    const Record second{miss(3, 2)};
    REQUIRE(shelf.append(first));
    REQUIRE(shelf.append(miss(4, 1)));
    REQUIRE(shelf.append(second));

    const ChainHead head{shelf.journal.head(3)};

    CHECK(head.number == 2);
    CHECK(head.chain == chain_link(chain_link(chain_of_nothing(), first.text), second.text));
    CHECK(shelf.journal.origins() == std::vector<TillNumber>{3, 4});
}

TEST_CASE("a chain link is SHA-256 over the link before, in hex, and the bytes")
{
    // printf '%064dabc' 0 | sha256sum
    CHECK(chain_link(chain_of_nothing(), "abc") == "b64374d04ef9c4f39fddb1e0d6be38a0130f6c057fc0f4ee467ea0e18bc758f1");
}

TEST_CASE("positions follow the order of arrival over all origins without a gap")
{
    Shelf shelf;
    REQUIRE(shelf.append(miss(3, 1)));
    REQUIRE(shelf.append(miss(4, 1)));
    REQUIRE(!shelf.append(miss(4, 9)));
    REQUIRE(shelf.append(miss(3, 2)));

    const auto lines = shelf.journal.after_position(1, 10);

    REQUIRE(lines.size() == 2);
    CHECK(lines[0].position == 2);
    CHECK(lines[0].origin == 4);
    CHECK(lines[1].position == 3);
    CHECK(lines[1].number == 2);
}

TEST_CASE("a batch of lines stops before its bytes pass the limit but is never empty")
{
    Shelf shelf;
    const std::size_t bytes{miss(3, 1).text.size() + 1};
    for (std::int64_t number{1}; number <= 5; ++number) REQUIRE(shelf.append(miss(3, number)));

    CHECK(shelf.journal.after(3, 0, 10, 2 * bytes).size() == 2);
    CHECK(shelf.journal.after(3, 0, 10, 2 * bytes - 1).size() == 1);
    CHECK(shelf.journal.after(3, 0, 10, 1).size() == 1);
    CHECK(shelf.journal.after(3, 0, 3).size() == 3);
    CHECK(shelf.journal.after(3, 5, 10).empty());
}

TEST_CASE("a line with a break or another control character in it is no record")
{
    const std::string line{miss(3, 1).text};

    CHECK(record_from(line)->text == line);
    CHECK(record_from(line + "\n").error().code == "event.unreadable");
    CHECK(record_from(line + std::string{"\0tail", 5}).error().code == "event.unreadable");
    CHECK(record_from("{}").error().code == "event.unreadable");
}
