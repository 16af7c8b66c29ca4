// Goods come back, to the till that sold them and to the other one, now and then more of them than were sold.
#include "tests/sim/clerk.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::sim {
namespace {

// Bought by somebody who joined at a till, and something of it is still with her.
bool is_of_newcomer(const SoldTally& sale)
{
    if (sale.member.empty() || sale.member.text.rfind("M0-", 0) == 0) return false;
    for (std::size_t line{0}; line < sale.wishes.size(); ++line) {
        if (!sale.wishes[line].ordered && sale.out(line) > 0) return true;
    }
    return false;
}

// Of a piece that she holds; null: she has none of that line.
Paper* paper_in_hand(SoldTally& sale, std::size_t line, Dice& dice)
{
    std::vector<Paper*> held;
    for (Paper& paper : sale.papers[line]) {
        if (paper.pieces > 0) held.push_back(&paper);
    }
    return held.empty() || sale.out(line) < 1 ? nullptr : dice.pick(held);
}

// A line of which everything came back at another till than `here`.
std::optional<std::size_t> line_back_elsewhere(const SoldTally& sale, TillNumber here)
{
    for (const VisitTally& visit : sale.visits) {
        if (visit.till != here && !sale.wishes[visit.line].ordered && sale.out(visit.line) < 1) return visit.line;
    }
    return std::nullopt;
}

} // namespace

// Who hopes that this till has not heard of it yet. Null: nobody.
SoldTally* Clerk::choose_stolen()
{
    for (auto& [till, tally] : m_tally.tills) {
        const auto last = std::find_if(tally.sold.rbegin(), tally.sold.rend(), [&](const SoldTally& sale) {
            return line_back_elsewhere(sale, m_till.number()).has_value();
        });
        if (last != tally.sold.rend()) return &*last;
    }
    return nullptr;
}

// Newcomers change their minds about their first tickets, and then about all of them. Null: nothing was sold.
SoldTally* Clerk::choose_sale(bool& of_newcomer)
{
    const bool here{m_dice.percent(60)};
    for (auto& [till, tally] : m_tally.tills) {
        if ((till == m_till.number()) != here || tally.sold.empty()) continue;
        const auto newcomer = std::find_if(tally.sold.begin(), tally.sold.end(), is_of_newcomer);
        of_newcomer = m_dice.percent(60) && newcomer != tally.sold.end();
        return of_newcomer ? &*newcomer : &tally.sold[static_cast<std::size_t>(m_dice.below(std::ssize(tally.sold)))];
    }
    return nullptr;
}

// As this till knows the ticket; nothing where it does not.
std::optional<Seen> Clerk::look_at(const SoldTally& sale)
{
    const Did did{act(FindSale{{sale.receipt}, {}})};
    if (did == Did::no && sale.till == m_till.number()) wonder(fmt::format("does not find its own {}", sale.receipt));
    if (did != Did::yes) return std::nullopt;
    const auto visits = look([&](TillStore& store) { return store.days().visits({sale.receipt}); });
    if (!visits) return std::nullopt;
    const Pieces own{sale.back_at(m_till.number())};
    Pieces elsewhere(sale.wishes.size(), 0);
    for (std::size_t line{0}; line < elsewhere.size(); ++line) {
        std::int64_t believed{0};
        for (const Visit& visit : *visits) {
            for (const HandedIn& one : visit) {
                if (one.line == static_cast<std::int64_t>(line) + 1) believed += one.quantity.whole();
            }
        }
        elsewhere[line] = believed - own[line];
        if (elsewhere[line] >= 0 && believed <= sale.back[line]) continue;
        wonder(fmt::format("knows that {} of line {} of {} came back, {} here and {} in all", believed, line + 1,
                           sale.receipt, own[line], sale.back[line]));
        return std::nullopt;
    }
    return seen_at(m_chain, sale, m_till.number(), elsewhere);
}

void Clerk::take_back()
{
    bool of_newcomer{false};
    SoldTally* const stolen_of{m_dice.percent(20) ? choose_stolen() : nullptr};
    SoldTally* const sale{stolen_of != nullptr ? stolen_of : choose_sale(of_newcomer)};
    if (sale == nullptr) return;
    const auto line = stolen_of != nullptr ? *line_back_elsewhere(*sale, m_till.number())
                                           : static_cast<std::size_t>(m_dice.below(std::ssize(sale->wishes)));
    const auto seen = sale->wishes[line].ordered ? std::nullopt : look_at(*sale);
    if (!seen) return;
    const std::int64_t out{sale->wishes[line].pieces - seen->back[line]};
    Paper* paper{paper_in_hand(*sale, line, m_dice)};
    Paper& first{sale->papers[line].front()};
    if (out == 0 || m_dice.percent(15)) {
        // Somebody tries it twice.
        if (hand_in(first, out + 1)) wonder(fmt::format("takes {} back, and {} are out", out + 1, out));
        return drop_ticket();
    }
    if (paper != nullptr) {
        const std::int64_t most{std::min({out, paper->pieces, sale->out(line)})};
        const std::int64_t pieces{of_newcomer ? most : m_dice.between(1, most)};
        if (!hand_in(*paper, pieces)) {
            if (!m_name.empty() && m_till.refusal().code == "return.all_back") {
                wonder(fmt::format("keeps {} of {} by line {} of {}", pieces, sale->receipt, paper->line,
                                   paper->receipt.text));
            }
            return drop_ticket();
        }
        return pay_back(*sale, *seen, line, pieces, *paper);
    }
    // It came back at the other till, of which nobody has told this one.
    if (m_dice.percent(40) || !hand_in(first, out)) return drop_ticket();
    Paper stolen{first};
    stolen.sku = m_till.view().cart.lines.back().sku;
    pay_back(*sale, *seen, line, out, stolen);
}

