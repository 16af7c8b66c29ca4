// The same small world with every rule kept, in all the trouble there is: nothing is ever wrong.
#include "tests/leases/world.hpp"
#include "tests/support/catch.hpp"

#include <spdlog/spdlog.h>

#include <cstdlib>

using namespace guitai::leases;

namespace {

// GUITAI_LEASE_SEEDS lives more of them.
std::uint64_t seeds()
{
    const char* const given{std::getenv("GUITAI_LEASE_SEEDS")};
    return given == nullptr ? 8 : std::strtoull(given, nullptr, 10);
}

Counts live(Plan plan)
{
    spdlog::set_level(spdlog::level::off); // The office says what it thinks of a till with two stories.
    Counts all;
    for (plan.seed = 1; plan.seed <= seeds(); ++plan.seed) {
        LeaseWorld world{plan};
        std::string wrong;
        for (const std::string& one : world.live()) wrong += one + '\n';
        INFO("seed " << plan.seed << "\n" << wrong);
        CHECK(wrong.empty());
        all.spends += world.counts().spends;
        all.offline_spends += world.counts().offline_spends;
        all.restores += world.counts().restores;
        all.crashes += world.counts().crashes;
        all.copies += world.counts().copies;
        all.put_backs += world.counts().put_backs;
    }
    return all;
}

} // namespace

TEST_CASE("points at two tills over a bad line, with crashes and refunds, are never spent twice")
{
    const Counts all{live({})};
    CHECK(all.spends > 60);
    CHECK(all.offline_spends > 10);
    CHECK(all.restores > 20);
    CHECK(all.crashes > 10);
}

TEST_CASE("points at a till whose disk is copied or rewound are never spent twice")
{
    Plan plan;
    plan.copy = 25;
    plan.rewind = 15;
    const Counts all{live(plan)};
    CHECK(all.spends > 60);
    CHECK(all.copies > 5);
}

TEST_CASE("points of an office that is put back to an older copy, again and again, are never spent twice")
{
    Plan plan;
    plan.put_back = 20;
    const Counts all{live(plan)};
    CHECK(all.spends > 60);
    CHECK(all.put_backs > 8);
}

TEST_CASE("points of members who become one and two again, at tills of which one is written off, stay within the bound")
{
    Plan plan;
    plan.merge = 20;
    plan.write_off = 8;
    plan.together = 30;
    plan.claims_too_much = true;
    CHECK(live(plan).spends > 60);
}
