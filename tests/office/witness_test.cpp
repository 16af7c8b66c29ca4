// Who tells that books were put back: a file apart from them, and the tills.
#include "tests/office/put_back.hpp"
#include "tests/office/signing_till.hpp"

#include "tests/support/folders.hpp"

#include <filesystem>
#include <fstream>

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

struct Place {
    Place() : folder{std::filesystem::temp_directory_path() / ("guitai-witness-" + std::to_string(::getpid()))}
    {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
    }
    ~Place() { std::filesystem::remove_all(folder); }
    [[nodiscard]] std::filesystem::path file() const { return folder / "witness"; }

    void tear(std::streamoff at) const
    {
        std::fstream bytes{file(), std::ios::in | std::ios::out | std::ios::binary};
        bytes.seekp(at);
        bytes << "torn";
    }

    std::filesystem::path folder;
};

std::string hear(PutBackDesk& desk, Witness& witness)
{
    database::Transaction open{*desk.fresh.connection};
    const auto heard = hear_witness(*desk.fresh.office, open, witness);
    if (!heard) return heard.error().code;
    open.commit();
    desk.fresh.office->believe(witness);
    return desk.recovering() ? "recovering" : "well";
}

// As the writer does it.
std::string ask_witnessed(PutBackDesk& desk, TillNumber till, std::int64_t epoch, std::int64_t ask)
{
    database::Transaction open{*desk.fresh.connection};
    const auto line = grant_lease(*desk.fresh.office, open, {till, epoch, "", ask, nora, 10});
    desk.fresh.office->call_witness(open);
    open.commit();
    return line ? *line : line.error().code;
}

} // namespace

TEST_CASE("a witness remembers the last note, and the one before it where the last was torn")
{
    const Place place;
    WitnessFile witness{place.file()};
    CHECK_FALSE(witness.noted());
    const BooksStand first{"aa", "g1", 5, 2};
    const BooksStand second{"aa", "g1", 9, 2};
    witness.note(first);
    witness.note(second);
    CHECK(WitnessFile{place.file()}.noted() == second);

    place.tear(4'096 + 20);
    CHECK(witness.noted() == first);
    place.tear(20);
    CHECK_FALSE(witness.noted());
    witness.note(second);
    CHECK(witness.noted() == second);
}

TEST_CASE("a witness that can not be written lends nothing")
{
    WitnessFile nowhere{"/nonexistent/folder/witness"};
    CHECK_THROWS_AS(nowhere.note({"aa", "g1", 5, 2}), WitnessFailed);
}

TEST_CASE("books that are as far as their witness go on lending, and behind it they recover")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        const Place place;
        WitnessFile witness{place.file()};
        CHECK(hear(desk, witness) == "well");
        desk.give(nora, 100);
        const auto epoch = desk.start(1, "aa");
        CHECK(hear(desk, witness) == "well");
        OldCopy copy{desk.fresh};
        REQUIRE(ask_witnessed(desk, 1, epoch, 1) != "lease.not_enough");
        CHECK(hear(desk, witness) == "well");

        copy.put_back();
        CHECK(hear(desk, witness) == "recovering");
        const auto restored = desk.last<OfficeRestored>();
        CHECK(restored.cause == "witness");
        CHECK(hear(desk, witness) == "recovering");
        CHECK(desk.last<OfficeRestored>().generation == restored.generation);
        CHECK(witness.noted()->generation == restored.generation);
    });
}

TEST_CASE("a witness that is gone proves nothing, so the books are taken for an older copy")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        const Place place;
        WitnessFile witness{place.file()};
        REQUIRE(hear(desk, witness) == "well");

        std::filesystem::remove(place.file());

        CHECK(hear(desk, witness) == "recovering");
    });
}

TEST_CASE("a copy from before the last recovery is known by the name of its history")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        const Place place;
        WitnessFile witness{place.file()};
        REQUIRE(hear(desk, witness) == "well");
        OldCopy copy{desk.fresh};
        desk.begin_history();
        REQUIRE(hear(desk, witness) == "recovering");
        copy.put_back();
        for (int i{0}; i < 5; ++i) desk.give(nora, 1); // By number it is further than the witness.

        CHECK(hear(desk, witness) == "recovering");
        CHECK(desk.last<OfficeRestored>().cause == "witness");
    });
}

TEST_CASE("a witness of another office is refused")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        const Place place;
        WitnessFile witness{place.file()};
        witness.note({"another", "g1", 5, 2});

        CHECK(hear(desk, witness) == "witness.other_office");
    });
}

