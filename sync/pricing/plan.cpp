#include "sync/pricing/plan.hpp"

#include <algorithm>
#include <numeric>

namespace guitai::pricing {
namespace {

Layer layer_of(const Promotion& offer)
{
    return offer.cls == class_coupon ? Layer::coupon : Layer::order;
}

} // namespace

Minor tax_of(Minor total, std::int64_t rate, TaxMode mode)
{
    return half_up(total, rate, mode == TaxMode::included ? whole_rate + rate : whole_rate);
}

std::int64_t gifts_earned(const Candidate& gift, Minor amount)
{
    const Promotion& offer{*gift.promotion};
    std::int64_t earned{0};
    for (const Step& step : offer.steps) {
        if (offer.repeat) {
            earned = amount / *step.amount * step.units;
        } else if (amount >= *step.amount) {
            earned = step.units;
        }
    }
    return gift.allowance ? std::min(earned, *gift.allowance) : earned;
}

Reward reward_of(const Candidate& order, Minor amount, std::int64_t quantity, Minor whole, std::int64_t settle)
{
    const Promotion& offer{*order.promotion};
    if (quantity == 0) return {};
    std::int64_t top{0};
    if (offer.repeat) {
        const Step& step{offer.steps.front()};
        top = step.amount ? amount / *step.amount : quantity / *step.quantity;
        if (order.allowance) top = std::min(top, *order.allowance);
    } else {
        for (std::size_t index{0}; index < offer.steps.size(); ++index) {
            const Step& step{offer.steps[index]};
            const bool reached{amount >= step.amount.value_or(0) && quantity >= step.quantity.value_or(0)};
            if (reached) top = static_cast<std::int64_t>(index) + 1;
        }
    }
    const std::int64_t level{settle == 0 ? top : settle};
    if (level == 0 || level > top) return {};
    const Off& off{offer.steps[offer.repeat ? 0 : static_cast<std::size_t>(level - 1)].off};
    Minor amount_off{off.how == Off::How::percent ? at_rate(whole, off.value) : off.value * (offer.repeat ? level : 1)};
    if (offer.cap) amount_off = std::min(amount_off, *offer.cap);
    return {std::min(amount_off, whole), level};
}

bool Evaluator::run(const Plan& plan, Minor most, Outcome& out)
{
    begin(plan, out);
    if (!unit_layer(m_problem.prices, Layer::price, out)) return false;
    fixed_prices(out);
    if (!unit_layer(m_problem.lines, Layer::line, out) || !sets(out)) return false;
    gifts(out);
    for (const int gift : m_problem.gifts) {
        if (out.uses[at(gift)] > 0 && !enter_group(gift)) return false;
    }
    out.line_net = out.net;
    if (!late(out) || !gifts_are_earned(out)) return false;
    total(out);
    if (out.payable > most) return false;
    issue(out);
    count_points(out, m_problem.basket->redeem_points);
    list_applied(out);
    return true;
}

void Evaluator::begin(const Plan& plan, Outcome& out)
{
    const std::size_t count{m_problem.units.size()};
    const std::size_t offers{m_problem.candidates.size()};
    out.plan = plan;
    line_up_twins(out.plan);
    out.net.resize(count);
    for (std::size_t unit{0}; unit < count; ++unit) out.net[unit] = m_problem.units[unit].value;
    out.classes.assign(count, 0);
    out.stacks.assign(count, 255);
    out.gift.assign(count, 0);
    out.earns.assign(count, 1);
    out.touches.clear();
    out.measured.assign(offers, -1);
    out.uses.assign(offers, 0);
    m_groups.clear();
    m_by_price.resize(offers);
    m_by_line.resize(offers);
    for (std::size_t offer{0}; offer < offers; ++offer) {
        m_by_price[offer].clear();
        m_by_line[offer].clear();
    }
    for (std::size_t unit{0}; unit < count; ++unit) {
        const Choice& choice{out.plan.choices[unit]};
        if (choice.price >= 0) m_by_price[at(choice.price)].push_back(static_cast<int>(unit));
        if (choice.promotion >= 0) m_by_line[at(choice.promotion)].push_back(static_cast<int>(unit));
    }
}

// Identical units are interchangeable: the promoted ones come first, so that no tie hangs on how a plan was found.
void Evaluator::line_up_twins(Plan& plan) const
{
    const auto rank = [&](const Choice& choice) {
        const int id{choice.promotion < 0 ? 0 : m_problem.candidates[at(choice.promotion)].id_rank};
        const int price{choice.price < 0 ? std::numeric_limits<int>::max() : choice.price};
        return std::tuple{choice.how, id, choice.serial, choice.part, price};
    };
    for (const auto& [first, behind] : m_problem.twins) {
        if (behind - first < 2) continue;
        std::stable_sort(plan.choices.begin() + first, plan.choices.begin() + behind,
                         [&](const Choice& a, const Choice& b) { return rank(a) < rank(b); });
    }
}

bool Evaluator::enter_group(int candidate)
{
    const std::string& group{m_problem.offer(candidate).group};
    if (group.empty()) return true;
    for (const auto& [known, holder] : m_groups) {
        if (*known == group) return holder == candidate;
    }
    m_groups.emplace_back(&group, candidate);
    return true;
}

void Evaluator::cut_to_cap(const Promotion& offer)
{
    if (!offer.cap || std::accumulate(m_offs.begin(), m_offs.end(), Minor{0}) <= *offer.cap) return;
    share(*offer.cap, m_offs, m_more);
    m_offs.swap(m_more);
}

// Takes m_offs off the units m_who.
void Evaluator::give(int candidate, Layer layer, Outcome& out)
{
    Classes cls{class_line};
    Classes stacks{255};
    bool earns{true};
    if (candidate >= 0) {
        const Promotion& offer{m_problem.offer(candidate)};
        cls = offer.cls;
        stacks = offer.stacks;
        earns = offer.earns_points;
    }
    for (std::size_t index{0}; index < m_who.size(); ++index) {
        const std::size_t unit{at(m_who[index])};
        out.net[unit] -= m_offs[index];
        out.classes[unit] = static_cast<Classes>(out.classes[unit] | cls);
        out.stacks[unit] = static_cast<Classes>(out.stacks[unit] & stacks);
        if (!earns) out.earns[unit] = 0;
        out.touches.push_back({m_who[index], candidate, layer, m_offs[index]});
    }
}

bool Evaluator::unit_layer(const std::vector<int>& offers, Layer layer, Outcome& out)
{
    for (const int candidate : offers) {
        m_who = layer == Layer::price ? m_by_price[at(candidate)] : m_by_line[at(candidate)];
        if (m_who.empty()) continue;
        const Candidate& here{m_problem.candidates[at(candidate)]};
        const Promotion& offer{*here.promotion};
        const auto count = static_cast<std::int64_t>(m_who.size());
        if ((here.allowance && count > *here.allowance) || count < offer.min_quantity) return false;
        Minor value{0};
        m_offs.clear();
        for (const int unit : m_who) {
            value += out.net[at(unit)];
            m_offs.push_back(taken_off(offer.off, out.net[at(unit)], m_problem.units[at(unit)], offer.round_to));
        }
        if (value < offer.min_amount) return false;
        cut_to_cap(offer);
        give(candidate, layer, out);
        out.uses[at(candidate)] = count;
        if (!enter_group(candidate)) return false;
    }
    return true;
}

// Discounts keyed in by staff, by line, and prices kept from the sale.
void Evaluator::fixed_prices(Outcome& out)
{
    for (std::size_t unit{0}; unit < m_problem.units.size(); ++unit) {
        const Unit& here{m_problem.units[unit]};
        if (here.kept) {
            const Promotion& kept{*here.kept->promotion};
            out.touches.push_back(
                {static_cast<int>(unit), by_kept_price, Layer::line, out.net[unit] - here.kept->price});
            out.net[unit] = here.kept->price;
            out.classes[unit] = kept.cls;
            out.stacks[unit] = kept.stacks;
            out.earns[unit] = kept.earns_points ? 1 : 0;
        }
        // A line that staff discounted is worked out once, at the first of its units.
        const auto by_hand = [&](std::size_t place) { return out.plan.choices[place].how == Choice::How::keyed_in; };
        if (!by_hand(unit) || (out.classes[unit] & class_line) != 0) continue;
        m_who.clear();
        m_values.clear();
        for (std::size_t other{unit}; other < m_problem.units.size(); ++other) {
            if (m_problem.units[other].line != here.line || !by_hand(other)) continue;
            m_who.push_back(static_cast<int>(other));
            m_values.push_back(out.net[other]);
        }
        m_offs.clear();
        if (here.keyed_in->percent) {
            for (const Minor value : m_values) m_offs.push_back(at_rate(value, *here.keyed_in->percent));
        } else {
            const Minor whole{std::accumulate(m_values.begin(), m_values.end(), Minor{0})};
            share(std::min(here.keyed_in->amount, whole), m_values, m_offs);
        }
        give(by_staff, Layer::line, out);
    }
}

void Evaluator::set_offs(int set, const std::vector<int>& members, const std::vector<int>& parts,
                         const std::vector<Minor>& values, std::vector<Minor>& offs) const
{
    const Promotion& offer{m_problem.offer(set)};
    const std::size_t size{members.size()};
    const Minor whole{std::accumulate(values.begin(), values.end(), Minor{0})};
    switch (offer.reward) {
    case SetReward::percent: share(at_rate(whole, offer.set_percent), values, offs); return;
    case SetReward::price: share(std::max<Minor>(0, whole - offer.price), values, offs); return;
    case SetReward::ranks: {
        offs.assign(size, 0);
        // Dearest first; of equal ones the earlier. A set has at most a dozen members.
        for (std::size_t index{0}; index < size; ++index) {
            std::size_t rank{0};
            for (std::size_t other{0}; other < size; ++other) {
                const bool ahead{values[other] > values[index] || (values[other] == values[index] && other < index)};
                if (ahead) ++rank;
            }
            offs[index] = at_rate(values[index], offer.ranks[rank]);
        }
        return;
    }
    case SetReward::parts: break;
    }
    offs.assign(size, 0);
    for (std::size_t index{0}; index < size; ++index) {
        const auto& off = offer.parts[at(parts[index])].off;
        if (off) offs[index] = taken_off(*off, values[index], m_problem.units[at(members[index])], offer.round_to);
    }
}

bool Evaluator::one_set_offer(int set, Outcome& out)
{
    const Candidate& here{m_problem.candidates[at(set)]};
    const std::vector<int>& all{m_by_line[at(set)]};
    m_who.clear();
    std::vector<Minor> offs(all.size(), 0);
    std::vector<std::uint8_t> done(all.size(), 0);
    std::int64_t count{0};
    Minor saved{0};
    std::vector<std::size_t> places;
    for (std::size_t index{0}; index < all.size(); ++index) {
        if (done[index] != 0) continue;
        const int serial{out.plan.choices[at(all[index])].serial};
        places.clear();
        m_members.clear();
        m_parts.clear();
        m_values.clear();
        for (std::size_t other{index}; other < all.size(); ++other) {
            const Choice& choice{out.plan.choices[at(all[other])]};
            if (choice.serial != serial) continue;
            done[other] = 1;
            places.push_back(other);
            m_members.push_back(all[other]);
            m_parts.push_back(choice.part);
            m_values.push_back(out.net[at(all[other])]);
        }
        set_offs(set, m_members, m_parts, m_values, m_offs);
        for (std::size_t member{0}; member < places.size(); ++member) {
            offs[places[member]] = m_offs[member];
            saved += m_offs[member];
        }
        ++count;
    }
    if ((here.allowance && count > *here.allowance) || saved <= 0) return false;
    m_who = all;
    m_offs = std::move(offs);
    cut_to_cap(*here.promotion);
    give(set, Layer::line, out);
    out.uses[at(set)] = count;
    return enter_group(set);
}

bool Evaluator::sets(Outcome& out)
{
    for (const int set : m_problem.sets) {
        if (!m_by_line[at(set)].empty() && !one_set_offer(set, out)) return false;
    }
    return true;
}

void Evaluator::gifts(Outcome& out)
{
    for (const int gift : m_problem.gifts) {
        m_who = m_by_line[at(gift)];
        if (m_who.empty()) continue;
        const Promotion& offer{m_problem.offer(gift)};
        m_offs.clear();
        for (const int unit : m_who) {
            m_offs.push_back(std::max<Minor>(0, out.net[at(unit)] - offer.price));
            out.gift[at(unit)] = 1;
        }
        cut_to_cap(offer);
        give(gift, Layer::line, out);
        out.uses[at(gift)] = static_cast<std::int64_t>(m_who.size());
    }
}

// In scope, no free gift, and everything that touches the unit agrees. A gift at 0 is no
// part of the basket; a piece that became free by a set still is.
bool Evaluator::may_take(int candidate, std::size_t unit, const Outcome& out) const
{
    if (!m_problem.takes(candidate, unit) || (out.net[unit] == 0 && out.gift[unit] != 0)) return false;
    const Promotion& offer{m_problem.offer(candidate)};
    return agree(offer.cls, offer.stacks, out.classes[unit], out.stacks[unit]);
}

Minor Evaluator::base(const Problem& problem, Measure measure, std::size_t unit, const Outcome& out)
{
    if (measure == Measure::list) return problem.units[unit].value;
    return measure == Measure::line ? out.line_net[unit] : out.net[unit];
}

Evaluator::Count Evaluator::taken_by(int candidate, const Outcome& out) const
{
    const Promotion& offer{m_problem.offer(candidate)};
    Count count;
    for (std::size_t unit{0}; unit < m_problem.units.size(); ++unit) {
        const Choice& choice{out.plan.choices[unit]};
        if (choice.how == Choice::How::gift && choice.promotion == candidate) continue; // Earned by the others.
        if (!may_take(candidate, unit, out)) continue;
        count.amount += base(m_problem, offer.measure, unit, out);
        count.whole += out.net[unit];
        ++count.quantity;
    }
    return count;
}

bool Evaluator::late(Outcome& out)
{
    for (const Active& active : out.plan.active) {
        m_who.clear();
        m_values.clear();
        const Promotion& offer{m_problem.offer(active.candidate)};
        Count count;
        for (std::size_t unit{0}; unit < m_problem.units.size(); ++unit) {
            if (!may_take(active.candidate, unit, out)) continue;
            m_who.push_back(static_cast<int>(unit));
            m_values.push_back(out.net[unit]);
            count.amount += base(m_problem, offer.measure, unit, out);
            count.whole += out.net[unit];
        }
        count.quantity = static_cast<std::int64_t>(m_who.size());
        const Reward reward{reward_of(m_problem.candidates[at(active.candidate)], count.amount, count.quantity,
                                      count.whole, active.level)};
        if (reward.off <= 0 || !enter_group(active.candidate)) return false;
        out.measured[at(active.candidate)] = count.amount;
        out.uses[at(active.candidate)] = reward.level;
        share(reward.off, m_values, m_offs);
        give(active.candidate, layer_of(offer), out);
    }
    return true;
}

bool Evaluator::gifts_are_earned(Outcome& out)
{
    for (const int gift : m_problem.gifts) {
        out.measured[at(gift)] = taken_by(gift, out).amount;
        const std::int64_t taken{out.uses[at(gift)]};
        if (taken > 0 && taken > gifts_earned(m_problem.candidates[at(gift)], out.measured[at(gift)])) return false;
    }
    return true;
}

} // namespace guitai::pricing
