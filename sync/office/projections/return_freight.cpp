#include "sync/office/projections/return_freight.hpp"

#include "sync/office/projections/places.hpp"
#include "sync/office/projections/stored.hpp"

namespace guitai::office {
namespace {

void enter(database::Connection& connection, const Event& event, std::int64_t part, const FreightRow& row)
{
    if (row.payer == FreightPayer::nobody || row.amount_minor == 0) return;
    database::Statement{connection, "INSERT INTO return_freight (origin, number, part, subject, store, business_date,"
                                    " reason, payer, amount_minor) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"}
        .bind(1, event.origin)
        .bind(2, event.number)
        .bind(3, part)
        .bind(4, row.subject)
        .bind(5, row.store.text)
        .bind(6, row.business_date)
        .bind(7, row.reason)
        .bind(8, word_of(row.payer))
        .bind(9, row.amount_minor)
        .run();
}

} // namespace

void ReturnFreight::fold(database::Connection& connection, const Event& event)
{
    if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) {
        std::int64_t part{0};
        for (const SaleLine& line : sale->lines) {
            enter(connection, event, ++part,
                  {line.returned_receipt.text, sale->store, sale->business_date, line.reason, line.freight_by,
                   line.freight.minor()});
        }
    } else if (const auto* back = std::get_if<OrderCameBack>(&event.body)) {
        enter(connection, event, 0,
              {back->order.text, back->place, date_in(connection, back->place, event.at_ms), back->reason,
               back->freight_by, back->freight.minor()});
    }
}

std::vector<FreightRow> return_freight(database::Connection& connection, const PlaceCode& store, int limit)
{
    database::Statement find{connection, "SELECT subject, store, business_date, reason, payer, amount_minor"
                                         " FROM return_freight WHERE (?1 = '' OR store = ?1)"
                                         " ORDER BY business_date, origin, number, part LIMIT ?2"};
    find.bind(1, store.text).bind(2, limit);
    std::vector<FreightRow> all;
    while (find.step()) {
        all.push_back({find.text(0), {find.text(1)}, find.text(2), find.text(3),
                       stored_word<FreightPayer>(find.text(4)), find.integer(5)});
    }
    return all;
}

} // namespace guitai::office
