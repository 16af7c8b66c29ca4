#include "sync/pricing/best_plan.hpp"

#include "sync/pricing/search.hpp"

#include <algorithm>
#include <iterator>

namespace guitai::pricing {
namespace {

// Beyond choice_limit the search may look at so many half-made plans; each looks at every unit, so
// a ticket of hundreds of pieces gets fewer of them: the clerk waits no longer for it.
constexpr std::int64_t beyond_nodes_max{20'000};
constexpr std::int64_t beyond_looks_max{2'000'000};
constexpr std::int64_t tie_part{4}; // Of these, for the first of equally cheap plans.
// Within it the amount is searched to the end, and the first of equally cheap plans as far as this.
constexpr std::int64_t tie_nodes_max{3'000'000};
constexpr std::int64_t without_limit{std::int64_t{1} << 60U};
// A choice is dear where there are many pieces: so many choices times pieces are still thought through,
// or two lines of a thousand pieces would hold the till up for half a minute.
constexpr std::int64_t exact_looks_max{50'000'000};
// A plan is walked one unit deeper with every call.
constexpr std::size_t searched_units_max{4'000};

std::int64_t beyond_nodes(const Problem& problem)
{
    return std::min(beyond_nodes_max, beyond_looks_max / std::max<std::int64_t>(1, std::ssize(problem.units)));
}

bool is_thought_through(const Problem& problem)
{
    const std::int64_t choices{choice_count(problem)};
    return choices <= choice_limit && choices * std::ssize(problem.units) <= exact_looks_max;
}

} // namespace

BestPlan best_plan(const Problem& problem)
{
    Evaluator evaluator{problem};
    BestPlan best{.outcome = simple_plan(problem, evaluator)};
    const bool within{is_thought_through(problem)};
    if (problem.candidates.empty() || problem.units.empty()) return best;
    Search search{problem, evaluator, best.outcome};
    if (problem.units.size() > searched_units_max) {
        best.approximate = best.outcome.payable > search.least();
        return best;
    }
    const bool ended{search.run(Aim::cheaper, within ? without_limit : beyond_nodes(problem))};
    best.approximate = !ended && best.outcome.payable > search.least();
    static_cast<void>(search.run(Aim::first_of_equals, within ? tie_nodes_max : beyond_nodes(problem) / tie_part));
    return best;
}

} // namespace guitai::pricing
