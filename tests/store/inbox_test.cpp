#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::test;

namespace {

std::string line(std::int64_t number, EventBody body, TillNumber origin = office_origin)
{
    return encode({origin, number, morning_ms, std::move(body)});
}

std::vector<std::string> members(std::int64_t first, std::int64_t last)
{
    std::vector<std::string> lines;
    for (std::int64_t number{first}; number <= last; ++number) {
        MemberProfile profile;
        profile.member = {"M" + std::to_string(number)};
        profile.phone = std::to_string(13'800'000'000 + number);
        lines.push_back(line(number, MemberSet{profile, 0, 0}));
    }
    return lines;
}

} // namespace

TEST_CASE("the office's lines are kept once, and the cursor is the journal's own")
{
    OpenTill till;

    CHECK(till.store().inbox().accept(members(1, 120)) == 120U);
    CHECK(till.store().inbox().accept(members(100, 130)) == 10U);

    CHECK(till.store().inbox().cursor() == 130);
    CHECK(till.store().members().find("M130"));
}

TEST_CASE("lines with a gap, of another writer or of no sense are refused")
{
    OpenTill till;
    REQUIRE(till.store().inbox().accept(members(1, 2)));

    CHECK(till.store().inbox().accept(members(4, 5)).error().code == "journal.gap");
    CHECK(till.store().inbox().accept({line(3, SignedOut{{"王芳"}}, 12)}).error().code == "sync.not_from_office");
    CHECK(till.store().inbox().accept({"{\"no\":\"event\"}"}).error().code == "event.unreadable");
    CHECK(till.store().inbox().accept({line(2, SignedOut{{"王芳"}})}).error().code == "journal.fork");
    CHECK(till.store().inbox().cursor() == 2);
}

TEST_CASE("what the office has not confirmed is pending and found by the reader of the sync thread")
{
    OpenTill till;
    const auto reader = till.store().folder().open_reader();
    const Outbox outbox{*reader, own_till};
    for (int i{0}; i < 5; ++i) till.did(SignedOut{{"王芳"}});
    till.told(PlaceSet{});

    CHECK(till.store().inbox().pending() == 5);
    CHECK(outbox.after_confirmed(100, 256'000).size() == 5);
    CHECK(outbox.news().number == 1);

    till.store().inbox().confirm(3);
    CHECK(till.store().inbox().pending() == 2);
    REQUIRE(outbox.after_confirmed(100, 256'000).size() == 2);
    CHECK(outbox.after_confirmed(100, 256'000).front().number == 4);
    CHECK(outbox.head().number == 5);

    till.reopen();
    CHECK(till.store().inbox().confirmed() == 3);
}

TEST_CASE("an office put back to an older copy is given again what it lost")
{
    OpenTill till;
    const auto reader = till.store().folder().open_reader();
    const Outbox outbox{*reader, own_till};
    for (int i{0}; i < 5; ++i) till.did(SignedOut{{"王芳"}});
    till.store().inbox().confirm(5);

    till.store().inbox().confirm(2);

    CHECK(till.store().inbox().pending() == 3);
    REQUIRE(outbox.after_confirmed(100, 256'000).size() == 3);
    CHECK(outbox.after_confirmed(100, 256'000).front().number == 3);
}

TEST_CASE("own events that the office still had come back into an older copy and count as confirmed")
{
    OpenTill till;
    till.did(SignedOut{{"王芳"}});
    const std::string second{encode({own_till, 2, 1, SignedOut{{"王芳"}}})};
    const std::int64_t next{till.store().inbox().cursor() + 1};
    const std::string news{members(next, next).front()};
    const std::string third{encode({own_till, 3, 1, SignedOut{{"王芳"}}})};

    CHECK(till.store().inbox().accept({second, news, third}) == 3U);

    CHECK(till.store().inbox().confirmed() == 3);
    CHECK(till.store().inbox().pending() == 0);
    till.did(SignedOut{{"王芳"}});
    CHECK(till.store().inbox().pending() == 1);
    CHECK(till.store().inbox().accept({encode({own_till + 1, 1, 1, SignedOut{{"王芳"}}})}).error().code ==
          "sync.not_from_office");
    CHECK(till.store().inbox().accept({encode({own_till, 4, 2, SignedOut{{"李强"}}})}).error().code == "journal.fork");
}

TEST_CASE("a slice is small, and never nothing")
{
    std::vector<std::string> lines(200, std::string(100, 'x'));
    CHECK(Inbox::slice_of(lines, 0) == 25);
    CHECK(Inbox::slice_of(lines, 190) == 10);
    lines.insert(lines.begin(), std::string(500'000, 'x'));
    CHECK(Inbox::slice_of(lines, 0) == 1);
}

TEST_CASE("a print job stands or falls with its event and is gone when it is on paper")
{
    OpenTill till;
    std::vector<EventBody> bodies{sale("R1", 1, {sale_line("A1", 1, 19'900)})};
    till.store().ledger().write(bodies, {{"收据\n", true, "R1"}, {"副本\n", false, ""}});
    till.reopen();

    auto jobs = till.store().print_jobs().after(0, 10);
    REQUIRE(jobs.size() == 2);
    CHECK(jobs[0].second.text == "收据\n");
    CHECK(jobs[0].second.open_drawer);
    CHECK(jobs[0].second.barcode == "R1");

    till.store().print_jobs().done(jobs[0].first);
    till.store().print_jobs().done(jobs[1].first);
    CHECK(till.store().print_jobs().after(0, 10).empty());

    // Numbers are never given twice: whoever remembers the last one misses nothing.
    till.store().ledger().write(bodies, {{"下一张\n", false, ""}});
    CHECK(till.store().print_jobs().after(jobs[1].first, 10).size() == 1);

    till.store().ledger().leave_out_paper();
    till.store().ledger().write(bodies, {{"没有打印机\n", false, ""}});
    CHECK(till.store().print_jobs().after(jobs[1].first, 10).size() == 1);
}
