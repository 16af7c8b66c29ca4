// Goods come back, now and then more of them than were sold.
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
        if (!sale.wishes[line].ordered && sale.wishes[line].pieces > sale.back[line]) return true;
    }
    return false;
}

} // namespace

void Clerk::take_back()
{
    TillTally& own{m_tally.tills.at(m_till.number())};
    if (own.sold.empty()) return;
    // Newcomers change their minds about their first tickets, and then about all of them.
    const auto newcomer = std::find_if(own.sold.begin(), own.sold.end(), is_of_newcomer);
    const bool of_newcomer{m_dice.percent(60) && newcomer != own.sold.end()};
    SoldTally& sale{of_newcomer ? *newcomer
                                : own.sold[static_cast<std::size_t>(m_dice.below(std::ssize(own.sold)))]};
    const auto line = static_cast<std::size_t>(m_dice.below(std::ssize(sale.wishes)));
    if (sale.wishes[line].ordered) return;
    const std::int64_t out{sale.wishes[line].pieces - sale.back[line]};
    if (out == 0 || m_dice.percent(15)) {
        // Somebody tries it twice.
        if (hand_in(sale, line, out + 1)) wonder(fmt::format("takes {} back, and {} are out", out + 1, out));
        return drop_ticket();
    }
    const std::int64_t pieces{of_newcomer ? out : m_dice.between(1, out)};
    if (!hand_in(sale, line, pieces)) return drop_ticket();
    pay_back(sale, line, pieces);
}

// True where the till took it.
bool Clerk::hand_in(SoldTally& sale, std::size_t line, std::int64_t pieces)
{
    const ReturnLine command{{sale.receipt}, static_cast<std::int64_t>(line) + 1, Quantity::pieces(pieces), "不合身"};
    return act_with_owner(command, {}, [] {}) == Did::yes;
}

void Clerk::pay_back(SoldTally& sale, std::size_t line, std::int64_t pieces)
{
    const BackTally back{sim::take_back(m_chain, sale, line, pieces)};
    SoldTally after{sale};
    after.nets = back.nets;
    after.back[line] += pieces;
    const std::int64_t in_points{sale.points_until(after.earning()) - sale.redeemed_back};
    const std::int64_t refund{back.refund - in_points}; // In money.
    const std::int64_t due{m_till.view().cart.due.minor()};
    if (due != -refund) {
        wonder(fmt::format("gives {} back for {} of {}", -due, pieces, sale.receipt));
        return drop_ticket();
    }
    const bool cash{sale.tender == TenderKind::cash};
    const std::int64_t coins{cash ? sale.in_coins(m_chain, line, pieces, refund) : refund};
    const auto given = [&] { m_tally.give_back(m_till.number(), m_chain, sale, line, pieces, refund - coins); };
    if (sale.tender == TenderKind::card && m_dice.percent(60)) {
        if (charge(Money::from_minor(-coins), given)) return;
        if (m_name.empty() || m_dice.percent(30)) return drop_ticket();
    }
    const Did did{act(Pay{sale.tender, Money::from_minor(-coins)}, "sale_completed", given)};
    if (did != Did::yes) return drop_ticket();
    act(NextCustomer{});
}

} // namespace guitai::sim
