#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Counter;

TEST_CASE("a clerk signs in with a name and a PIN")
{
    Counter counter;

    REQUIRE(counter.refusal(SignIn{"王芳", "2468"}).empty());

    REQUIRE(counter.view().session.staff);
    CHECK(counter.view().session.staff->name.text == "王芳");
    CHECK(counter.view().session.staff->role == Role::clerk);
}

TEST_CASE("nothing but signing in, the clock and sync is done for a stranger")
{
    Counter counter;

    CHECK(counter.refusal(ScanBarcode{"6900000000059"}) == "staff.not_signed_in");
    CHECK(counter.refusal(OpenShift{}) == "staff.not_signed_in");
    CHECK(counter.refusal(CloseDay{}) == "staff.not_signed_in");
    CHECK(counter.refusal(SetClock{"2026-11-22T09:00:00+08:00"}).empty());
    CHECK(counter.refusal(SyncNow{}).empty());
}

TEST_CASE("a try is written down before the PIN is looked at")
{
    Counter counter;
    counter.books.disk_full = true;

    CHECK_THROWS(counter.handle(SignIn{"王芳", "2468"}));

    CHECK(counter.pins.asked == 0);
}

TEST_CASE("a wrong PIN says how many tries are left, and the fifth locks for ten minutes")
{
    Counter counter;

    for (const char* const left : {"4", "3", "2", "1", "0"}) {
        const auto refused = counter.handle(SignIn{"王芳", "0000"});
        REQUIRE_FALSE(refused);
        CHECK(refused.error() == Refusal{"sign_in.wrong", left});
    }

    const auto locked = counter.handle(SignIn{"王芳", "2468"});
    REQUIRE_FALSE(locked);
    CHECK(locked.error() == Refusal{"sign_in.locked", "10"});
    CHECK(counter.view().session.people[0].locked_until_ms == test::morning_ms + 10 * test::minute_ms);
    CHECK(counter.books.all<SignInTried>().size() == 5);
}

TEST_CASE("a lock ends after ten minutes and the right PIN forgives the tries before it")
{
    Counter counter;
    for (int n{0}; n < 5; ++n) (void)counter.handle(SignIn{"王芳", "0000"});
    counter.clock.at_ms += 10 * test::minute_ms;

    REQUIRE(counter.refusal(SignIn{"王芳", "2468"}).empty());
    CHECK(counter.handle(SignIn{"王芳", "0000"}).error().detail == "4");
}

TEST_CASE("a lock survives a restart of the till")
{
    Counter counter;
    for (int n{0}; n < 5; ++n) (void)counter.handle(SignIn{"王芳", "0000"});

    counter.restart();

    CHECK(counter.refusal(SignIn{"王芳", "2468"}) == "sign_in.locked");
}

TEST_CASE("a name that nobody has is refused in the same words, tries and lock included")
{
    Counter counter;

    CHECK(counter.handle(SignIn{"nobody", "2468"}).error() == Refusal{"sign_in.wrong", "4"});
    CHECK(counter.pins.asked == 1);
    for (int n{0}; n < 4; ++n) (void)counter.handle(SignIn{"nobody", "2468"});
    CHECK(counter.refusal(SignIn{"nobody", "2468"}) == "sign_in.locked");
}

TEST_CASE("one person's lock leaves the others at work")
{
    Counter counter;
    for (int n{0}; n < 5; ++n) (void)counter.handle(SignIn{"王芳", "0000"});

    CHECK(counter.refusal(SignIn{"李雪", "1357"}).empty());
}

TEST_CASE("the next person signs in over the first, and the ticket stays on the counter")
{
    Counter counter;
    counter.open();
    counter.must(ScanBarcode{"6900000000059"});

    counter.must(SignIn{"李雪", "1357"});

    CHECK(counter.view().cart.lines.size() == 1);
    CHECK(counter.books.all<SignedOut>().back().staff.text == "王芳");
    CHECK(counter.view().session.shift == 1);
}

TEST_CASE("people are listed with the owner after the clerks")
{
    const Counter counter;

    REQUIRE(counter.view().session.people.size() == 4);
    CHECK(counter.view().session.people[0].name.text == "王芳");
    CHECK(counter.view().session.people[2].name.text == "陈店长");
}
