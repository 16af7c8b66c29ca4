// The random operations find what is left out, so that finding nothing says something.
#include "sync/office/schema/schema.hpp"
#include "tests/leases/naive.hpp"
#include "tests/leases/steps.hpp"
#include "tests/support/catch.hpp"

using namespace guitai;
using namespace guitai::leases;

namespace {

// What was wrong in some histories of 500 steps; empty: nothing.
std::string live(Naive rule, std::uint64_t seeds)
{
    const auto tables = database::open("sqlite::memory:");
    REQUIRE(office::migrate_books(*tables));
    if (const auto triggers = triggers_of(rule); !triggers.empty()) tables->run(std::string{triggers});
    StepCounts counts;
    try {
        for (std::uint64_t seed{1}; seed <= seeds; ++seed) {
            Steps history{*tables, seed, counts};
            for (int step{1}; step <= 500; ++step) {
                history.step();
                if (auto wrong = history.fault(); !wrong.empty()) return wrong;
                if (auto wrong = step % 25 == 0 ? history.difference() : ""; !wrong.empty()) return wrong;
            }
        }
    } catch (const database::DatabaseError& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("random operations on purses keep every lot whole, in the tables as in the arithmetic")
{
    CHECK(live(Naive::none, 6) == "");
}

TEST_CASE("random operations find out a fold that leaves out a rule")
{
    for (const Naive rule : {Naive::carries_after_crash, Naive::carries_resting, Naive::own_earnings_twice,
                             Naive::restores_twice, Naive::expires_leased, Naive::ignores_debt}) {
        INFO("rule " << static_cast<int>(rule));
        CHECK(live(rule, 30) != "");
    }
}
