// Every rule of the leases that somebody might leave out, left out: the oracles of a small world find each, and on the
// same seeds find nothing where the rule is kept. The rules about copies of a till are told in stories_test.cpp; a till
// that spends the balance on its screen is found out in tests/sim.
#include "tests/leases/world.hpp"
#include "tests/support/catch.hpp"

#include <spdlog/spdlog.h>

#include <string_view>

using namespace guitai::leases;

namespace {

constexpr std::uint64_t seeds_max{60};

constexpr std::string_view spent_twice{"were spent that were never earned"};
constexpr std::string_view lost{"are booked as lost"};
constexpr std::string_view refused{"the tables refuse it"};
constexpr std::string_view anything{};

std::string told(const Complaints& complaints)
{
    std::string all;
    for (const std::string& one : complaints) all += one + '\n';
    return all;
}

Complaints live(const Plan& plan)
{
    LeaseWorld world{plan};
    return world.live();
}

// Goes on from the seed of the plan, which is one that finds it early, until the rule is found out in this way; and
// keeps the rule on each of these seeds as well.
void find_out(Naive rule, Plan plan, std::string_view oracle)
{
    const std::uint64_t first{plan.seed};
    for (; plan.seed < first + seeds_max; ++plan.seed) {
        plan.rule = rule;
        const std::string found{told(live(plan))};
        plan.rule = Naive::none;
        const std::string kept{told(live(plan))};
        INFO("seed " << plan.seed << "\nthe rule left out: " << found << "\nthe rule kept: " << kept);
        CHECK(kept.empty());
        if (!found.empty() && found.find(oracle) != std::string::npos) return;
    }
    FAIL("nothing was found in " << seeds_max << " seeds");
}

Plan with_copies()
{
    Plan plan;
    plan.copy = 25;
    return plan;
}

Plan with_backups(std::uint64_t first_seed = 1)
{
    Plan plan;
    plan.seed = first_seed;
    plan.put_back = 20;
    return plan;
}

struct Quiet {
    Quiet() { spdlog::set_level(spdlog::level::off); } // The office says what it thinks of a till with two stories.
};
const Quiet quiet;

} // namespace

// ------------------------------------------------------------ points are spent twice

TEST_CASE("an office that takes points back by its clock is found out")
{
    find_out(Naive::clock_takes_back, {}, lost);
}

TEST_CASE("a till that fills its hand from its books at every start is found out")
{
    find_out(Naive::fills_hand_at_start, with_copies(), spent_twice);
}

TEST_CASE("points that are both in the purse and in the hand of the till that earned them are found out")
{
    Plan plan;
    plan.cut = 150;
    find_out(Naive::own_earnings_twice, plan, lost);
}

TEST_CASE("a lease that stays in the hand after its return is found out")
{
    find_out(Naive::keeps_returned, {}, "after it had returned it");
}

TEST_CASE("goods paid with points that bring them back twice are found out")
{
    find_out(Naive::restores_twice, {}, anything);
}

TEST_CASE("two members whose balances are added up while leases are out are found out")
{
    Plan plan;
    plan.seed = 3;
    plan.merge = 20;
    find_out(Naive::merge_adds_balances, plan, spent_twice);
}

TEST_CASE("two processes of the office that lend without a lock are found out")
{
    Plan plan;
    plan.together = 40;
    find_out(Naive::lends_without_lock, plan, anything);
}

TEST_CASE("an office that lends at once after it was put back is found out by the points it never had")
{
    find_out(Naive::lends_while_restoring, with_backups(), "are lent that were never earned");
}

TEST_CASE("an office that goes on with the same history after it was put back is found out")
{
    find_out(Naive::same_history, with_backups(2), lost);
}

// ------------------------------------------------------------ the books break

TEST_CASE("events that are counted again when they come again are found out")
{
    find_out(Naive::applies_repeats, {}, anything);
}

TEST_CASE("events that are lost on the way and not asked for are found out")
{
    find_out(Naive::passes_over_gaps, {}, anything);
}

TEST_CASE("points that expire while they are at a till are found out")
{
    Plan plan;
    plan.seed = 2;
    plan.day = 40;
    find_out(Naive::expires_leased, plan, lost);
}

TEST_CASE("a debt that is taken out of what is at tills is found out")
{
    Plan plan;
    plan.seed = 6;
    find_out(Naive::claws_leased, plan, anything);
}

TEST_CASE("a refund that comes before its sale and is dropped is found out")
{
    find_out(Naive::drops_waiting, {}, anything);
}

TEST_CASE("a debt that is not remembered is found out")
{
    Plan plan;
    plan.seed = 5;
    find_out(Naive::ignores_debt, plan, "what went back is not what was taken or is owed");
}

TEST_CASE("a till that is written off without a bound is found out")
{
    Plan plan;
    plan.write_off = 20;
    find_out(Naive::writes_off_unnamed, plan, "where 0 were agreed to");
}

TEST_CASE("a return that is credited with what the till says is found out")
{
    Plan plan;
    plan.claims_too_much = true;
    find_out(Naive::trusts_returns, plan, anything);
}

TEST_CASE("a return that is taken in while another process grants is found out")
{
    Plan plan;
    plan.together = 40;
    find_out(Naive::takes_in_without_lock, plan, anything);
}

TEST_CASE("an office put back that counts what tills spent before they have shown their leases is found out")
{
    find_out(Naive::hears_before_shown, with_backups(6), lost);
}

TEST_CASE("an office put back that lends before the journals are in again is found out")
{
    find_out(Naive::recovers_early, with_backups(6), "are lent that were never earned");
}

TEST_CASE("an office put back that forgets to arm a till again is found out")
{
    find_out(Naive::forgets_arming, with_backups(), "is never armed");
}