TEST_CASE("a till that was enrolled after the copy was made is waited for, and its number is never given again")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        const Place place;
        WitnessFile witness{place.file()};
        REQUIRE(hear(desk, witness) == "well");
        OldCopy copy{desk.fresh};
        desk.fresh.say(TillEnrolled{3, {"S01"}, std::string(64, 'c'), false});
        {
            database::Transaction open{*desk.fresh.connection};
            desk.fresh.office->call_witness(open);
            open.commit();
        }
        copy.put_back();

        CHECK(hear(desk, witness) == "recovering");
        CHECK(desk.last<OfficeRestored>().tills_through == 3);
        CHECK(last_till(*desk.fresh.connection) == 3);
    });
}

namespace {

// A till at the door that read the news so far.
struct AtTheDoor {
    explicit AtTheDoor(PutBackDesk& office) : desk{office}, door{office.fresh}
    {
        till.number = Json::parse(door.enrol(door.code(), till).body)["till"].get<TillNumber>();
    }
    [[nodiscard]] Response feed(const ChainHead& news, const std::string& generation = {}, std::int64_t confirmed = 0)
    {
        return door.send(till.sign("GET", "/v1/feed?after=" + std::to_string(news.number) + "&chain=" + news.chain +
                                              "&generation=" + generation +
                                              "&confirmed=" + std::to_string(confirmed)));
    }
    [[nodiscard]] ChainHead news() { return desk.fresh.office->books().journal().head(office_origin); }
    [[nodiscard]] static std::string code(const Response& response) { return Json::parse(response.body)["code"]; }

    PutBackDesk& desk;
    Door door;
    SigningTill till{1};
};

} // namespace

TEST_CASE("a till that knows more news than the office proves that its books were put back, once")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        AtTheDoor at{desk};
        OldCopy copy{desk.fresh};
        const ChainHead common{at.news()};
        desk.give(nora, 100);
        const ChainHead before{at.news()};
        copy.put_back();

        const Response told{at.feed(before)};
        CHECK(told.status == 409);
        CHECK(at.code(told) == "office.restored");
        const Json began = Json::parse(told.body)["histories"][0];
        CHECK(began["number"] == common.number);
        CHECK(began["chain"] == common.chain);
        CHECK(desk.last<OfficeRestored>().cause == "till");
        CHECK(at.code(at.feed(before)) == "office.restored");
        CHECK(desk.fresh.news_of<OfficeRestored>().size() == 1);

        const Json head{{"generation", began["generation"]}, {"through", 0}};
        CHECK(at.door.send(at.till.sign("POST", "/v1/restored", head.dump() + "\n")).status == 200);
        CHECK(at.feed(common).status == 200);
        CHECK(at.code(at.feed(before)) == "office.restored"); // Its disk was put back as well: no other history begins.
        CHECK(desk.fresh.news_of<OfficeRestored>().size() == 1);
    });
}

TEST_CASE("an office that holds less of a till than it said proves it as well")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        AtTheDoor at{desk};
        const ChainHead news{at.news()};
        CHECK(at.feed(news, "", 0).status == 200);

        CHECK(at.code(at.feed(news, "", 1)) == "office.restored");
        CHECK(desk.recovering());
    });
}

TEST_CASE("books that are put back a second time begin another history")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        AtTheDoor at{desk};
        const auto first = desk.begin_history();
        REQUIRE(at.door.send(at.till.sign("POST", "/v1/restored",
                                          Json{{"generation", first}, {"through", 0}}.dump())).status == 200);
        OldCopy copy{desk.fresh};
        desk.give(nora, 1);
        const ChainHead before{at.news()};
        copy.put_back();

        const Response told{at.feed(before, first)};

        CHECK(at.code(told) == "office.restored");
        CHECK(Json::parse(told.body)["histories"].size() == 2);
        CHECK(desk.last<OfficeRestored>().before == first);
    });
}

TEST_CASE("a till shows only grants, and only its own")
{
    on_each_put_back_desk([](PutBackDesk& desk) {
        AtTheDoor at{desk};
        const auto generation = desk.begin_history();
        const std::string head{Json{{"generation", generation}, {"through", 0}}.dump() + "\n"};
        LeaseGranted granted;
        granted.lease = "0/9";
        granted.till = at.till.number + 1;
        granted.account = nora;
        granted.lots = {{"0/1", LotKind::points, 5, "2026-01-01", "2027-12-31"}};
        const auto show = [&](const std::string& body) {
            return at.code(at.door.send(at.till.sign("POST", "/v1/restored", body)));
        };

        CHECK(show("{}") == "event.unreadable");
        CHECK(show(head + desk.fresh.line(0, 9, SignedOut{{"王芳"}})) == "event.unreadable");
        CHECK(show(head + desk.fresh.line(0, 9, granted)) == "lease.not_yours");
        granted.till = at.till.number;
        granted.lots.front().amount = -5;
        CHECK(show(head + desk.fresh.line(0, 9, granted)) == "event.unreadable");
        CHECK(show(Json{{"generation", "another"}, {"through", 0}}.dump()) == "office.restored");
    });
}
