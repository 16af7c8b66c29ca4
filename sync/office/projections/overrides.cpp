#include "sync/office/projections/overrides.hpp"

#include "sync/office/projections/people.hpp"

namespace guitai::office {

void Overrides::fold(database::Connection& connection, const Event& event)
{
    const auto* given = std::get_if<OverrideGiven>(&event.body);
    if (!given) return;
    database::Statement{connection,
                        "INSERT INTO overrides (till, number, store, action, asked_by, approved_by, reason, subject,"
                        " amount_minor, at_ms, phone_request)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"}
        .bind(1, event.origin)
        .bind(2, event.number)
        .bind(3, store_of(connection, event.origin).text)
        .bind(4, given->action)
        .bind(5, given->asked_by.text)
        .bind(6, given->approved_by.text)
        .bind(7, given->reason)
        .bind(8, given->subject)
        .bind(9, given->amount.minor())
        .bind(10, event.at_ms)
        .bind(11, given->phone_request)
        .run();
}

std::vector<OverrideRow> latest_overrides(database::Connection& connection, const PlaceCode& store, int limit)
{
    database::Statement find{connection, "SELECT action, asked_by, approved_by, reason, subject, amount_minor, till,"
                                         " store, at_ms, phone_request,"
                                         " COALESCE((SELECT MAX(c.given_by) FROM phone_codes c"
                                         " WHERE c.till = overrides.till AND c.request = overrides.phone_request), '')"
                                         " FROM overrides WHERE ?1 = '' OR store = ?1"
                                         " ORDER BY at_ms DESC, till, number LIMIT ?2"};
    find.bind(1, store.text).bind(2, limit);
    std::vector<OverrideRow> rows;
    while (find.step()) {
        rows.push_back({{find.text(0),
                         {find.text(1)},
                         {find.text(2)},
                         find.text(3),
                         find.text(4),
                         Money::from_minor(find.integer(5)),
                         find.text(9)},
                        find.integer(6),
                        {find.text(7)},
                        find.integer(8),
                        {find.text(10)}});
    }
    return rows;
}

} // namespace guitai::office
