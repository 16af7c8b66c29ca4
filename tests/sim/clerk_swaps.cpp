// Another size or colour of the same style, at the till that sold it and at the other one.
#include "tests/sim/clerk.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::sim {

// She holds the piece in her hand, and its paper: nobody is wrong about it.
void Clerk::swap()
{
    bool of_newcomer{false};
    SoldTally* const sale{choose_sale(of_newcomer)};
    if (sale == nullptr) return;
    const auto line = static_cast<std::size_t>(m_dice.below(std::ssize(sale->wishes)));
    std::vector<Paper*> held;
    for (Paper& paper : sale->papers[line]) {
        if (paper.pieces > 0) held.push_back(&paper);
    }
    if (sale->wishes[line].ordered || held.empty() || sale->out(line) < 1) return;
    Paper& paper{*m_dice.pick(held)};
    std::vector<Sku> others;
    for (const CatalogueItem& item : m_chain.items) {
        if (item.style == m_chain.item(paper.sku).style && item.sku != paper.sku) others.push_back(item.sku);
    }
    const Sku other{m_dice.pick(others)};
    const std::int64_t pieces{m_dice.between(1, std::min(paper.pieces, sale->out(line)))};
    const SwapLine command{paper.receipt, paper.line, other, Quantity::pieces(pieces), "尺码不合"};
    const Did did{act_with_owner(command, {}, [] {})};
    if (did == Did::down) return;
    if (did == Did::no) {
        if (m_till.refusal().code == "return.all_back") {
            wonder(fmt::format("does not swap {} of {} by line {} of {}", pieces, sale->receipt, paper.line,
                               paper.receipt.text));
        }
        return drop_ticket();
    }
    if (!m_till.view().cart.total.is_zero() || !m_till.view().cart.due.is_zero()) wonder("lets a swap cost money");
    finish_swap(*sale, line, paper, {{}, 0, other, pieces});
}

void Clerk::finish_swap(SoldTally& sale, std::size_t line, Paper& from, Paper to)
{
    const Did did{act(Pay{TenderKind::cash, {}}, "sale_completed", [&] {
        const SaleCompleted ticket{last_sale()};
        const bool is_right{ticket.lines.size() == 2 && ticket.lines[0].sku == from.sku &&
                            ticket.lines[1].sku == to.sku && ticket.lines[1].swapped_receipt.text == sale.receipt &&
                            ticket.lines[1].swapped_line == static_cast<std::int64_t>(line) + 1};
        const bool moves_nothing{ticket.total.is_zero() && ticket.tax.is_zero() && ticket.tenders.empty() &&
                                 ticket.points_earned == 0 && ticket.points_back.empty() &&
                                 ticket.coupons_issued.empty() && ticket.coupons_void.empty()};
        if (!is_right || !moves_nothing) wonder(fmt::format("writes a swap as {}", m_till.acknowledged().back()));
        to.receipt = ticket.receipt;
        to.line = 2;
        m_tally.swap(m_till.number(), sale, line, from, to);
    })};
    if (did != Did::yes) return drop_ticket();
    act(NextCustomer{});
}

} // namespace guitai::sim
