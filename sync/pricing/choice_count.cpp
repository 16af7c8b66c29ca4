#include "sync/pricing/best_plan.hpp"

#include <algorithm>

namespace guitai::pricing {
namespace {

// Never falling: each must reach at least the one below it, whatever `whole` is.
bool rewards_rise(const Promotion& offer)
{
    for (std::size_t index{1}; index < offer.steps.size(); ++index) {
        const Off& low{offer.steps[index - 1].off};
        const Off& high{offer.steps[index].off};
        if (low.how != high.how || high.value < low.value) return false;
    }
    return true;
}

} // namespace

bool stands_alone(const Problem& problem, std::size_t unit)
{
    const auto joined = [&](int set) { return joins(problem.candidates[at(set)], unit); };
    if (!problem.units[unit].fixed() && std::any_of(problem.sets.begin(), problem.sets.end(), joined)) return false;
    if (!problem.deliveries.empty() || !problem.issues.empty()) return false;
    const auto touches = [&](int candidate) { return problem.takes(candidate, unit); };
    if (std::any_of(problem.late.begin(), problem.late.end(), touches)) return false;
    if (std::any_of(problem.gifts.begin(), problem.gifts.end(), touches)) return false;
    const auto plain = [&](int candidate) {
        return !touches(candidate) || problem.candidates[at(candidate)].is_plain();
    };
    return std::all_of(problem.prices.begin(), problem.prices.end(), plain) &&
           std::all_of(problem.lines.begin(), problem.lines.end(), plain);
}

std::int64_t choice_count(const Problem& problem)
{
    __extension__ using Wide = __int128;
    Wide total{1};
    for (std::size_t late{0}; late < problem.late.size() && total <= choice_limit; ++late) total *= 2;
    for (const auto& [first, behind] : problem.twins) {
        const std::size_t unit{at(first)};
        std::int64_t joined{0};
        if (!problem.units[unit].fixed()) {
            for (const int set : problem.sets) joined += joins(problem.candidates[at(set)], unit) ? 1 : 0;
        }
        const bool alone{stands_alone(problem, unit)};
        const std::int64_t choices{alone ? 1 : static_cast<std::int64_t>(problem.options[unit].size()) + joined};
        Wide ways{1};
        for (std::int64_t k{0}; k < behind - first && ways <= choice_limit && choices > 1; ++k) {
            ways = ways * (choices + k) / (k + 1);
        }
        total *= std::max<Wide>(1, ways);
        if (total > choice_limit) return choice_limit + 1;
    }
    return static_cast<std::int64_t>(total);
}

std::int64_t lower_levels(const Problem& problem, std::size_t late_place)
{
    const int candidate{problem.late[late_place]};
    const Promotion& offer{problem.offer(candidate)};
    const auto looks_back = [&](int behind) { return problem.offer(behind).measure == Measure::order; };
    const auto any = [&](const std::vector<int>& behind) {
        return std::any_of(behind.begin(), behind.end(), looks_back);
    };
    const auto next = problem.late.begin() + static_cast<std::ptrdiff_t>(late_place) + 1;
    const std::vector<int> later{next, problem.late.end()};
    const bool measured{any(later) || any(problem.gifts) || any(problem.issues) ||
                        (problem.basket->delivery_fee > 0 && any(problem.deliveries))};
    if (!offer.repeat) {
        return measured || !rewards_rise(offer) ? static_cast<std::int64_t>(offer.steps.size()) - 1 : 0;
    }
    if (!measured) return 0;
    const Step& step{offer.steps.front()};
    Minor amount{0};
    std::int64_t quantity{0};
    for (std::size_t unit{0}; unit < problem.units.size(); ++unit) {
        if (!problem.takes(candidate, unit)) continue;
        amount += problem.units[unit].value;
        ++quantity;
    }
    std::int64_t top{step.amount ? amount / *step.amount : quantity / *step.quantity};
    const auto& allowance = problem.candidates[at(candidate)].allowance;
    if (allowance) top = std::min(top, *allowance);
    return std::max<std::int64_t>(0, top - 1);
}

} // namespace guitai::pricing
