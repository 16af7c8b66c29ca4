// Two processes of one head office, each with its own connection, and one purse between
// them: grants and returns as fast as they can, and not a unit too many.
#include "tests/office/lease_desk.hpp"
#include "tests/support/seed.hpp"
#include "tests/support/temp_folder.hpp"

#include <atomic>
#include <random>
#include <thread>

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

constexpr std::int64_t points{1'000};
constexpr int rounds{150};

// Asks and gives back, at its own till.
void work(const std::string& url, TillNumber till, std::int64_t epoch, unsigned seed, std::atomic<int>& granted)
{
    const auto connection = database::open(url);
    StandingClock clock;
    CountingChance chance;
    const auto office = Office::open(*connection, clock, chance);
    if (!office) return;
    std::mt19937 random{seed};
    std::int64_t number{1};
    const auto write = [&](EventBody body) {
        const auto batch = read_batch(till, encode({till, ++number, clock.at_ms, std::move(body)}));
        database::Transaction open{*connection};
        (void)take_in(**office, open, *batch);
        open.commit();
    };
    for (int round{1}; round <= rounds; ++round) {
        database::Transaction open{*connection};
        const auto amount = static_cast<std::int64_t>(1 + random() % 700);
        const auto line = grant_lease(**office, open, {till, epoch, "", round, nora, amount});
        open.commit();
        if (!line) continue;
        ++granted;
        const auto lease = std::get<LeaseGranted>(decode(*line)->body);
        write(LeaseReturned{lease.lease, lease.account, {}});
    }
}

void race(const std::string& url, unsigned seed)
{
    FreshOffice fresh{url};
    furnish(fresh);
    LeaseDesk desk{fresh};
    desk.give(nora, points);
    const std::int64_t first{desk.start(1, "aa")};
    const std::int64_t second{desk.start(2, "bb")};
    std::atomic<int> granted{0};

    std::thread one{[&] { work(url, 1, first, seed, granted); }};
    std::thread two{[&] { work(url, 2, second, seed + 1, granted); }};
    one.join();
    two.join();

    CHECK(granted > 0);
    CHECK(desk.of(nora).available == points);
    CHECK(desk.of(nora).leased == 0);
    CHECK(desk.faults() == std::vector<std::string>{});
}

} // namespace

TEST_CASE("two processes of the office never lend one point twice")
{
    const unsigned seed{guitai::test::seed_of_this_run()};
    INFO("GUITAI_SEED=" << seed);
    {
        INFO("on SQLite");
        const guitai::test::TempFolder folder;
        race("sqlite:" + (folder.path() / "office.db").string(), seed);
    }
    if (guitai::tests::postgres_server().empty()) return;
    INFO("on PostgreSQL");
    const guitai::tests::FreshPostgres place;
    race(place.url(), seed);
}
