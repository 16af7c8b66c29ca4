// How little any plan can cost once some order and coupon offers are decided: a
// floor for every unit, and the most that fixed amounts can take. Never above the
// true cost; in thousandths of a fen, rounded down.
#pragma once

#include "sync/pricing/plan.hpp"

#include <cstdint>
#include <vector>

namespace guitai::pricing {

using Milli = std::int64_t; // Thousandths of a fen.

// A sum over all units: what those assigned cost, and the others at least. Two ways to see the
// others: each by itself, or what sets can save of them in all. The higher one holds.
struct Costs {
    Milli by_floors{0};
    Milli by_savings{0};
};

enum class Switch : std::uint8_t { off, on, open };
struct LateState {
    Switch state{Switch::open};
    std::int64_t level{0};
};

class Bound {
public:
    explicit Bound(const Problem& problem);

    // `late` stands beside problem.late: decided ones first, open ones behind. False: an
    // offer that is on can never reach a step.
    [[nodiscard]] bool set(const std::vector<LateState>& late);

    [[nodiscard]] Costs costs() const { return m_sum; } // Of a plan in which nothing is assigned.
    // The same after that unit was given a choice that costs so much.
    [[nodiscard]] Costs assign(Costs costs, std::size_t unit, Milli cost) const
    {
        return {costs.by_floors - m_floor[unit] + cost, costs.by_savings - m_base[unit] + cost};
    }
    [[nodiscard]] Milli floor_of(std::size_t unit) const { return m_floor[unit]; }
    [[nodiscard]] Milli cost(std::size_t unit, std::size_t option) const { return m_costs[unit][option]; }
    // A unit of that net whose touching offers have these classes.
    [[nodiscard]] Milli cost(std::size_t unit, Minor net, Classes classes, Classes stacks) const;
    // What is paid at the very least. `used`: sets of each candidate so far.
    [[nodiscard]] Minor least(Costs costs, const Flags& assigned, const std::vector<int>& used) const;

private:
    struct Late {
        Switch state{Switch::open};
        std::int64_t rate{0}; // Taken off unit by unit.
        Minor amount{0};      // Or at most this in all.
    };

    // A set whose savings are seen as a whole: those of its dearest units, set by set.
    struct Saver {
        int set{0};              // Place in problem.sets.
        std::vector<int> units{}; // Dearest first.
        std::int64_t factor{0};  // The lowest weight behind it.
        Milli slack{0};          // Of each set, for rounding.
        Milli extra{0};          // What the set costs beside, in a unit's favour.
    };

    [[nodiscard]] bool set_late(std::size_t place, const LateState& state);
    [[nodiscard]] Milli uneven_shares() const;
    [[nodiscard]] std::int64_t factor(std::size_t unit, Classes classes, Classes stacks) const;
    [[nodiscard]] Milli set_floor(int set, std::size_t unit) const;
    void look_at_sets();
    void look_for_savers();
    [[nodiscard]] bool is_saver(std::size_t set) const;
    [[nodiscard]] Milli saved(const Saver& saver, const Flags& assigned, std::int64_t sets_most) const;
    void look_at_gifts();
    [[nodiscard]] Milli at_most_off(int set, std::size_t unit, Minor value) const;

    const Problem& m_problem;
    std::vector<Late> m_late;
    std::vector<Minor> m_top;             // The most a unit can be measured with behind the line layer.
    std::vector<std::vector<Milli>> m_costs;
    std::vector<Milli> m_floor;
    std::vector<Milli> m_base; // The floor without the sets of m_savers.
    std::vector<Saver> m_savers;
    std::vector<std::int64_t> m_least_factor; // Of each set.
    Flags m_plain_values;                     // Of each set: no price promotion may share a unit with it.
    Flags m_gift_earned; // Of each candidate: a gift that the whole list value earns.
    std::vector<std::uint8_t> m_even;     // Of each set: whatever it takes off weighs the same on every unit.
    std::vector<std::vector<int>> m_sets_of; // Of each unit: places in problem.sets.
    std::vector<std::vector<Minor>> m_set_values; // Of each set: list values that may join, dearest first.
    Costs m_sum{};
    Milli m_tail{0};
    Minor m_least_fee{0};
};

} // namespace guitai::pricing
