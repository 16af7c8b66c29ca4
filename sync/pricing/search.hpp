// Branch and bound over plans: first which order and coupon offers are on, then
// unit by unit in canonical order. Improves a plan that is already legal.
#pragma once

#include "sync/pricing/bound.hpp"
#include "sync/pricing/plan.hpp"

#include <cstdint>
#include <unordered_set>
#include <vector>

namespace guitai::pricing {

// What the search is after: a smaller amount to pay, or the first of those that pay the same.
enum class Aim { cheaper, first_of_equals };

class Search {
public:
    // `best` is a legal plan of the problem; it is improved in place.
    Search(const Problem& problem, Evaluator& evaluator, Outcome& best);

    // True: every plan was seen or ruled out. False: `nodes` were not enough.
    [[nodiscard]] bool run(Aim aim, std::int64_t nodes);
    // No plan costs less.
    [[nodiscard]] Minor least();

private:
    struct Member {
        int unit{0};
        int part{0};
        std::size_t price_option{0};
    };

    void decide(std::size_t place);
    void switch_on(std::size_t place, std::int64_t level);
    [[nodiscard]] bool group_is_taken(std::size_t place) const;
    void search_units();
    void walk(int from, Costs costs);
    void leaf();
    void try_options(std::size_t unit, Costs costs);
    void try_sets(std::size_t unit, Costs costs);
    void fill(int set, std::vector<int>& slots, std::size_t slot, std::vector<Member>& members, Costs costs);
    void price_members(int set, std::vector<Member>& members, std::size_t member, Costs costs);
    void enter_set(int set, const std::vector<Member>& members, Costs costs);
    [[nodiscard]] bool is_free(std::size_t unit) const;
    [[nodiscard]] bool twin_waits(std::size_t unit) const;
    [[nodiscard]] Minor least_of(Costs costs) const { return m_bound.least(costs, m_assigned, m_used); }
    [[nodiscard]] bool ruled_out(Minor least);
    [[nodiscard]] bool no_better_behind();
    [[nodiscard]] bool has_twin_choice(std::size_t unit, std::size_t index, int start) const;
    [[nodiscard]] bool is_used(int candidate) const;
    [[nodiscard]] std::int64_t points_at_most() const;
    [[nodiscard]] bool fits_limit(int candidate) const;
    void use(int candidate, int by);

    const Problem& m_problem;
    Evaluator& m_evaluator;
    Outcome& m_best;
    Outcome m_trial{};
    Bound m_bound;
    Aim m_aim{Aim::cheaper};
    std::int64_t m_nodes_left{0};
    std::vector<LateState> m_late;
    Plan m_plan{};
    Flags m_assigned{};
    Flags m_is_alone{}; // Nothing but its own price hangs on its choice.
    Flags m_is_twin{};  // Identical to the unit before.
    std::vector<int> m_position{};            // Of an assigned unit: its option's rank, −1 in a set.
    std::vector<std::vector<std::size_t>> m_ranked{}; // Options of a unit, cheapest first.
    std::vector<int> m_used{};                // Units or sets of each candidate so far.
    std::unordered_set<std::uint64_t> m_seen{};
    std::uint64_t m_state{0};
    int m_serial{0};
};

} // namespace guitai::pricing
