#include "sync/pricing/search.hpp"

#include "sync/pricing/best_plan.hpp"

#include <algorithm>
#include <numeric>

namespace guitai::pricing {
namespace {

// Pricing a whole plan is worth so many looks at a half-made one.
constexpr std::int64_t leaf_nodes{10};
// States of sets remembered at once; beyond, some are looked at twice.
constexpr std::size_t seen_max{1'000'000};

std::uint64_t mixed(std::uint64_t value)
{
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31U);
}

std::uint64_t mark(std::size_t unit, const Choice& choice, Minor off)
{
    std::uint64_t value{mixed(unit)};
    value = mixed(value ^ static_cast<std::uint64_t>(choice.price + 1));
    value = mixed(value ^ static_cast<std::uint64_t>(choice.how));
    value = mixed(value ^ static_cast<std::uint64_t>(choice.promotion + 1));
    return mixed(value ^ static_cast<std::uint64_t>(off));
}

} // namespace

Search::Search(const Problem& problem, Evaluator& evaluator, Outcome& best)
    : m_problem{problem}, m_evaluator{evaluator}, m_best{best}, m_bound{problem}
{
    m_late.resize(problem.late.size());
    m_plan.choices.resize(problem.units.size());
    m_assigned.resize(problem.units.size());
    m_position.resize(problem.units.size());
    m_ranked.resize(problem.units.size());
    m_used.resize(problem.candidates.size());
    m_is_twin.resize(problem.units.size(), 1);
    for (const auto& twins : problem.twins) m_is_twin[at(twins.first)] = 0;
    for (std::size_t unit{0}; unit < problem.units.size(); ++unit) {
        // A gift has to be earned by others, whoever else looks at it.
        const bool gift{std::any_of(problem.options[unit].begin(), problem.options[unit].end(),
                                    [](const Option& option) { return option.choice.how == Choice::How::gift; })};
        m_is_alone.push_back(!gift && stands_alone(problem, unit) ? 1 : 0);
    }
}

bool Search::run(Aim aim, std::int64_t nodes)
{
    m_aim = aim;
    m_nodes_left = nodes;
    std::fill(m_late.begin(), m_late.end(), LateState{});
    decide(0);
    return m_nodes_left > 0;
}

Minor Search::least()
{
    std::fill(m_late.begin(), m_late.end(), LateState{});
    static_cast<void>(m_bound.set(m_late)); // Open offers rule nothing out.
    return least_of(m_bound.costs());
}

// Order and coupon offers in order of calculation, each on at its highest or a lower level, or off.
void Search::decide(std::size_t place)
{
    if (--m_nodes_left <= 0) return;
    if (!m_bound.set(m_late) || ruled_out(least_of(m_bound.costs()))) return;
    if (place == m_late.size()) {
        search_units();
        return;
    }
    if (!group_is_taken(place)) {
        switch_on(place, 0);
        for (std::int64_t level{lower_levels(m_problem, place)}; level > 0; --level) switch_on(place, level);
    }
    m_late[place] = {.state = Switch::off};
    decide(place + 1);
    m_late[place] = {};
}

void Search::switch_on(std::size_t place, std::int64_t level)
{
    const int candidate{m_problem.late[place]};
    m_late[place] = {.state = Switch::on, .level = level};
    m_plan.active.push_back({candidate, level});
    use(candidate, 1);
    decide(place + 1);
    use(candidate, -1);
    m_plan.active.pop_back();
    m_late[place] = {};
}

bool Search::group_is_taken(std::size_t place) const
{
    const std::string& group{m_problem.offer(m_problem.late[place]).group};
    return !group.empty() && std::any_of(m_plan.active.begin(), m_plan.active.end(), [&](const Active& active) {
        return m_problem.offer(active.candidate).group == group;
    });
}

void Search::search_units()
{
    for (std::size_t unit{0}; unit < m_ranked.size(); ++unit) {
        std::vector<std::size_t>& ranked{m_ranked[unit]};
        ranked.resize(m_problem.options[unit].size());
        std::iota(ranked.begin(), ranked.end(), std::size_t{0});
        std::stable_sort(ranked.begin(), ranked.end(), [&](std::size_t a, std::size_t b) {
            return m_bound.cost(unit, a) < m_bound.cost(unit, b);
        });
    }
    std::fill(m_assigned.begin(), m_assigned.end(), std::uint8_t{0});
    m_seen.clear();
    m_state = 0;
    m_serial = 0;
    walk(0, m_bound.costs());
}

// `costs`: what those assigned cost and the others at least.
void Search::walk(int from, Costs costs)
{
    if (--m_nodes_left <= 0 || ruled_out(least_of(costs))) return;
    auto unit = at(from);
    while (unit < m_assigned.size() && m_assigned[unit] != 0) ++unit;
    if (unit == m_assigned.size()) {
        leaf();
        return;
    }
    if (!m_problem.units[unit].fixed() && !twin_waits(unit)) try_sets(unit, costs);
    try_options(unit, costs);
}

