// Every discount offer in force that took no part, and every coupon that was
// refused, with the reason.
#include "sync/pricing/priced_basket.hpp"

#include <algorithm>

namespace guitai::pricing {
namespace {

class Bystanders {
public:
    Bystanders(const Problem& problem, const Outcome& outcome)
        : m_problem{problem}, m_outcome{outcome}, m_evaluator{problem}
    {
    }

    std::string reason(int candidate) const
    {
        switch (m_problem.offer(candidate).kind) {
        case PromotionKind::order: return order_reason(candidate);
        case PromotionKind::set: return set_reason(candidate);
        case PromotionKind::gift: return gift_reason(candidate);
        default: return unit_reason(candidate);
        }
    }

private:
    std::string order_reason(int candidate) const
    {
        const Candidate& here{m_problem.candidates[at(candidate)]};
        const Promotion& offer{*here.promotion};
        Minor list{0};
        std::int64_t quantity{0};
        bool all_agree{true};
        for (std::size_t unit{0}; unit < m_problem.units.size(); ++unit) {
            if (here.scope[unit] == 0) continue;
            list += m_problem.units[unit].value;
            ++quantity;
            all_agree =
                all_agree && agree(offer.cls, offer.stacks, m_outcome.classes[unit], m_outcome.stacks[unit]);
        }
        if (reward_of(here, list, quantity, list, 0).off == 0) return "not.threshold";
        const Evaluator::Count now{m_evaluator.taken_by(candidate, m_outcome)};
        const bool reached{reward_of(here, now.amount, now.quantity, now.whole, 0).off > 0};
        return !reached && all_agree ? "not.threshold" : "not.better";
    }

    std::string set_reason(int candidate) const
    {
        const Candidate& here{m_problem.candidates[at(candidate)]};
        std::int64_t joined{0};
        for (std::size_t unit{0}; unit < m_problem.units.size(); ++unit) {
            joined += joins(here, unit) ? 1 : 0;
        }
        bool enough{joined >= here.promotion->set_size()};
        for (std::size_t part{0}; part < here.parts.size(); ++part) {
            const auto own = std::count(here.parts[part].begin(), here.parts[part].end(), 1);
            enough = enough && own >= here.promotion->parts[part].quantity;
        }
        return enough ? "not.better" : "not.quantity";
    }

    std::string gift_reason(int candidate) const
    {
        const Minor amount{std::max<Minor>(0, m_outcome.measured[at(candidate)])};
        return gifts_earned(m_problem.candidates[at(candidate)], amount) > 0 ? "not.gift_missing" : "not.threshold";
    }

    std::string unit_reason(int candidate) const
    {
        const Candidate& here{m_problem.candidates[at(candidate)]};
        Minor value{0};
        std::int64_t quantity{0};
        for (std::size_t unit{0}; unit < m_problem.units.size(); ++unit) {
            if (here.scope[unit] == 0) continue;
            value += m_problem.units[unit].value;
            ++quantity;
        }
        if (quantity < here.promotion->min_quantity) return "not.quantity";
        return value < here.promotion->min_amount ? "not.threshold" : "not.better";
    }

    const Problem& m_problem;
    const Outcome& m_outcome;
    Evaluator m_evaluator;
};

} // namespace

std::vector<NotApplied> not_applied(const Problem& problem, const Outcome& outcome)
{
    std::vector<NotApplied> rows;
    for (const auto& [offer, reason] : problem.refused_coupons) {
        rows.push_back({offer->id, "not." + std::string{reason}});
    }
    const Bystanders bystanders{problem, outcome};
    for (int candidate{0}; candidate < static_cast<int>(problem.candidates.size()); ++candidate) {
        const bool took_part{std::binary_search(outcome.applied.begin(), outcome.applied.end(), candidate)};
        if (took_part || problem.offer(candidate).cls == class_none) continue;
        rows.push_back({problem.offer(candidate).id, bystanders.reason(candidate)});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const NotApplied& a, const NotApplied& b) { return a.promotion < b.promotion; });
    return rows;
}

} // namespace guitai::pricing