// True where the till took it.
bool Clerk::hand_in(const Paper& paper, std::int64_t pieces)
{
    const ReturnLine command{paper.receipt, paper.line, Quantity::pieces(pieces), "不合身"};
    return act_with_owner(command, {}, [] {}) == Did::yes;
}

// What coupons that it gave out took off other tickets, as far as this till knows those.
std::int64_t Clerk::spent_of(const SoldTally& sale, std::int64_t gone)
{
    std::int64_t spent{0};
    for (const std::string& code : sale.issued) {
        const auto used = m_till.read([&](TillStore& store) -> std::optional<SaleCompleted> {
            const auto coupon = store.offers().coupon(code);
            return coupon && !coupon->used_on.empty() ? store.days().known_sale(coupon->used_on) : std::nullopt;
        });
        if (gone-- < 1 || !used || !*used) continue;
        const auto& uses = m_tally.coupons.at(code).took_off;
        const auto use = uses.find((*used)->receipt.text);
        if (use != uses.end()) spent += use->second;
    }
    return spent;
}

void Clerk::pay_back(SoldTally& sale, const Seen& seen, std::size_t line, std::int64_t pieces, Paper& paper)
{
    const BackTally back{sim::take_back(m_chain, sale, seen, line, pieces)};
    const std::int64_t kept_back{std::min(spent_of(sale, back.coupons_void), back.refund)};
    if (!m_till.is_up()) return start_till();
    const std::int64_t refund{back.refund - kept_back - back.in_points}; // In money.
    const std::int64_t due{m_till.view().cart.due.minor()};
    if (m_till.view().cart.lines.back().sku != paper.sku) {
        wonder(fmt::format("takes {} back where {} was handed in", m_till.view().cart.lines.back().sku.text,
                           paper.sku.text));
        return drop_ticket();
    }
    if (due != -refund) {
        wonder(fmt::format("gives {} back for {} of {}, of {}", -due, pieces, sale.receipt, refund));
        return drop_ticket();
    }
    const bool cash{sale.tender == TenderKind::cash};
    const std::int64_t coins{cash ? in_coins(m_chain, sale, seen, back.after, refund) : refund};
    const VisitTally visit{m_till.number(), line, pieces, refund - coins, seen.unaware, back.refund};
    const auto given = [&] {
        m_tally.give_back(m_till.number(), m_chain, sale, visit, paper, back, kept_back);
        look_at_return(sale, back);
    };
    if (sale.tender == TenderKind::card && m_dice.percent(60)) {
        if (charge(Money::from_minor(-coins), given)) return;
        if (m_name.empty() || m_dice.percent(30)) return drop_ticket();
    }
    const Did did{act(Pay{sale.tender, Money::from_minor(-coins)}, "sale_completed", given)};
    if (did != Did::yes) return drop_ticket();
    act(NextCustomer{});
}

// What a return wrote of the points and coupons that hang on its receipt.
void Clerk::look_at_return(const SoldTally& sale, const BackTally& back)
{
    const SaleCompleted ticket{last_sale()};
    std::int64_t taken{0};
    for (const PointsBack& points : ticket.points_back) taken += points.points;
    std::int64_t restored{0};
    for (const PointsRestored& points : ticket.restored) {
        for (const LotPart& part : points.lots) restored += part.amount;
    }
    if (taken != back.points || restored != back.in_points) {
        wonder(fmt::format("takes {} points back and gives {} back for {}, of {} and {}", taken, restored,
                           sale.receipt, back.points, back.in_points));
    }
    const std::string handed_back{ticket.coupons_back.empty() ? "" : ticket.coupons_back.front().code};
    if (handed_back != (back.coupon_back ? sale.coupon : "")) {
        wonder(fmt::format("hands coupon {} back with {}", handed_back, sale.receipt));
    }
    for (const CouponMoved& coupon : ticket.coupons_back) ++m_tally.coupons.at(coupon.code).backs;
    for (const CouponMoved& coupon : ticket.coupons_void) {
        if (std::find(sale.issued.begin(), sale.issued.end(), coupon.code) == sale.issued.end()) {
            wonder(fmt::format("takes coupon {} away with {}", coupon.code, sale.receipt));
            continue;
        }
        ++m_tally.coupons.at(coupon.code).voids;
    }
    const auto gone = static_cast<std::int64_t>(ticket.coupons_void.size());
    if (gone <= back.coupons_void) return;
    wonder(fmt::format("takes {} coupons of {} away, of {}", gone, sale.receipt, back.coupons_void));
}

} // namespace guitai::sim
