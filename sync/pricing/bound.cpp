#include "sync/pricing/bound.hpp"

#include <algorithm>
#include <numeric>

namespace guitai::pricing {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t one{1'000'000'000}; // A factor of 1.
constexpr Milli fen{1'000};
constexpr Milli half_fen{500};
constexpr Milli never{std::int64_t{1} << 60U}; // Of a choice that no legal plan holds.

std::int64_t times(std::int64_t factor, std::int64_t numerator, std::int64_t denominator)
{
    return static_cast<std::int64_t>(static_cast<Wide>(factor) * numerator / denominator);
}

} // namespace

Bound::Bound(const Problem& problem) : m_problem{problem}
{
    const std::size_t count{problem.units.size()};
    m_late.resize(problem.late.size());
    m_costs.resize(count);
    m_floor.resize(count);
    m_base.resize(count);
    m_sets_of.resize(count);
    m_even.resize(problem.sets.size());
    m_set_values.resize(problem.sets.size());
    for (std::size_t unit{0}; unit < count; ++unit) {
        const std::vector<Option>& options{problem.options[unit]};
        m_costs[unit].resize(options.size());
        // An option may say less than the unit will cost, where an amount is keyed in for a line; never more.
        m_top.push_back(std::max(problem.units[unit].value, options.front().net));
        if (problem.units[unit].fixed()) continue;
        for (std::size_t set{0}; set < problem.sets.size(); ++set) {
            const Candidate& here{problem.candidates[at(problem.sets[set])]};
            if (!joins(here, unit)) continue;
            m_sets_of[unit].push_back(static_cast<int>(set));
            m_set_values[set].push_back(problem.units[unit].value);
        }
    }
    look_at_gifts();
    for (auto& values : m_set_values) std::sort(values.rbegin(), values.rend());
    m_least_fee = problem.basket->delivery_fee;
    for (const int delivery : problem.deliveries) m_least_fee = std::min(m_least_fee, problem.offer(delivery).fee);
}

// No measure is above the list value, so what that does not earn is never earned.
void Bound::look_at_gifts()
{
    m_gift_earned.assign(m_problem.candidates.size(), 0);
    for (const int gift : m_problem.gifts) {
        const Candidate& here{m_problem.candidates[at(gift)]};
        Minor most{0};
        for (std::size_t unit{0}; unit < m_problem.units.size(); ++unit) {
            if (here.scope[unit] != 0) most += std::max(m_top[unit], m_problem.units[unit].value);
        }
        m_gift_earned[at(gift)] = gifts_earned(here, most) > 0 ? 1 : 0;
    }
}

bool Bound::set(const std::vector<LateState>& late)
{
    m_tail = 0;
    for (std::size_t place{0}; place < late.size(); ++place) {
        if (!set_late(place, late[place])) return false;
    }
    if (m_problem.basket->tax_mode == TaxMode::excluded) {
        m_tail += half_fen * static_cast<Milli>(m_problem.lines_of_slots.size());
    }
    m_tail += uneven_shares();
    look_at_sets();
    m_sum = {};
    for (std::size_t unit{0}; unit < m_floor.size(); ++unit) {
        const std::vector<Option>& options{m_problem.options[unit]};
        Milli least{never};
        for (std::size_t option{0}; option < options.size(); ++option) {
            const Option& here{options[option]};
            const bool out_of_reach{here.choice.how == Choice::How::gift &&
                                    m_gift_earned[at(here.choice.promotion)] == 0};
            m_costs[unit][option] = out_of_reach ? never : cost(unit, here.net, here.classes, here.stacks);
            least = std::min(least, m_costs[unit][option]);
        }
        m_floor[unit] = least;
        m_base[unit] = least;
        for (const int set : m_sets_of[unit]) {
            const Milli floor{set_floor(set, unit)};
            m_floor[unit] = std::min(m_floor[unit], floor);
            if (!is_saver(at(set))) m_base[unit] = std::min(m_base[unit], floor);
        }
        m_sum.by_floors += m_floor[unit];
        m_sum.by_savings += m_base[unit];
    }
    look_for_savers();
    return true;
}

// A set price; or ranks, where values and weights leave no doubt which units are the dearest.
bool Bound::is_saver(std::size_t set) const
{
    const Promotion& offer{m_problem.offer(m_problem.sets[set])};
    if (offer.reward == SetReward::price) return true;
    return offer.reward == SetReward::ranks && m_even[set] != 0 && m_plain_values[set] != 0;
}

void Bound::look_for_savers()
{
    m_savers.clear();
    for (std::size_t set{0}; set < m_problem.sets.size(); ++set) {
        if (!is_saver(set)) continue;
        const Promotion& offer{m_problem.offer(m_problem.sets[set])};
        const bool ranks{offer.reward == SetReward::ranks};
        Saver saver{.set = static_cast<int>(set), .factor = m_least_factor[set]};
        for (std::size_t unit{0}; unit < m_floor.size(); ++unit) {
            if (std::find(m_sets_of[unit].begin(), m_sets_of[unit].end(), saver.set) == m_sets_of[unit].end()) continue;
            saver.units.push_back(static_cast<int>(unit));
            const Milli value{times(m_problem.units[unit].value * fen, saver.factor, one)};
            if (ranks) saver.extra += std::max<Milli>(0, m_base[unit] - value);
        }
        const auto worth = [&](int unit) { return ranks ? m_problem.units[at(unit)].value * fen : m_base[at(unit)]; };
        std::sort(saver.units.begin(), saver.units.end(), [&](int a, int b) { return worth(a) > worth(b); });
        if (ranks) {
            std::vector<std::int64_t> rates{offer.ranks};
            rates.erase(std::unique(rates.begin(), rates.end()), rates.end());
            saver.slack = rates.size() > 2 ? fen * static_cast<Milli>(offer.ranks.size()) : 0;
        }
        m_savers.push_back(std::move(saver));
    }
}

// What the free units can save at most: with ranks that rise, and with one price for a set, sets of the
// dearest units next to each other save the most.
Milli Bound::saved(const Saver& saver, const Flags& assigned, std::int64_t sets_most) const
{
    const Promotion& offer{m_problem.offer(m_problem.sets[at(saver.set)])};
    const auto size = static_cast<std::size_t>(offer.set_size());
    Milli all{saver.extra};
    Milli own{0};
    std::size_t member{0};
    for (const int unit : saver.units) {
        if (sets_most == 0) break;
        if (assigned[at(unit)] != 0) continue;
        if (offer.reward == SetReward::ranks) {
            own += at_rate(m_problem.units[at(unit)].value, offer.ranks[member]) * fen;
        } else {
            own += m_base[at(unit)];
        }
        if (++member < size) continue;
        if (offer.reward == SetReward::ranks) {
            all += times(own, saver.factor, one) + 1 + saver.slack;
        } else {
            const Milli saving{own - times(offer.price * fen, saver.factor, one) + 1};
            if (saving <= 0) break;
            all += saving;
        }
        own = 0;
        member = 0;
        --sets_most;
    }
    return all;
}

// What the offer can take at most: a rate, where it is nothing but rates, else an amount.
bool Bound::set_late(std::size_t place, const LateState& state)
{
    Late& here{m_late[place]};
    here = {.state = state.state};
    if (state.state == Switch::off) return true;
    const Candidate& candidate{m_problem.candidates[at(m_problem.late[place])]};
    const Promotion& offer{*candidate.promotion};
    Minor whole{0};
    Minor amount{0};
    std::int64_t quantity{0};
    std::int64_t dearest_tax{0};
    for (std::size_t unit{0}; unit < m_problem.units.size(); ++unit) {
        if (candidate.scope[unit] == 0) continue;
        dearest_tax = std::max(dearest_tax, m_problem.units[unit].article->tax_rate);
        whole += m_top[unit];
        amount += offer.measure == Measure::list ? m_problem.units[unit].value : m_top[unit];
        ++quantity;
    }
    bool any{false};
    bool rates{!offer.cap.has_value()};
    const std::int64_t levels{offer.repeat ? 1 : static_cast<std::int64_t>(offer.steps.size())};
    for (std::int64_t level{1}; level <= levels; ++level) {
        const std::int64_t settle{offer.repeat ? state.level : level};
        if (!offer.repeat && state.level != 0 && state.level != level) continue;
        const Reward reward{reward_of(candidate, amount, quantity, whole, settle)};
        if (reward.level == 0) continue;
        any = true;
        const Off& off{offer.steps[static_cast<std::size_t>(level - 1)].off};
        rates = rates && off.how == Off::How::percent;
        if (off.how == Off::How::percent) here.rate = std::max(here.rate, off.value);
        here.amount = std::max(here.amount, reward.off);
    }
    if (!any) {
        here.state = Switch::off;
        return state.state == Switch::open;
    }
    if (!rates) here.rate = 0;
    // Where tax comes on top, an amount off takes its tax along.
    const Milli weight{m_problem.basket->tax_mode == TaxMode::excluded ? fen + fen * dearest_tax / whole_rate + 1
                                                                       : fen};
    m_tail += rates ? weight / 2 + 1 : here.amount * weight;
    return true;
}

// A percentage is shared in whole fen, so a unit may pay up to one more than its exact part and another
// one less; a later percentage on some of them then takes more or less of that. In all no more than
// these fen times how far the weights behind them lie apart: from 1, or from the lowest of them.
Milli Bound::uneven_shares() const
{
    std::int64_t apart{0};
    for (std::size_t place{0}; place < m_late.size(); ++place) {
        if (m_late[place].rate == 0) continue;
        std::int64_t below_one{0};
        std::int64_t sum{0};
        std::int64_t lowest{one};
        std::int64_t count{0};
        for (std::size_t unit{0}; unit < m_floor.size(); ++unit) {
            if (!m_problem.takes(m_problem.late[place], unit)) continue;
            std::int64_t weight{one};
            for (std::size_t later{place + 1}; later < m_late.size(); ++later) {
                if (!m_problem.takes(m_problem.late[later], unit)) continue;
                weight = times(weight, whole_rate - m_late[later].rate, whole_rate);
            }
            below_one += one - weight;
            sum += weight;
            lowest = std::min(lowest, weight);
            ++count;
        }
        apart += std::min(below_one, sum - lowest * count);
    }
    const bool tax_on_top{m_problem.basket->tax_mode == TaxMode::excluded}; // At most as much again.
    return times(tax_on_top ? 2 * fen : fen, apart, one) + (apart > 0 ? 1 : 0);
}

std::int64_t Bound::factor(std::size_t unit, Classes classes, Classes stacks) const
{
    std::int64_t left{one};
    for (std::size_t place{0}; place < m_late.size(); ++place) {
        const Late& late{m_late[place]};
        if (late.state == Switch::off || !m_problem.takes(m_problem.late[place], unit)) continue;
        const Promotion& offer{m_problem.offer(m_problem.late[place])};
        if (!agree(offer.cls, offer.stacks, classes, stacks)) continue;
        if (late.state == Switch::on) { // An earlier one claims first.
            classes = static_cast<Classes>(classes | offer.cls);
            stacks = static_cast<Classes>(stacks & offer.stacks);
        }
        left = times(left, whole_rate - late.rate, whole_rate);
    }
    if (m_problem.basket->tax_mode == TaxMode::excluded) {
        left = times(left, whole_rate + m_problem.units[unit].article->tax_rate, whole_rate);
    }
    return left;
}

Milli Bound::cost(std::size_t unit, Minor net, Classes classes, Classes stacks) const
{
    return static_cast<Milli>(static_cast<Wide>(net) * fen * factor(unit, classes, stacks) / one);
}

// Whether every unit of a set is weighed with the same factor behind it. Then it does not
// matter on which of its units a reward falls.
void Bound::look_at_sets()
{
    std::vector<std::int64_t> factors(m_problem.sets.size(), -1);
    std::fill(m_even.begin(), m_even.end(), std::uint8_t{1});
    m_plain_values.assign(m_problem.sets.size(), 1);
    m_least_factor.assign(m_problem.sets.size(), std::numeric_limits<std::int64_t>::max());
    for (std::size_t unit{0}; unit < m_floor.size(); ++unit) {
        for (const int set : m_sets_of[unit]) {
            const Promotion& offer{m_problem.offer(m_problem.sets[at(set)])};
            for (const Option& option : m_problem.options[unit]) {
                if (option.choice.how != Choice::How::none) continue;
                if (option.choice.price >= 0 && !agree(m_problem.offer(option.choice.price), offer)) continue;
                const std::int64_t here{factor(unit, static_cast<Classes>(option.classes | offer.cls),
                                               static_cast<Classes>(option.stacks & offer.stacks))};
                if (factors[at(set)] >= 0 && factors[at(set)] != here) m_even[at(set)] = 0;
                factors[at(set)] = here;
                m_least_factor[at(set)] = std::min(m_least_factor[at(set)], here);
                if (option.choice.price >= 0) m_plain_values[at(set)] = 0;
            }
        }
    }
}

// The most that a set takes off a unit of that value, seen from the set as a whole.
Milli Bound::at_most_off(int set, std::size_t unit, Minor value) const
{
    const Candidate& candidate{m_problem.candidates[at(m_problem.sets[at(set)])]};
    const Promotion& offer{*candidate.promotion};
    const auto size = static_cast<std::int64_t>(offer.set_size());
    if (offer.reward == SetReward::ranks) {
        // Ranks rise while values fall, so that their products sum to no more than the mean rank gives.
        const std::int64_t sum{std::accumulate(offer.ranks.begin(), offer.ranks.end(), std::int64_t{0})};
        if (m_even[at(set)] == 0) return at_rate(value, offer.ranks.back()) * fen;
        const bool exact{std::all_of(offer.ranks.begin(), offer.ranks.end(),
                                     [&](std::int64_t rank) { return value * rank % whole_rate == 0; })};
        return times(value * fen, sum, size * whole_rate) + 1 + (exact ? 0 : half_fen);
    }
    // A part of a shared total may be a fen more than its proportion; all parts together are not.
    const Milli uneven{m_even[at(set)] == 0 ? fen : 0};
    if (offer.reward == SetReward::percent) {
        return times(value * fen, offer.set_percent, whole_rate) + 1 + half_fen + uneven;
    }
    if (offer.reward == SetReward::price) {
        Minor whole{value};
        std::int64_t others{size - 1};
        bool self{false};
        for (const Minor other : m_set_values[at(set)]) {
            if (others == 0) break;
            if (!self && other == m_problem.units[unit].value) {
                self = true;
                continue;
            }
            whole += other;
            --others;
        }
        if (whole <= offer.price) return 0;
        return value * fen - times(value * fen, offer.price, whole) + 1 + uneven;
    }
    Minor most{0};
    for (std::size_t part{0}; part < candidate.parts.size(); ++part) {
        const auto& off = offer.parts[part].off;
        if (candidate.parts[part][unit] == 0 || !off) continue;
        most = std::max(most, taken_off(*off, value, m_problem.units[unit], offer.round_to));
    }
    return most * fen;
}

Milli Bound::set_floor(int set, std::size_t unit) const
{
    const Promotion& offer{m_problem.offer(m_problem.sets[at(set)])};
    Milli least{std::numeric_limits<Milli>::max()};
    for (const Option& option : m_problem.options[unit]) {
        if (option.choice.how != Choice::How::none) continue;
        if (option.choice.price >= 0 && !agree(m_problem.offer(option.choice.price), offer)) continue;
        const Milli left{std::max<Milli>(0, option.net * fen - at_most_off(set, unit, option.net))};
        const std::int64_t weight{factor(unit, static_cast<Classes>(option.classes | offer.cls),
                                         static_cast<Classes>(option.stacks & offer.stacks))};
        least = std::min(least, static_cast<Milli>(static_cast<Wide>(left) * weight / one));
    }
    return least;
}

Minor Bound::least(Costs costs, const Flags& assigned, const std::vector<int>& used) const
{
    Milli units{costs.by_savings};
    for (const Saver& saver : m_savers) {
        const int candidate{m_problem.sets[at(saver.set)]};
        const auto& allowance = m_problem.candidates[at(candidate)].allowance;
        const std::int64_t left{allowance ? *allowance - used[at(candidate)]
                                          : std::numeric_limits<std::int64_t>::max()};
        units -= saved(saver, assigned, left);
    }
    const Milli left{std::max(units, costs.by_floors) - m_tail};
    return m_least_fee + (left <= 0 ? 0 : (left + fen - 1) / fen);
}

} // namespace guitai::pricing
