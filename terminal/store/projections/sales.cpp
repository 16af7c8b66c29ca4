#include "terminal/store/projections/sales.hpp"

#include "terminal/store/rows.hpp"

namespace guitai {
namespace {

std::int64_t pieces_of(const TicketParked& parked)
{
    std::int64_t pieces{0};
    for (const ParkedLine& line : parked.lines) pieces += line.quantity.is_whole() ? line.quantity.whole() : 1;
    return pieces;
}

void park(database::Connection& connection, const Event& event, const TicketParked& parked)
{
    run(connection,
        "INSERT INTO parked_tickets (ticket, number, at_ms, staff, member, pieces) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
        " ON CONFLICT (ticket) DO UPDATE SET number = ?2, at_ms = ?3, staff = ?4, member = ?5, pieces = ?6",
        parked.ticket, event.number, event.at_ms, parked.staff, parked.member, pieces_of(parked));
}

void park_elsewhere(database::Connection& connection, const Event& event, const ParkedTold& told)
{
    run(connection, "DELETE FROM recalled_unheard WHERE till = ?1 AND ticket = ?2", told.till, told.ticket.ticket);
    if (connection.changed_rows() > 0) return; // It waits no more.
    run(connection,
        "INSERT INTO parked_elsewhere (till, ticket, number, at_ms, staff, member, pieces)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (till, ticket) DO UPDATE SET number = ?3",
        told.till, told.ticket.ticket, event.number, told.parked_at_ms, told.ticket.staff, told.ticket.member,
        pieces_of(told.ticket));
}

// It waits nowhere any more, whoever had put it aside.
void forget(database::Connection& connection, TillNumber self, TillNumber till, std::int64_t ticket)
{
    if (till == self) return run(connection, "DELETE FROM parked_tickets WHERE ticket = ?1", ticket);
    run(connection, "DELETE FROM parked_elsewhere WHERE till = ?1 AND ticket = ?2", till, ticket);
    if (connection.changed_rows() > 0) return;
    run(connection, "INSERT INTO recalled_unheard (till, ticket) VALUES (?1, ?2) ON CONFLICT DO NOTHING", till, ticket);
}

} // namespace

void SalesProjection::apply(database::Connection& connection, const Event& event)
{
    if (const auto* told = std::get_if<ParkedTold>(&event.body)) {
        if (told->store == m_self.store && told->till != m_self.till) park_elsewhere(connection, event, *told);
    } else if (const auto* recall = std::get_if<RecallTold>(&event.body)) {
        const bool is_news{recall->store == m_self.store && recall->source_origin != m_self.till};
        if (is_news) forget(connection, m_self.till, recall->till, recall->ticket);
    }
    if (event.origin != m_self.till) return;
    if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) {
        // A receipt number given twice would be a bug of the till; the first one stays findable.
        run(connection, "INSERT INTO sales (number, receipt, member) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            event.number, sale->receipt, sale->member);
    } else if (const auto* parked = std::get_if<TicketParked>(&event.body)) {
        park(connection, event, *parked);
    } else if (const auto* recalled = std::get_if<TicketRecalled>(&event.body)) {
        forget(connection, m_self.till, recalled->till == 0 ? m_self.till : recalled->till, recalled->ticket);
    }
}

} // namespace guitai
