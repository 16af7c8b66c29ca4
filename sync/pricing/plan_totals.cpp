// What stands under the lines of a priced plan: tax, delivery, coupons to come,
// points; and the order of plans.
#include "sync/pricing/plan.hpp"

#include <algorithm>
#include <numeric>

namespace guitai::pricing {
namespace {

constexpr std::int64_t once{100}; // The multiplier of no offer, in percent.

int compare(Minor a, Minor b)
{
    return a < b ? -1 : a > b ? 1 : 0;
}

using Row = std::tuple<Minor, int, int>;

void rows_of(const Problem& problem, const Outcome& out, std::pair<int, int> twins, std::vector<Row>& rows)
{
    const auto rank = [&](int candidate) { return candidate < 0 ? 0 : problem.candidates[at(candidate)].id_rank; };
    rows.clear();
    for (int unit{twins.first}; unit < twins.second; ++unit) {
        const Choice& choice{out.plan.choices[at(unit)]};
        rows.emplace_back(out.net[at(unit)], rank(choice.price), rank(choice.promotion));
    }
    std::sort(rows.begin(), rows.end());
}

// Unit by unit in canonical order, identical ones sorted among themselves.
bool rows_before(const Problem& problem, const Outcome& a, const Outcome& b)
{
    std::vector<Row> ours;
    std::vector<Row> theirs;
    for (const auto& twins : problem.twins) {
        rows_of(problem, a, twins, ours);
        rows_of(problem, b, twins, theirs);
        if (ours != theirs) return ours < theirs;
    }
    return false;
}

// Higher levels first, in order of calculation.
int compare_levels(const Outcome& a, const Outcome& b)
{
    const std::size_t both{std::min(a.plan.active.size(), b.plan.active.size())};
    for (std::size_t index{0}; index < both; ++index) {
        const int by_level{compare(b.uses[at(b.plan.active[index].candidate)],
                                   a.uses[at(a.plan.active[index].candidate)])};
        if (by_level != 0) return by_level;
    }
    return compare(static_cast<Minor>(a.plan.active.size()), static_cast<Minor>(b.plan.active.size()));
}

} // namespace

bool better(const Problem& problem, const Outcome& a, const Outcome& b)
{
    if (a.payable != b.payable) return a.payable < b.payable;
    if (a.coupons != b.coupons) return a.coupons < b.coupons;
    if (a.issued_count != b.issued_count) return a.issued_count > b.issued_count;
    if (a.points != b.points) return a.points > b.points;
    if (a.applied.size() != b.applied.size()) return a.applied.size() < b.applied.size();
    if (a.applied != b.applied) return a.applied < b.applied;
    const int by_level{compare_levels(a, b)};
    return by_level != 0 ? by_level < 0 : rows_before(problem, a, b);
}

int multiplied_by(const Problem& problem, std::size_t unit)
{
    int best{-1};
    std::int64_t multiplier{once};
    for (const int candidate : problem.points) {
        if (!problem.takes(candidate, unit) || problem.offer(candidate).multiplier <= multiplier) continue;
        best = candidate;
        multiplier = problem.offer(candidate).multiplier;
    }
    return best;
}

std::int64_t earning_of(const Problem& problem, const Outcome& outcome, std::size_t unit, Minor money)
{
    if (outcome.earns[unit] == 0) return 0;
    const int by{multiplied_by(problem, unit)};
    return money * (by < 0 ? once : problem.offer(by).multiplier);
}

void Evaluator::total(Outcome& out) const
{
    const Basket& basket{*m_problem.basket};
    out.goods = std::accumulate(out.net.begin(), out.net.end(), Minor{0});
    out.slot_total.assign(m_problem.lines_of_slots.size(), 0);
    out.slot_tax.assign(m_problem.lines_of_slots.size(), 0);
    for (std::size_t unit{0}; unit < out.net.size(); ++unit) {
        out.slot_total[at(m_problem.line_slots[unit])] += out.net[unit];
    }
    out.tax = 0;
    for (std::size_t unit{0}; unit < out.net.size(); ++unit) {
        const std::size_t slot{at(m_problem.line_slots[unit])};
        if (unit + 1 < out.net.size() && at(m_problem.line_slots[unit + 1]) == slot) continue;
        const Minor tax{tax_of(out.slot_total[slot], m_problem.units[unit].article->tax_rate, basket.tax_mode)};
        out.tax += tax - out.slot_tax[slot]; // A line whose units lie apart is worked out once.
        out.slot_tax[slot] = tax;
    }
    deliver(out);
    out.payable = out.goods + (basket.tax_mode == TaxMode::included ? 0 : out.tax) + out.fee;
    out.coupons = std::count_if(out.plan.active.begin(), out.plan.active.end(), [&](const Active& active) {
        return m_problem.offer(active.candidate).cls == class_coupon;
    });
}

// Everything in scope, free gifts apart.
Minor Evaluator::counted(int candidate, const Outcome& out) const
{
    const Measure measure{m_problem.offer(candidate).measure};
    Minor amount{0};
    for (std::size_t unit{0}; unit < m_problem.units.size(); ++unit) {
        if (!m_problem.takes(candidate, unit) || (out.net[unit] == 0 && out.gift[unit] != 0)) continue;
        amount += base(m_problem, measure, unit, out);
    }
    return amount;
}

void Evaluator::deliver(Outcome& out) const
{
    out.fee = m_problem.basket->delivery_fee;
    out.fee_by = -1;
    if (out.fee == 0) return;
    for (const int candidate : m_problem.deliveries) {
        const Promotion& offer{m_problem.offer(candidate)};
        out.measured[at(candidate)] = counted(candidate, out);
        if (out.measured[at(candidate)] < offer.min_amount || offer.fee >= out.fee) continue;
        out.fee = offer.fee;
        out.fee_by = candidate;
    }
}

void Evaluator::issue(Outcome& out) const
{
    out.issued.clear();
    out.issued_count = 0;
    for (const int candidate : m_problem.issues) {
        const Candidate& here{m_problem.candidates[at(candidate)]};
        const Promotion& offer{*here.promotion};
        const Minor amount{counted(candidate, out)};
        out.measured[at(candidate)] = amount;
        std::int64_t times{amount > 0 && amount >= offer.min_amount ? 1 : 0};
        if (offer.repeat && offer.min_amount > 0) times = amount / offer.min_amount;
        if (here.allowance) times = std::min(times, *here.allowance);
        if (times > 0) out.issued.push_back({candidate, times});
        out.issued_count += times;
    }
}

// Paying with points comes first, then what the money part earns.
void Evaluator::count_points(Outcome& out, Minor redeem) const
{
    const std::size_t count{m_problem.units.size()};
    std::vector<std::size_t> allowed;
    std::vector<Minor> weights;
    Minor most{0};
    for (std::size_t unit{0}; unit < count; ++unit) {
        if (redeem == 0 || out.net[unit] <= 0 || (out.stacks[unit] & class_points) == 0) continue;
        allowed.push_back(unit);
        weights.push_back(out.net[unit]);
        most += out.net[unit];
    }
    out.redeemed = std::min(redeem, most);
    out.points = 0;
    if (!m_problem.basket->member) return;
    std::vector<Minor> paid;
    share(out.redeemed, weights, paid);
    std::vector<Minor> money{out.net};
    for (std::size_t index{0}; index < allowed.size(); ++index) money[allowed[index]] -= paid[index];
    __extension__ using Wide = __int128;
    Wide weighted{0};
    for (std::size_t unit{0}; unit < count; ++unit) {
        if (m_problem.units[unit].earns) weighted += earning_of(m_problem, out, unit, money[unit]);
    }
    out.points = static_cast<std::int64_t>(weighted / (100 * m_problem.basket->minor_per_point));
}

void Evaluator::list_applied(Outcome& out) const
{
    out.applied.clear();
    for (const Touch& touch : out.touches) {
        if (touch.candidate >= 0) out.applied.push_back(touch.candidate);
    }
    std::sort(out.applied.begin(), out.applied.end());
    out.applied.erase(std::unique(out.applied.begin(), out.applied.end()), out.applied.end());
}

} // namespace guitai::pricing
