// How little any plan can cost once some order and coupon offers are decided: a
// floor for every unit, and the most that fixed amounts can take. Never above the
// true cost; in thousandths of a fen, rounded down.
#pragma once

#include "sync/pricing/plan.hpp"

#include <cstdint>
#include <vector>

namespace guitai::pricing {

using Milli = std::int64_t; // Thousandths of a fen.

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

    [[nodiscard]] Milli sum_of_floors() const { return m_sum; }
    [[nodiscard]] Milli floor_of(std::size_t unit) const { return m_floor[unit]; }
    [[nodiscard]] Milli cost(std::size_t unit, std::size_t option) const { return m_costs[unit][option]; }
    // A unit of that net whose touching offers have these classes.
    [[nodiscard]] Milli cost(std::size_t unit, Minor net, Classes classes, Classes stacks) const;
    // What is paid at the very least where the units cost that much.
    [[nodiscard]] Minor least(Milli units) const;

private:
    struct Late {
        Switch state{Switch::open};
        std::int64_t rate{0}; // Taken off unit by unit.
        Minor amount{0};      // Or at most this in all.
    };

    [[nodiscard]] bool set_late(std::size_t place, const LateState& state);
    [[nodiscard]] std::int64_t factor(std::size_t unit, Classes classes, Classes stacks) const;
    [[nodiscard]] Milli set_floor(int set, std::size_t unit) const;
    void look_at_sets();
    [[nodiscard]] Milli at_most_off(int set, std::size_t unit, Minor value) const;

    const Problem& m_problem;
    std::vector<Late> m_late;
    std::vector<Minor> m_top;             // The most a unit can be measured with behind the line layer.
    std::vector<std::vector<Milli>> m_costs;
    std::vector<Milli> m_floor;
    std::vector<std::uint8_t> m_even;     // Of each set: whatever it takes off weighs the same on every unit.
    std::vector<std::vector<int>> m_sets_of; // Of each unit: places in problem.sets.
    std::vector<std::vector<Minor>> m_set_values; // Of each set: list values that may join, dearest first.
    Milli m_sum{0};
    Milli m_tail{0};
    Minor m_least_fee{0};
};

} // namespace guitai::pricing
