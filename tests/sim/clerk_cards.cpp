// Cards at the payment terminal: asked for, waited for with more or less patience, given up.
#include "tests/sim/clerk.hpp"

#include <fmt/format.h>

namespace guitai::sim {

// Lets the terminal speak. True where a sale came of it.
bool Clerk::hear_terminal()
{
    bool sold{false};
    for (const HearCard& heard : m_till.cards().turn()) {
        const std::size_t known{m_till.acknowledged().size()};
        const Did did{act(heard)};
        for (std::size_t at{known}; at < m_till.acknowledged().size(); ++at) {
            const auto event = decode(m_till.acknowledged()[at]);
            sold = sold || (event && std::holds_alternative<SaleCompleted>(event->body));
        }
        if (did == Did::down) break; // Nobody is there to hear the rest.
    }
    return sold;
}

// All that is due, at the terminal. True where the ticket was paid by it.
bool Clerk::charge(Money due, const std::function<void()>& effect)
{
    if (due.is_zero() || act(AskCard{due}) != Did::yes) return false;
    for (std::int64_t patience{m_dice.between(1, 8)}; patience > 0; --patience) {
        if (hear_terminal()) {
            effect();
            if (!m_name.empty()) act(NextCustomer{});
            return true;
        }
        if (m_name.empty() || !m_till.view().payment.card) return false;
    }
    if (m_dice.percent(50)) act(StopWaitingForCard{});
    return false;
}

// False where the till went down, and the ticket with it.
bool Clerk::charge_part(Ticket& ticket, std::int64_t minor)
{
    if (act(AskCard{Money::from_minor(minor)}) != Did::yes) return !m_name.empty() && !has_changed();
    const std::size_t tenders{m_till.view().payment.tenders.size()};
    for (std::int64_t patience{m_dice.between(1, 8)}; patience > 0 && m_till.view().payment.card; --patience) {
        if (hear_terminal()) wonder("sells a ticket that was paid in part");
        if (m_name.empty()) return false;
    }
    if (m_till.view().payment.card) return act(StopWaitingForCard{}) == Did::yes;
    if (m_till.view().payment.tenders.size() > tenders) ticket.paid.emplace_back(TenderKind::card, minor);
    return true;
}

} // namespace guitai::sim
