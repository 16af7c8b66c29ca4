#include "sync/office/projections/phone_codes.hpp"

namespace guitai::office {
namespace {

void keep_key(database::Connection& connection, const Event& event, const PhoneKeySet& key)
{
    database::Statement{connection, "INSERT INTO phone_keys (till, number) VALUES (?1, ?2)"
                                    " ON CONFLICT (till) DO UPDATE SET number = excluded.number"}
        .bind(1, key.till)
        .bind(2, event.number)
        .run();
}

void keep_code(database::Connection& connection, const Event& event, const PhoneCodeGiven& given)
{
    database::Statement{connection,
                        "INSERT INTO phone_codes (number, till, request, action, subject, amount_minor, given_by,"
                        " reason, at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"}
        .bind(1, event.number)
        .bind(2, given.till)
        .bind(3, given.request)
        .bind(4, given.action)
        .bind(5, given.subject)
        .bind(6, given.amount.minor())
        .bind(7, given.given_by.text)
        .bind(8, given.reason)
        .bind(9, event.at_ms)
        .run();
}

} // namespace

void PhoneCodes::fold(database::Connection& connection, const Event& event)
{
    if (const auto* key = std::get_if<PhoneKeySet>(&event.body)) keep_key(connection, event, *key);
    if (const auto* given = std::get_if<PhoneCodeGiven>(&event.body)) keep_code(connection, event, *given);
}

bool shares_phone_key(database::Connection& connection, TillNumber till)
{
    database::Statement find{connection, "SELECT 1 FROM phone_keys WHERE till = ?1"};
    find.bind(1, till);
    return find.step();
}

std::vector<PhoneCodeRow> latest_phone_codes(database::Connection& connection, const PlaceCode& store, int limit)
{
    database::Statement find{connection,
                             "SELECT c.till, c.request, c.action, c.subject, c.amount_minor, c.given_by, c.reason,"
                             " COALESCE(t.store, ''), c.at_ms FROM phone_codes c LEFT JOIN tills t ON t.till = c.till"
                             " WHERE ?1 = '' OR t.store = ?1 ORDER BY c.number DESC LIMIT ?2"};
    find.bind(1, store.text).bind(2, limit);
    std::vector<PhoneCodeRow> rows;
    while (find.step()) {
        rows.push_back({{find.integer(0),
                         find.text(1),
                         find.text(2),
                         find.text(3),
                         Money::from_minor(find.integer(4)),
                         {find.text(5)},
                         find.text(6)},
                        {find.text(7)},
                        find.integer(8)});
    }
    return rows;
}

} // namespace guitai::office
