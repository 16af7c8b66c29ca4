#include "sync/pricing/best_plan.hpp"

#include "sync/pricing/search.hpp"

namespace guitai::pricing {
namespace {

// Beyond choice_limit the search may look at so many half-made plans.
constexpr std::int64_t beyond_nodes_max{20'000};
constexpr std::int64_t beyond_tie_nodes_max{5'000};
// Within it the amount is searched to the end, and the first of equally cheap plans as far as this.
constexpr std::int64_t tie_nodes_max{3'000'000};
constexpr std::int64_t without_limit{std::int64_t{1} << 60U};
// A plan is walked one unit deeper with every call.
constexpr std::size_t searched_units_max{4'000};

} // namespace

BestPlan best_plan(const Problem& problem)
{
    Evaluator evaluator{problem};
    BestPlan best{.outcome = simple_plan(problem, evaluator)};
    const bool within{choice_count(problem) <= choice_limit};
    if (problem.candidates.empty() || problem.units.empty()) return best;
    Search search{problem, evaluator, best.outcome};
    if (problem.units.size() > searched_units_max) {
        best.approximate = best.outcome.payable > search.least();
        return best;
    }
    const bool ended{search.run(Aim::cheaper, within ? without_limit : beyond_nodes_max)};
    best.approximate = !ended && best.outcome.payable > search.least();
    static_cast<void>(search.run(Aim::first_of_equals, within ? tie_nodes_max : beyond_tie_nodes_max));
    return best;
}

} // namespace guitai::pricing
