// The head office was put back to an older copy: its till puts the news that is gone aside, keeps
// everything of its own, and goes on in the new history.
#include "sync/journal/verify.hpp"
#include "terminal/store/projections/all.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::test;

namespace {

std::string line(std::int64_t number, EventBody body)
{
    return encode({office_origin, number, morning_ms, std::move(body)});
}

MemberSet known(int number)
{
    return {member("M" + std::to_string(number), std::to_string(13'800'000'000 + number), "林晓梅"), 0, 0};
}

LeaseGranted granted(const std::string& lease, std::int64_t points, const std::string& generation = "g1")
{
    LeaseGranted made;
    made.lease = lease;
    made.till = own_till;
    made.epoch = 1;
    made.generation = generation;
    made.account = "M1";
    made.lots = {{"lot", LotKind::points, points, "2025-03-08", "2027-12-31"}};
    return made;
}

OfficeRestored restored(const std::string& generation, const std::string& before = "g1")
{
    return {generation, before, "witness", "", 0};
}

SaleCompleted spending(const std::string& receipt, const std::string& lease, std::int64_t points)
{
    SaleCompleted made{sale(receipt, 1, {sale_line("PS01", 1, 12'900)})};
    PointsRedeemed spent;
    spent.account = "M1";
    spent.member = {"M1"};
    spent.amount = points;
    spent.lots = {{"lot", lease, points, "2027-12-31"}};
    made.spent = {spent};
    return made;
}

// A till that heard of three events, of which the office forgot the last two; it spent of the lease among them.
struct Forgotten {
    Forgotten()
    {
        REQUIRE(till.store().inbox().accept({line(1, known(1))}));
        common = {"g2", 1, journal().head(office_origin).chain, {}};
        REQUIRE(till.store().inbox().accept({line(2, granted("0/2", 100)), line(3, known(3))}));
        till.did(spending("S01-71-000001", "0/2", 30));
    }

    [[nodiscard]] Journal& journal() { return till.store().books().journal(); }
    [[nodiscard]] Result<void> follow() { return till.store().inbox().follow({common}); }
    [[nodiscard]] std::string told(std::vector<std::string> lines)
    {
        const auto kept = till.store().inbox().accept(lines);
        return kept ? "" : kept.error().code;
    }
    [[nodiscard]] Outbox outbox() { return Outbox{till.store().books().connection(), own_till}; }
    [[nodiscard]] std::vector<std::string> faults()
    {
        return verify(
                   till.store().books().connection(), [](auto& empty) { (void)migrate_store(empty); },
                   [] { return make_projections({own_till, {"S01"}}); })
            .problems;
    }

    OpenTill till;
    HistoryBegan common;
};

} // namespace

TEST_CASE("what the office forgot is put aside, and every event of the till's own stays")
{
    Forgotten books;
    const ChainHead own{books.journal().head(own_till)};

    REQUIRE(books.follow());

    CHECK(books.journal().head(office_origin) == ChainHead{1, books.common.chain});
    CHECK(books.journal().head(own_till) == own);
    CHECK_FALSE(books.till.store().members().find("M3"));
    CHECK(books.till.store().members().find("M1"));
    CHECK_FALSE(books.till.store().points().lease("0/2"));
    CHECK(books.faults().empty());
    REQUIRE(books.outbox().forgotten_grants().size() == 1);
    CHECK(books.outbox().forgotten_grants().front() == line(2, granted("0/2", 100)));
}

TEST_CASE("an erasure that the office forgot waits for no line of hers any more")
{
    Forgotten books;
    const MemberNote note{{"N1"}, NoteKind::request, "一把椅子", "2026-11-22"};
    const std::int64_t last{books.till.did(MemberNoted{{"M1"}, note, false, {"S01"}, {"王芳"}})};
    CHECK(books.told({line(4, MemberErased{{"M1"}, {"韩"}})}) == "");
    CHECK(books.till.store().member_files().notes({"M1"}).empty());

    REQUIRE(books.follow());
    books.till.store().inbox().confirm(last);

    CHECK(books.till.store().member_files().notes({"M1"}).size() == 1);
    const auto lines = books.journal().after(own_till, last - 1, 1);
    CHECK(lines.front().text.find(note.about) != std::string::npos);
}

TEST_CASE("following the same history again changes nothing, and only that history may go on")
{
    Forgotten books;
    REQUIRE(books.follow());
    REQUIRE(books.follow());

    CHECK(books.told({line(2, granted("0/2", 100))}) == "journal.fork"); // Was on its way all the time.
    books.till.reopen();
    CHECK(books.told({line(2, granted("0/2", 100))}) == "journal.fork");
    CHECK(books.told({line(2, restored("g3"))}) == "journal.fork");
    CHECK(books.told({line(2, restored("g2")), line(3, known(7))}) == "");
    CHECK(books.outbox().generation() == "g2");
    CHECK(books.till.store().inbox().follow({books.common}));
    CHECK(books.journal().head(office_origin).number == 3);
}

TEST_CASE("a lease that came with forgotten news is here again with what is left of it once the office says so")
{
    Forgotten books;
    REQUIRE(books.follow());

    CHECK(books.told({line(2, restored("g2")), line(3, granted("0/2", 70, "g2"))}) == "");

    const auto lease = books.till.store().points().lease("0/2");
    REQUIRE(lease);
    CHECK(lease->lots.front().amount == 70);
    CHECK(books.faults().empty());
}

TEST_CASE("a second time put back, a lease is still shown as it was when it was new")
{
    Forgotten books;
    REQUIRE(books.follow());
    REQUIRE(books.told({line(2, restored("g2"))}) == "");
    const HistoryBegan second{"g3", 2, books.journal().head(office_origin).chain, {}};
    REQUIRE(books.told({line(3, granted("0/2", 70, "g2")), line(4, granted("0/4@g2", 5, "g2"))}) == "");

    REQUIRE(books.till.store().inbox().follow({books.common, second}));

    CHECK(books.journal().head(office_origin).number == 2);
    const auto grants = books.outbox().forgotten_grants();
    CHECK(grants == std::vector<std::string>{line(2, granted("0/2", 100)), line(4, granted("0/4@g2", 5, "g2"))});
    CHECK(books.told({line(3, restored("g3", "g2"))}) == "");
    CHECK(books.faults().empty());
}

TEST_CASE("a lease that a phone brought is shown to an office that forgot it, and one that the feed brought too once")
{
    Forgotten books;
    const std::string carried{line(5, granted("0/5", 40))};
    books.till.did(LeaseBrought{carried});
    books.till.did(LeaseBrought{line(2, granted("0/2", 100))});

    REQUIRE(books.follow());

    CHECK(books.outbox().forgotten_grants() == std::vector<std::string>{line(2, granted("0/2", 100)), carried});
    CHECK(books.faults().empty());
}

TEST_CASE("a till that shares nothing with the office's history keeps its own")
{
    Forgotten books;
    books.common.chain = chain_of_nothing();

    CHECK(books.follow().error().code == "feed.other_history");

    CHECK(books.journal().head(office_origin).number == 3);
}

TEST_CASE("a till that is behind the place where the history began forgets nothing")
{
    Forgotten books;
    const ChainHead head{books.journal().head(office_origin)};
    books.common = {"g2", 7, std::string(64, 'f'), {{5, std::string(64, 'e')}, {3, head.chain}}};

    REQUIRE(books.follow());

    CHECK(books.journal().head(office_origin) == head);
    CHECK(books.outbox().forgotten_grants().empty());
}

TEST_CASE("an office that said more before it knew that it was put back is met further back")
{
    Forgotten books;
    const std::string common{books.common.chain};
    books.common = {"g2", 3, std::string(64, 'f'), {{2, std::string(64, 'e')}, {1, common}}};

    REQUIRE(books.follow());

    CHECK(books.journal().head(office_origin) == ChainHead{1, common});
    CHECK(books.told({line(2, known(7)), line(3, known(8)), line(4, restored("g2"))}) == "");
}

TEST_CASE("the till knows whether its office lends again")
{
    OpenTill till;
    CHECK_FALSE(till.store().points().office_recovering());

    till.told(restored("g2"));
    CHECK(till.store().points().office_recovering());
    till.told(OfficeRecovered{"g2"});

    CHECK_FALSE(till.store().points().office_recovering());
}
