#include "sync/pricing/priced_basket.hpp"

#include <algorithm>
#include <map>

namespace guitai::pricing {
namespace {

std::string unit_key(const Promotion& offer)
{
    switch (offer.off.how) {
    case Off::How::percent: return "why.unit.percent";
    case Off::How::amount: return "why.unit.amount";
    case Off::How::price:
    case Off::How::prices:
    case Off::How::member_price: break;
    }
    return "why.unit.price";
}

std::string set_key(const Promotion& offer)
{
    switch (offer.reward) {
    case SetReward::ranks: return "why.set.nth";
    case SetReward::price: return "why.set.price";
    case SetReward::percent: return "why.set.percent";
    case SetReward::parts: break;
    }
    return "why.set.part";
}

std::string key_of(const Promotion& offer, Layer layer)
{
    if (layer == Layer::price) return offer.who ? "why.price.member" : "why.price.list";
    switch (offer.kind) {
    case PromotionKind::unit: return unit_key(offer);
    case PromotionKind::set: return set_key(offer);
    case PromotionKind::gift: return offer.price > 0 ? "why.gift.addon" : "why.gift.free";
    case PromotionKind::order:
    case PromotionKind::points:
    case PromotionKind::delivery:
    case PromotionKind::issue: break;
    }
    const std::string layer_name{layer == Layer::coupon ? "why.coupon." : "why.order."};
    return layer_name + (offer.repeat ? "each" : "once");
}

// Collects what the touches of one plan say about each line.
class LineReasons {
public:
    LineReasons(const Problem& problem, const Outcome& outcome) : m_problem{problem}, m_outcome{outcome}
    {
        for (const Touch& touch : outcome.touches) {
            const Unit& unit{problem.units[at(touch.unit)]};
            const std::string promotion{touch.candidate >= 0              ? problem.offer(touch.candidate).id
                                        : touch.candidate == by_kept_price ? unit.kept->promotion->id
                                                                          : std::string{}};
            Sum& sum{m_lines[unit.line][Place{touch.layer, late_place(touch.candidate), promotion}]};
            sum.candidate = touch.candidate;
            sum.amount += touch.off;
            ++sum.quantity;
        }
    }

    std::vector<Reason> of(const BasketLine& line) const
    {
        std::vector<Reason> reasons;
        const auto found = m_lines.find(line.line);
        if (found == m_lines.end()) return reasons;
        for (const auto& [place, sum] : found->second) {
            Reason reason{.layer = std::get<0>(place),
                          .promotion = std::get<2>(place),
                          .quantity = sum.quantity,
                          .amount = sum.amount};
            if (sum.candidate == by_staff) {
                reason.key = "why.manual";
                reason.said = line.keyed_in ? line.keyed_in->reason : "";
            } else {
                name(reason, sum.candidate);
            }
            reasons.push_back(std::move(reason));
        }
        return reasons;
    }

private:
    using Place = std::tuple<Layer, int, std::string>; // In order of calculation.
    struct Sum {
        int candidate{0};
        Minor amount{0};
        std::int64_t quantity{0};
    };

    int late_place(int candidate) const
    {
        const auto found = std::find(m_problem.late.begin(), m_problem.late.end(), candidate);
        return found == m_problem.late.end() ? -1 : static_cast<int>(found - m_problem.late.begin());
    }

    void name(Reason& reason, int candidate) const
    {
        if (candidate == by_kept_price) {
            reason.key = "why.kept";
            return;
        }
        const Promotion& offer{m_problem.offer(candidate)};
        reason.key = key_of(offer, reason.layer);
        if (offer.kind != PromotionKind::order) return;
        reason.measured = m_outcome.measured[at(candidate)];
        (offer.repeat ? reason.times : reason.step) = m_outcome.uses[at(candidate)];
    }

    const Problem& m_problem;
    const Outcome& m_outcome;
    std::map<std::int64_t, std::map<Place, Sum>> m_lines;
};

// "×2", "×1.5"
std::string times_of(std::int64_t percent)
{
    constexpr std::int64_t whole{100};
    std::string text{"×" + std::to_string(percent / whole)};
    const std::int64_t rest{percent % whole};
    if (rest == 0) return text;
    text += '.' + std::to_string(rest / 10);
    return rest % 10 == 0 ? text : text + std::to_string(rest % 10);
}

// Points more than once for a line: whose offer it is, and on how many pieces.
class LinePoints {
public:
    LinePoints(const Problem& problem, const Outcome& outcome) : m_problem{problem}
    {
        if (!problem.basket->member || problem.points.empty()) return;
        for (std::size_t unit{0}; unit < problem.units.size(); ++unit) {
            const bool earns{problem.units[unit].earns && outcome.earns[unit] != 0 && outcome.net[unit] > 0};
            const int by{earns ? multiplied_by(problem, unit) : -1};
            if (by >= 0) ++m_lines[problem.units[unit].line][by];
        }
    }