void Search::leaf()
{
    m_nodes_left -= leaf_nodes;
    if (!m_evaluator.run(m_plan, m_best.payable, m_trial) || !better(m_problem, m_trial, m_best)) return;
    std::swap(m_best, m_trial);
}

void Search::try_options(std::size_t unit, Costs costs)
{
    const std::vector<Option>& options{m_problem.options[unit]};
    // Identical units choose in one order, so that no choice is made twice.
    const int start{m_is_twin[unit] != 0 ? std::max(0, m_position[unit - 1]) : 0};
    for (int position{start}; position < static_cast<int>(options.size()); ++position) {
        const std::size_t index{m_ranked[unit][at(position)]};
        // Where nothing else hangs on it, only the cheapest options of a unit can be in a best plan.
        if (m_is_alone[unit] != 0 && m_bound.cost(unit, index) > m_bound.floor_of(unit)) break;
        if (m_is_alone[unit] != 0 && m_aim == Aim::cheaper && position > start) break;
        const Choice& choice{options[index].choice};
        if (!fits_limit(choice.price) || !fits_limit(choice.promotion)) continue;
        if (m_aim == Aim::first_of_equals && has_twin_choice(unit, index, start)) continue;
        m_plan.choices[unit] = choice;
        m_assigned[unit] = 1;
        m_position[unit] = position;
        use(choice.price, 1);
        use(choice.promotion, 1);
        const std::uint64_t own{mark(unit, choice, 0)};
        m_state ^= own;
        walk(static_cast<int>(unit) + 1, m_bound.assign(costs, unit, m_bound.cost(unit, index)));
        m_state ^= own;
        use(choice.promotion, -1);
        use(choice.price, -1);
        m_assigned[unit] = 0;
        if (m_nodes_left <= 0) return;
    }
}

// Another option does exactly the same with offers that are on the ticket anyway, and comes first in the order of
// plans.
bool Search::has_twin_choice(std::size_t unit, std::size_t index, int start) const
{
    const std::vector<Option>& options{m_problem.options[unit]};
    const Option& here{options[index]};
    const auto rank = [&](int candidate) { return candidate < 0 ? 0 : m_problem.candidates[at(candidate)].id_rank; };
    const auto plain = [&](int candidate) { return candidate < 0 || m_problem.candidates[at(candidate)].is_plain(); };
    const auto simple = [&](const Option& option) {
        return option.choice.how != Choice::How::gift && plain(option.choice.price) && plain(option.choice.promotion);
    };
    if (!simple(here)) return false;
    for (std::size_t position{at(start)}; position < options.size(); ++position) {
        const Option& other{options[m_ranked[unit][position]]};
        if (other.choice == here.choice || other.net != here.net || other.classes != here.classes) continue;
        if (other.stacks != here.stacks || other.earns != here.earns || !simple(other)) continue;
        if (!is_used(other.choice.price) || !is_used(other.choice.promotion)) continue;
        if (std::pair{rank(other.choice.price), rank(other.choice.promotion)} <
            std::pair{rank(here.choice.price), rank(here.choice.promotion)}) {
            return true;
        }
    }
    return false;
}

void Search::try_sets(std::size_t unit, Costs costs)
{
    std::vector<Member> members;
    std::vector<int> slots;
    for (const int set : m_problem.sets) {
        const Candidate& here{m_problem.candidates[at(set)]};
        if (!fits_limit(set)) continue;
        for (std::size_t first{0}; first < here.parts.size(); ++first) {
            if (here.parts[first][unit] == 0) continue;
            slots.clear();
            for (std::size_t part{0}; part < here.parts.size(); ++part) {
                const std::int64_t taken{part == first ? 1 : 0};
                for (std::int64_t n{taken}; n < here.promotion->parts[part].quantity; ++n) {
                    slots.push_back(static_cast<int>(part));
                }
            }
            m_assigned[unit] = 1;
            m_plan.choices[unit].how = Choice::How::set;
            members.assign(1, {.unit = static_cast<int>(unit), .part = static_cast<int>(first)});
            fill(set, slots, 0, members, costs);
            m_assigned[unit] = 0;
            if (m_nodes_left <= 0) return;
        }
    }
}

// Whether an identical unit before this one is neither in a set nor about to be: sets take the first of them.
bool Search::twin_waits(std::size_t unit) const
{
    if (m_is_twin[unit] == 0) return false;
    return m_assigned[unit - 1] == 0 || m_plan.choices[unit - 1].how != Choice::How::set;
}

bool Search::is_free(std::size_t unit) const
{
    return m_assigned[unit] == 0 && !m_problem.units[unit].fixed();
}

