#include "sync/pricing/receipt_state.hpp"

#include <algorithm>
#include <numeric>

namespace guitai::pricing {
namespace {

std::map<std::string, std::int64_t> issued_by(const Problem& problem, const Outcome& outcome)
{
    std::map<std::string, std::int64_t> issued;
    for (const Issued& row : outcome.issued) issued[problem.offer(row.candidate).id] = row.count;
    return issued;
}

// A receipt says of what promotion its coupons are, and not which one gave them out: that the plan of its sale says.
// What it does not say is kept under its own name, and gone with the first piece that comes back.
std::map<std::string, std::int64_t> given_out(const std::vector<CouponsToCome>& plan,
                                              std::map<std::string, std::int64_t> coupons)
{
    std::map<std::string, std::int64_t> issued;
    for (const CouponsToCome& row : plan) {
        const std::int64_t count{std::min(row.count, coupons[row.coupon])};
        if (count == 0) continue;
        issued[row.promotion] += count;
        coupons[row.coupon] -= count;
    }
    for (const auto& [coupon, count] : coupons) {
        if (count > 0) issued[coupon] += count;
    }
    return issued;
}

std::set<std::string> coupons_in(const Problem& problem, const Outcome& outcome)
{
    std::set<std::string> coupons;
    for (const Active& active : outcome.plan.active) {
        const Promotion& offer{problem.offer(active.candidate)};
        if (offer.needs_coupon) coupons.insert(offer.id);
    }
    return coupons;
}

} // namespace

ReceiptState::ReceiptState(const PromotionIndex& index, Basket basket) : m_index{index}, m_basket{std::move(basket)}
{
    const Problem problem{make_problem(index, m_basket, units_of(m_basket))};
    const BestPlan best{best_plan(problem)};
    const Outcome& outcome{best.outcome};
    m_sold = explain(problem, best);
    m_sold.unlock = hints_of(problem, outcome);
    m_sold.not_applied = pricing::not_applied(problem, outcome);
    m_units = problem.units;
    for (std::size_t unit{0}; unit < m_units.size(); ++unit) {
        m_nets[{m_units[unit].line, m_units[unit].number}] = outcome.net[unit];
    }
    for (const LineResult& line : m_sold.lines) m_tax[line.line] = line.tax;
    for (const Touch& touch : outcome.touches) {
        if (touch.candidate < 0 || !problem.offer(touch.candidate).shares_on_return) continue;
        const Unit& unit{m_units[at(touch.unit)]};
        m_prices_kept[{unit.line, unit.number}] = {&problem.offer(touch.candidate), outcome.line_net[at(touch.unit)]};
    }
    m_coupons = coupons_in(problem, outcome);
    m_issued = issued_by(problem, outcome);
    m_uses = limited_uses(problem, outcome);
    m_start = outcome.goods;
    m_paid = outcome.goods;
    m_redeemed = outcome.redeemed;
    m_points = outcome.points;
}

ReceiptState::ReceiptState(const PromotionIndex& index, Basket basket, const PaidBefore& paid)
    : ReceiptState{index, std::move(basket)}
{
    for (const auto& [line, prices] : paid.prices) believe(line, prices);
    for (const auto& [line, tax] : paid.taxes) m_tax[line] = tax;
    m_start = 0;
    for (const auto& [piece, net] : m_nets) m_start += net;
    m_paid = m_start;
    m_points = paid.points;
    m_redeemed = std::min(paid.redeemed, m_start);
    m_coupons = paid.coupons;
    m_issued = given_out(m_sold.coupons_issued, paid.issued);
    m_uses = paid.uses;
}

// The pieces of a line are alike, so the dearest price belongs to the one that came out dearest here.
void ReceiptState::believe(std::int64_t line, const std::vector<Minor>& prices)
{
    std::vector<std::pair<Minor, Piece>> mine;
    for (const auto& [piece, net] : m_nets) {
        if (piece.first == line) mine.emplace_back(-net, piece);
    }
    std::sort(mine.begin(), mine.end());
    for (std::size_t at{0}; at < mine.size() && at < prices.size(); ++at) {
        if (-mine[at].first == prices[at]) continue;
        m_nets[mine[at].second] = prices[at];
        m_prices_kept.erase(mine[at].second); // Another offer gave it.
    }
}

std::int64_t ReceiptState::pieces_left(std::int64_t line) const
{
    return std::count_if(m_nets.begin(), m_nets.end(), [&](const auto& piece) { return piece.first.first == line; });
}

Result<Refund> ReceiptState::give_back(const std::vector<GoodsBack>& goods)
{
    auto gone = pick(goods);
    if (!gone) return refuse(gone.error());
    std::set<Piece> kept;
    for (const auto& [piece, net] : m_nets) kept.insert(piece);
    for (const Piece& piece : *gone) kept.erase(piece);

    // The facts of the sale and the coupons it still holds; no delivery: the fee is never unwound.
    const Basket terms{basket_of_kept()};
    const Problem problem{make_problem(m_index, terms, units_kept(kept))};
    BestPlan best{best_plan(problem)};
    Outcome& outcome{best.outcome};
    Refund refund{.kept_worth = outcome.goods, .paid_after = std::min(m_paid, outcome.goods)};
    refund.refund = m_paid - refund.paid_after;
    share_refund(*gone, refund);

    std::vector<Minor> floors;
    share(refund.kept_worth - refund.paid_after, outcome.net, floors);
    std::map<Piece, Minor> nets;
    for (std::size_t unit{0}; unit < problem.units.size(); ++unit) {
        outcome.net[unit] -= floors[unit];
        nets[{problem.units[unit].line, problem.units[unit].number}] = outcome.net[unit];
    }
    give_tax_back(nets, refund);

    // What was paid in points comes back in step with the money; what was earned is worked out again.
    __extension__ using Wide = __int128;
    const Minor back{m_start == 0 ? 0
                                  : static_cast<Minor>(static_cast<Wide>(m_redeemed) * (m_start - refund.paid_after) /
                                                       m_start)};
    refund.points_back = back - m_redeemed_back;
    const Minor tax_on_top{m_basket.tax_mode == TaxMode::excluded ? refund.tax_back : 0};
    refund.money_back = refund.refund + tax_on_top - refund.points_back;
    Evaluator{problem}.count_points(outcome, m_redeemed - back);
    const std::int64_t points{std::min(outcome.points, m_points)};
    refund.points_taken_back = m_points - points;
    give_coupons_back(problem, outcome, refund);

    m_nets = std::move(nets);
    m_paid = refund.paid_after;
    m_points = points;
    m_redeemed_back = back;
    return refund;
}

Result<void> ReceiptState::swap(std::int64_t line, const Article& other) const
{
    const BasketLine* const sold{line_of(line)};
    if (sold == nullptr) return refuse("return.no_such_line", std::to_string(line));
    const Article& article{*sold->article};
    if (article.style.empty() || article.style != other.style || other.price != sold->unit) {
        return refuse("swap.not_alike", other.sku);
    }
    const bool kept{std::any_of(m_nets.begin(), m_nets.end(), [&](const auto& piece) {
        return piece.first.first == line;
    })};
    if (!kept) return refuse("return.more_than_sold", std::to_string(line));
    return {};
}

const BasketLine* ReceiptState::line_of(std::int64_t line) const
{
    const auto found = std::find_if(m_basket.lines.begin(), m_basket.lines.end(),
                                    [&](const BasketLine& candidate) { return candidate.line == line; });
    return found == m_basket.lines.end() ? nullptr : &*found;
}

// Pieces of one line are alike: the one that paid most comes back first. The answer is in canonical order.
Result<std::vector<ReceiptState::Piece>> ReceiptState::pick(const std::vector<GoodsBack>& goods) const
{
    std::map<std::int64_t, std::int64_t> wanted;
    for (const GoodsBack& back : goods) {
        const BasketLine* const line{line_of(back.line)};
        if (line == nullptr) return refuse("return.no_such_line", std::to_string(back.line));
        if (back.pieces < 1) return refuse("return.more_than_sold", std::to_string(back.pieces));
        wanted[back.line] += line->article->weighed ? 1 : back.pieces;
    }
    std::set<Piece> picked;
    for (const auto& [line, pieces] : wanted) {
        std::vector<std::pair<Minor, Piece>> mine;
        for (const auto& [piece, net] : m_nets) {
            if (piece.first == line) mine.emplace_back(-net, piece);
        }
        if (pieces > static_cast<std::int64_t>(mine.size()))
            return refuse("return.more_than_sold", std::to_string(line));
        std::sort(mine.begin(), mine.end());
        for (std::int64_t n{0}; n < pieces; ++n) picked.insert(mine[static_cast<std::size_t>(n)].second);
    }
    std::vector<Piece> gone;
    for (const Unit& unit : m_units) {
        if (picked.count({unit.line, unit.number}) == 1) gone.emplace_back(unit.line, unit.number);
    }
    return gone;
}

std::vector<Unit> ReceiptState::units_kept(const std::set<Piece>& kept) const
{
    std::vector<Unit> units;
    for (const Unit& unit : m_units) {
        const Piece piece{unit.line, unit.number};
        if (kept.count(piece) == 0) continue;
        units.push_back(unit);
        const auto price = m_prices_kept.find(piece);
        if (price != m_prices_kept.end()) units.back().kept = price->second;
    }
    return units;
}

Basket ReceiptState::basket_of_kept() const
{
    Basket terms{m_basket};
    terms.redeem_points = 0;
    terms.delivery_fee = 0;
    terms.coupons.clear();
    for (const HeldCoupon& coupon : m_basket.coupons) {
        if (m_coupons.count(coupon.promotion) == 1) terms.coupons.push_back(coupon);
    }
    return terms;
}

// Shared over the returned units by what they last cost.
void ReceiptState::share_refund(const std::vector<Piece>& gone, Refund& refund) const
{
    std::vector<Minor> weights;
    for (const Piece& piece : gone) weights.push_back(m_nets.at(piece));
    if (std::accumulate(weights.begin(), weights.end(), Minor{0}) == 0) std::fill(weights.begin(), weights.end(), 1);
    std::vector<Minor> parts;
    share(refund.refund, weights, parts);
    std::map<std::int64_t, Minor> by_line;
    for (std::size_t index{0}; index < gone.size(); ++index) by_line[gone[index].first] += parts[index];
    for (const auto& [line, amount] : by_line) refund.lines.push_back({line, amount});
}

// What the ticket owed before less what it owes now, line by line: all back, all tax back.
void ReceiptState::give_tax_back(const std::map<Piece, Minor>& nets, Refund& refund)
{
    std::map<std::int64_t, Minor> totals;
    for (const auto& [piece, net] : nets) totals[piece.first] += net;
    std::map<std::int64_t, Minor> taxes;
    for (const auto& [line, total] : totals) {
        taxes[line] = tax_of(total, line_of(line)->article->tax_rate, m_basket.tax_mode);
    }
    for (const auto& [line, tax] : m_tax) refund.tax_back += tax;
    for (const auto& [line, tax] : taxes) refund.tax_back -= tax;
    m_tax = std::move(taxes);
}

// A coupon without part in the kept plan is handed back only where the kept goods are really paid without it.
void ReceiptState::give_coupons_back(const Problem& problem, const Outcome& outcome, Refund& refund)
{
    const std::set<std::string> still{coupons_in(problem, outcome)};
    if (refund.paid_after == refund.kept_worth) {
        std::set_difference(m_coupons.begin(), m_coupons.end(), still.begin(), still.end(),
                            std::back_inserter(refund.coupons_back));
    }
    for (const std::string& coupon : refund.coupons_back) m_coupons.erase(coupon);
    auto earned = issued_by(problem, outcome);
    for (auto& [promotion, count] : m_issued) {
        const std::int64_t left{earned[promotion]};
        if (count <= left) continue;
        refund.coupons_void.push_back({promotion, count - left});
        count = left;
    }
    auto still_used = limited_uses(problem, outcome);
    for (auto& [promotion, times] : m_uses) {
        const std::int64_t left{std::min(times, still_used[promotion])};
        if (left < times) refund.uses_back[promotion] = times - left;
        times = left;
    }
}

} // namespace guitai::pricing
