// What a little more would bring. A hint is priced with an imaginary article
// before it is told, so that it promises nothing that the till would not keep.
#include "sync/pricing/priced_basket.hpp"

#include <algorithm>
#include <optional>

namespace guitai::pricing {
namespace {

// The amount at which more is given, or nothing above.
std::optional<Minor> next_threshold(const Promotion& offer, Minor amount)
{
    std::vector<Minor> steps;
    if (offer.kind == PromotionKind::order || offer.kind == PromotionKind::gift) {
        for (const Step& step : offer.steps) {
            if (step.amount && !step.quantity) steps.push_back(*step.amount);
        }
    } else {
        steps.push_back(offer.min_amount);
    }
    if (steps.empty()) return std::nullopt;
    if (offer.repeat && steps.front() > 0) return (amount / steps.front() + 1) * steps.front();
    const auto above = std::find_if(steps.begin(), steps.end(), [&](Minor step) { return step > amount; });
    return above == steps.end() ? std::nullopt : std::optional{*above};
}

std::int64_t issued_by(const Outcome& outcome, int candidate)
{
    std::int64_t count{0};
    for (const Issued& issued : outcome.issued) count += issued.candidate == candidate ? issued.count : 0;
    return count;
}

class Hints {
public:
    Hints(const Problem& problem, const Outcome& outcome)
        : m_problem{problem}, m_outcome{outcome}, m_evaluator{problem}
    {
    }

    std::vector<Hint> find()
    {
        std::vector<Hint> amounts;
        std::vector<Hint> pieces;
        for (int candidate{0}; candidate < static_cast<int>(m_problem.candidates.size()); ++candidate) {
            const Promotion& offer{m_problem.offer(candidate)};
            if (offer.kind == PromotionKind::set) {
                one_more(candidate, pieces);
            } else if (looks_at_amounts(offer)) {
                look_at_amount(candidate);
            }
        }
        std::vector<Hint> hints{std::move(m_ready)};
        sort(hints);
        add_gaps(hints);
        sort(pieces);
        hints.insert(hints.end(), pieces.begin(), pieces.end());
        if (hints.size() > hints_max) hints.resize(hints_max);
        return hints;
    }

private:
    struct Gap {
        int candidate{0};
        Minor amount{0};
        Minor missing{0};
    };

    static void sort(std::vector<Hint>& hints)
    {
        std::sort(hints.begin(), hints.end(), [](const Hint& a, const Hint& b) {
            return std::tuple{a.missing, -a.gain, std::string_view{a.promotion}} <
                   std::tuple{b.missing, -b.gain, std::string_view{b.promotion}};
        });
    }

    bool looks_at_amounts(const Promotion& offer) const
    {
        if (offer.kind == PromotionKind::delivery) return m_problem.basket->delivery_fee > 0;
        return offer.kind == PromotionKind::order || offer.kind == PromotionKind::gift ||
               offer.kind == PromotionKind::issue;
    }

    void look_at_amount(int candidate)
    {
        const Candidate& here{m_problem.candidates[at(candidate)]};
        const Promotion& offer{*here.promotion};
        Minor amount{m_outcome.measured[at(candidate)]};
        if (amount < 0) amount = m_evaluator.taken_by(candidate, m_outcome).amount;
        if (offer.kind == PromotionKind::gift) {
            const std::int64_t ready{gifts_earned(here, amount) - m_outcome.uses[at(candidate)]};
            if (ready > 0) {
                m_ready.push_back(
                    {.key = "unlock.gift_ready", .promotion = offer.id, .quantity = ready, .price = offer.price});
                return;
            }
        }
        const auto target = next_threshold(offer, amount);
        if (!target || amount == 0 || 2 * (*target - amount) > *target) return;
        m_gaps.push_back({candidate, amount, *target - amount});
    }