void Search::fill(int set, std::vector<int>& slots, std::size_t slot, std::vector<Member>& members, Costs costs)
{
    if (m_nodes_left <= 0) return;
    if (slot == slots.size()) {
        price_members(set, members, 0, costs);
        return;
    }
    const Flags& part{m_problem.candidates[at(set)].parts[at(slots[slot])]};
    const bool same_part{slot > 0 && slots[slot - 1] == slots[slot]};
    const auto from = at(same_part ? members.back().unit : members.front().unit) + 1;
    for (std::size_t unit{from}; unit < part.size(); ++unit) {
        if (part[unit] == 0 || !is_free(unit) || twin_waits(unit)) continue;
        m_assigned[unit] = 1;
        m_plan.choices[unit].how = Choice::How::set;
        members.push_back({.unit = static_cast<int>(unit), .part = slots[slot]});
        fill(set, slots, slot + 1, members, costs);
        members.pop_back();
        m_assigned[unit] = 0;
    }
}

void Search::price_members(int set, std::vector<Member>& members, std::size_t member, Costs costs)
{
    if (m_nodes_left <= 0) return;
    if (member == members.size()) {
        enter_set(set, members, costs);
        return;
    }
    const std::vector<Option>& options{m_problem.options[at(members[member].unit)]};
    for (std::size_t option{0}; option < options.size(); ++option) {
        const Choice& choice{options[option].choice};
        if (choice.how != Choice::How::none || !fits_limit(choice.price)) continue;
        if (choice.price >= 0 && !agree(m_problem.offer(choice.price), m_problem.offer(set))) continue;
        members[member].price_option = option;
        use(choice.price, 1);
        price_members(set, members, member + 1, costs);
        use(choice.price, -1);
    }
}

void Search::enter_set(int set, const std::vector<Member>& members, Costs costs)
{
    std::vector<Member> sorted{members};
    std::sort(sorted.begin(), sorted.end(), [](const Member& a, const Member& b) { return a.unit < b.unit; });
    std::vector<int> places;
    std::vector<int> parts;
    std::vector<Minor> values;
    std::vector<Minor> offs;
    for (const Member& member : sorted) {
        places.push_back(member.unit);
        parts.push_back(member.part);
        values.push_back(m_problem.options[at(member.unit)][member.price_option].net);
    }
    m_evaluator.set_offs(set, places, parts, values, offs);
    const Promotion& offer{m_problem.offer(set)};
    const std::uint64_t before{m_state};
    ++m_serial;
    for (std::size_t index{0}; index < sorted.size(); ++index) {
        const auto unit = at(sorted[index].unit);
        const Option& priced{m_problem.options[unit][sorted[index].price_option]};
        m_plan.choices[unit] = {.price = priced.choice.price,
                                .how = Choice::How::set,
                                .promotion = set,
                                .serial = m_serial,
                                .part = sorted[index].part};
        m_position[unit] = -1;
        m_state ^= mark(unit, m_plan.choices[unit], offs[index]);
        costs = m_bound.assign(costs, unit,
                               m_bound.cost(unit, values[index] - offs[index],
                                            static_cast<Classes>(priced.classes | offer.cls),
                                            static_cast<Classes>(priced.stacks & offer.stacks)));
    }
    use(set, 1);
    // The same units with the same prices: how they are paired does not matter.
    const bool fresh{m_seen.size() >= seen_max || m_seen.insert(m_state).second};
    if (fresh) walk(members.front().unit + 1, costs);
    use(set, -1);
    --m_serial;
    m_state = before;
}

bool Search::ruled_out(Minor least)
{
    if (m_aim == Aim::cheaper) return least >= m_best.payable;
    return least > m_best.payable || (least == m_best.payable && no_better_behind());
}

// Among plans that pay the same: whether everything that can still become of this one comes behind the best.
bool Search::no_better_behind()
{
    const auto coupons = std::count_if(m_plan.active.begin(), m_plan.active.end(), [&](const Active& active) {
        return m_problem.offer(active.candidate).cls == class_coupon;
    });
    if (coupons != m_best.coupons) return coupons > m_best.coupons;
    if (!m_problem.issues.empty() || points_at_most() > m_best.points) return false;
    std::vector<int> used;
    for (int candidate{0}; candidate < static_cast<int>(m_used.size()); ++candidate) {
        if (m_used[at(candidate)] > 0) used.push_back(candidate);
    }
    if (used.size() != m_best.applied.size()) return used.size() > m_best.applied.size();
    return used > m_best.applied;
}

std::int64_t Search::points_at_most() const
{
    const Basket& basket{*m_problem.basket};
    if (!basket.member) return 0;
    std::int64_t multiplier{100};
    for (const int candidate : m_problem.points)
        multiplier = std::max(multiplier, m_problem.offer(candidate).multiplier);
    __extension__ using Wide = __int128;
    return static_cast<std::int64_t>(static_cast<Wide>(m_best.payable) * multiplier / (100 * basket.minor_per_point));
}

bool Search::is_used(int candidate) const
{
    return candidate < 0 || m_used[at(candidate)] > 0;
}

bool Search::fits_limit(int candidate) const
{
    if (candidate < 0) return true;
    const auto& allowance = m_problem.candidates[at(candidate)].allowance;
    return !allowance || m_used[at(candidate)] < *allowance;
}

void Search::use(int candidate, int by)
{
    if (candidate >= 0) m_used[at(candidate)] += by;
}

} // namespace guitai::pricing
