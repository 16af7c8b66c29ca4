// The plan that an absurd cart is at least given: legal, the same for every order
// of scanning, and cheap to find.
#include "sync/pricing/best_plan.hpp"

#include <algorithm>

namespace guitai::pricing {
namespace {

// Sets are added one by one; above so many looks at a unit the rest goes without.
constexpr std::int64_t looks_max{50'000'000};

class SimplePlan {
public:
    SimplePlan(const Problem& problem, Evaluator& evaluator) : m_problem{problem}, m_evaluator{evaluator} {}

    Outcome find()
    {
        for (const auto& options : m_problem.options) m_plan.choices.push_back(options.front().choice);
        if (!m_evaluator.run(m_plan, m_best.payable, m_best)) return m_best;
        for (std::size_t unit{0}; unit < m_problem.units.size(); ++unit) settle_unit(unit);
        refresh();
        while (add_best_set()) {
        }
        for (const int candidate : m_problem.late) {
            m_plan.active.push_back({candidate, 0});
            if (!try_plan()) m_plan.active.pop_back();
        }
        return m_best;
    }

private:
    bool try_plan()
    {
        if (!m_evaluator.run(m_plan, m_best.payable, m_trial) || !better(m_problem, m_trial, m_best)) return false;
        std::swap(m_best, m_trial);
        return true;
    }

    // Prices the plan that was changed without pricing it.
    void refresh()
    {
        if (!m_stale) return;
        m_stale = false;
        if (m_evaluator.run(m_plan, m_best.payable, m_trial)) std::swap(m_best, m_trial);
    }

    // Plain offers change what is paid by their own unit's difference alone: no need to price the whole ticket.
    bool says_itself(const Choice& choice) const
    {
        const auto plain = [&](int candidate) {
            return candidate < 0 || m_problem.candidates[at(candidate)].is_plain();
        };
        return !m_any_gift && choice.how != Choice::How::gift && plain(choice.price) && plain(choice.promotion) &&
               (m_problem.basket->delivery_fee == 0 || m_problem.deliveries.empty());
    }

    void settle_unit(std::size_t unit)
    {
        const std::vector<Option>& options{m_problem.options[unit]};
        std::size_t held{0}; // The plan began with it.
        for (std::size_t index{1}; index < options.size(); ++index) {
            const Choice before{m_plan.choices[unit]};
            const bool plain{says_itself(options[index].choice) && says_itself(options[held].choice)};
            if (plain && options[index].net > options[held].net) continue;
            if (plain && options[index].net < options[held].net) {
                m_plan.choices[unit] = options[index].choice;
                m_stale = true;
                held = index;
                continue;
            }
            refresh();
            m_plan.choices[unit] = options[index].choice;
            if (try_plan()) {
                held = index;
                m_any_gift = m_any_gift || options[index].choice.how == Choice::How::gift;
            } else {
                m_plan.choices[unit] = before;
            }
        }
    }

    // The dearest units that are free, part by part. False: too few.
    bool gather(int set, std::vector<std::pair<int, int>>& members)
    {
        members.clear();
        const Candidate& here{m_problem.candidates[at(set)]};
        for (std::size_t part{0}; part < here.parts.size(); ++part) {
            std::int64_t wanted{here.promotion->parts[part].quantity};
            for (const int unit : m_by_value) {
                if (wanted == 0) break;
                const bool free{here.parts[part][at(unit)] != 0 && !m_problem.units[at(unit)].fixed() &&
                                m_plan.choices[at(unit)].how != Choice::How::set};
                const bool mine{std::any_of(members.begin(), members.end(),
                                            [&](const auto& member) { return member.first == unit; })};
                if (!free || mine) continue;
                members.emplace_back(unit, static_cast<int>(part));
                --wanted;
            }
            if (wanted > 0) return false;
        }
        return true;
    }

    Plan with_set(int set, const std::vector<std::pair<int, int>>& members) const
    {
        Plan plan{m_plan};
        for (const auto& [unit, part] : members) {
            int price{plan.choices[at(unit)].price};
            if (price >= 0 && !agree(m_problem.offer(price), m_problem.offer(set))) price = -1;
            plan.choices[at(unit)] = {
                .price = price, .how = Choice::How::set, .promotion = set, .serial = m_serial, .part = part};
        }
        return plan;
    }

    bool add_best_set()
    {
        if (m_problem.sets.empty()) return false;
        sort_by_value();
        m_looks += static_cast<std::int64_t>(m_problem.units.size() * m_problem.sets.size());
        if (m_looks > looks_max) return false;
        bool found{false};
        Plan kept;
        std::vector<std::pair<int, int>> members;
        for (const int set : m_problem.sets) {
            if (!gather(set, members)) continue;
            const Plan plan{with_set(set, members)};
            if (!m_evaluator.run(plan, m_best.payable, m_trial) || !better(m_problem, m_trial, m_best)) continue;
            std::swap(m_best, m_trial);
            kept = plan;
            found = true;
        }
        if (found) m_plan = std::move(kept);
        ++m_serial;
        return found;
    }

    void sort_by_value()
    {
        if (!m_by_value.empty()) return;
        for (int unit{0}; unit < static_cast<int>(m_problem.units.size()); ++unit) m_by_value.push_back(unit);
        std::stable_sort(m_by_value.begin(), m_by_value.end(), [&](int a, int b) {
            return m_problem.units[at(a)].value > m_problem.units[at(b)].value;
        });
    }

    const Problem& m_problem;
    Evaluator& m_evaluator;
    Plan m_plan{};
    Outcome m_best{};
    Outcome m_trial{};
    std::vector<int> m_by_value;
    std::int64_t m_looks{0};
    int m_serial{1};
    bool m_any_gift{false};
    bool m_stale{false};
};

} // namespace

Outcome simple_plan(const Problem& problem, Evaluator& evaluator)
{
    return SimplePlan{problem, evaluator}.find();
}

} // namespace guitai::pricing