    // The nearest gaps first; no more of them are priced than are shown.
    void add_gaps(std::vector<Hint>& hints)
    {
        std::sort(m_gaps.begin(), m_gaps.end(), [](const Gap& a, const Gap& b) {
            return std::pair{a.missing, a.candidate} < std::pair{b.missing, b.candidate};
        });
        std::size_t next{0};
        while (next < m_gaps.size() && hints.size() < hints_max) {
            std::vector<Hint> equal;
            const Minor missing{m_gaps[next].missing};
            for (; next < m_gaps.size() && m_gaps[next].missing == missing; ++next) spend_more(m_gaps[next], equal);
            sort(equal);
            hints.insert(hints.end(), equal.begin(), equal.end());
        }
    }

    void spend_more(const Gap& gap, std::vector<Hint>& hints) const
    {
        const Candidate& here{m_problem.candidates[at(gap.candidate)]};
        const Promotion& offer{*here.promotion};
        Hint hint{.key = "unlock.spend_more", .promotion = offer.id, .missing = gap.missing};
        if (offer.kind == PromotionKind::gift) {
            hint.gain_quantity = gifts_earned(here, gap.amount + gap.missing) - gifts_earned(here, gap.amount);
            if (hint.gain_quantity > 0) hints.push_back(std::move(hint));
            return;
        }
        const Problem more{grown(m_problem, gap.candidate, gap.missing)};
        const Outcome then{best_plan(more).outcome};
        if (offer.kind == PromotionKind::issue) {
            hint.gain_coupons = issued_by(then, gap.candidate) - issued_by(m_outcome, gap.candidate);
            if (hint.gain_coupons > 0) hints.push_back(std::move(hint));
            return;
        }
        // Without the tax that comes on top: the imaginary article has none.
        hint.gain = m_outcome.goods + m_outcome.fee + gap.missing - then.goods - then.fee;
        if (hint.gain > 0) hints.push_back(std::move(hint));
    }

    bool is_free(std::size_t unit, const Promotion& set) const
    {
        const Choice& choice{m_outcome.plan.choices[unit]};
        if (m_problem.units[unit].fixed() || choice.how != Choice::How::none) return false;
        return choice.price < 0 || agree(m_problem.offer(choice.price), set);
    }

    void one_more(int candidate, std::vector<Hint>& hints) const
    {
        const Candidate& here{m_problem.candidates[at(candidate)]};
        const Promotion& offer{*here.promotion};
        if (here.allowance && m_outcome.uses[at(candidate)] >= *here.allowance) return;
        std::int64_t lacking{0};
        std::int64_t part_short{1};
        std::int64_t found{0};
        Flags taken(m_problem.units.size(), 0);
        const bool one_part{offer.parts.size() == 1};
        for (std::size_t part{0}; part < offer.parts.size(); ++part) {
            const std::int64_t wanted{offer.parts[part].quantity};
            std::int64_t mine{0};
            for (std::size_t unit{0}; unit < taken.size(); ++unit) {
                if (taken[unit] != 0 || here.parts[part][unit] == 0 || !is_free(unit, offer)) continue;
                if (!one_part && mine == wanted) break;
                taken[unit] = 1;
                ++mine;
            }
            if (one_part) mine %= wanted; // Whole sets lie there because they bring nothing.
            if (mine < wanted) part_short = static_cast<std::int64_t>(part) + 1;
            lacking += wanted - mine;
            found += mine;
        }
        if (found == 0 || lacking != 1) return;
        hints.push_back({.key = "unlock.one_more", .promotion = offer.id, .missing_quantity = 1, .part = part_short});
    }

    const Problem& m_problem;
    const Outcome& m_outcome;
    Evaluator m_evaluator;
    std::vector<Hint> m_ready;
    std::vector<Gap> m_gaps;
};

} // namespace

std::vector<Hint> hints_of(const Problem& problem, const Outcome& outcome)
{
    return Hints{problem, outcome}.find();
}

} // namespace guitai::pricing