    void add_to(LineResult& result) const
    {
        const auto found = m_lines.find(result.line);
        if (found == m_lines.end()) return;
        for (const auto& [candidate, pieces] : found->second) {
            const Promotion& offer{m_problem.offer(candidate)};
            result.why.push_back({.promotion = offer.id,
                                  .key = std::string{points_reason},
                                  .quantity = pieces,
                                  .said = times_of(offer.multiplier)});
        }
    }

private:
    const Problem& m_problem;
    std::map<std::int64_t, std::map<int, std::int64_t>> m_lines;
};

std::vector<LineResult> lines_of(const Problem& problem, const Outcome& outcome)
{
    std::map<std::int64_t, LineResult> results;
    std::map<std::int64_t, Minor> gross;
    for (std::size_t unit{0}; unit < problem.units.size(); ++unit) {
        const std::int64_t line{problem.units[unit].line};
        LineResult& result{results[line]};
        result.total += outcome.net[unit];
        result.prices.push_back(outcome.net[unit]);
        result.earning += earning_of(problem, outcome, unit, outcome.net[unit]);
        result.tax = outcome.slot_tax[at(problem.line_slots[unit])];
        gross[line] += problem.units[unit].value;
    }
    const LineReasons reasons{problem, outcome};
    const LinePoints points{problem, outcome};
    std::vector<LineResult> lines;
    for (const BasketLine& line : problem.basket->lines) {
        LineResult result{std::move(results[line.line])};
        result.line = line.line;
        result.unit = line.unit;
        result.discount = gross[line.line] - result.total;
        result.why = reasons.of(line);
        points.add_to(result);
        std::sort(result.prices.rbegin(), result.prices.rend());
        lines.push_back(std::move(result));
    }
    return lines;
}

} // namespace

std::map<std::string, std::int64_t> limited_uses(const Problem& problem, const Outcome& outcome)
{
    std::map<std::string, std::int64_t> uses;
    for (const Candidate& candidate : problem.candidates) {
        const Promotion& offer{*candidate.promotion};
        if (!offer.per_member) continue;
        std::int64_t times{outcome.uses[static_cast<std::size_t>(&candidate - problem.candidates.data())]};
        if (offer.kind == PromotionKind::order && !offer.repeat) times = std::min<std::int64_t>(times, 1); // A step.
        if (times > 0) uses[offer.id] = times;
    }
    for (const Issued& issued : outcome.issued) {
        const Promotion& offer{problem.offer(issued.candidate)};
        if (offer.per_member) uses[offer.id] = issued.count;
    }
    return uses;
}

PricedBasket price_basket(const PromotionIndex& index, const Basket& basket)
{
    const Problem problem{make_problem(index, basket, units_of(basket))};
    const BestPlan best{best_plan(problem)};
    PricedBasket priced{explain(problem, best)};
    priced.unlock = hints_of(problem, best.outcome);
    priced.not_applied = not_applied(problem, best.outcome);
    return priced;
}

PricedBasket explain(const Problem& problem, const BestPlan& best)
{
    const Outcome& outcome{best.outcome};
    PricedBasket priced{.lines = lines_of(problem, outcome),
                        .goods = outcome.goods,
                        .delivery = outcome.fee,
                        .tax = outcome.tax,
                        .total = outcome.payable,
                        .points_redeemed = outcome.redeemed,
                        .due = outcome.payable - outcome.redeemed,
                        .points_earned = outcome.points,
                        .uses = limited_uses(problem, outcome),
                        .approximate = best.approximate};
    for (const LineResult& line : priced.lines) priced.discount += line.discount;
    if (outcome.fee_by >= 0) priced.delivery_by = problem.offer(outcome.fee_by).id;
    for (const Active& active : outcome.plan.active) {
        const Promotion& offer{problem.offer(active.candidate)};
        if (offer.needs_coupon) priced.coupons_used.push_back(offer.id);
    }
    for (const Issued& issued : outcome.issued) {
        const Promotion& offer{problem.offer(issued.candidate)};
        priced.coupons_issued.push_back({offer.id, offer.coupon, issued.count});
    }
    return priced;
}

} // namespace guitai::pricing
