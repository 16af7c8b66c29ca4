#include "terminal/store/projections/sales.hpp"

#include "terminal/store/rows.hpp"

namespace guitai {
namespace {

void park(database::Connection& connection, const Event& event, const TicketParked& parked)
{
    std::int64_t pieces{0};
    for (const ParkedLine& line : parked.lines) pieces += line.quantity.is_whole() ? line.quantity.whole() : 1;
    run(connection,
        "INSERT INTO parked_tickets (ticket, number, at_ms, staff, member, pieces) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
        " ON CONFLICT (ticket) DO UPDATE SET number = ?2, at_ms = ?3, staff = ?4, member = ?5, pieces = ?6",
        parked.ticket, event.number, event.at_ms, parked.staff, parked.member, pieces);
}

} // namespace

void SalesProjection::apply(database::Connection& connection, const Event& event)
{
    if (event.origin != m_self.till) return;
    if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) {
        // A receipt number given twice would be a bug of the till; the first one stays findable.
        run(connection, "INSERT INTO sales (number, receipt, member) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            event.number, sale->receipt, sale->member);
    } else if (const auto* parked = std::get_if<TicketParked>(&event.body)) {
        park(connection, event, *parked);
    } else if (const auto* recalled = std::get_if<TicketRecalled>(&event.body)) {
        run(connection, "DELETE FROM parked_tickets WHERE ticket = ?1", recalled->ticket);
    }
}

} // namespace guitai
