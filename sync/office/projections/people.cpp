#include "sync/office/projections/people.hpp"

#include "sync/office/projections/stored.hpp"

namespace guitai::office {
namespace {

TillEnrolled till_from(const database::Statement& row)
{
    return {row.integer(0), {row.text(1)}, row.text(2), row.flag(3)};
}

std::vector<StaffSet> staff_from(database::Statement& find)
{
    std::vector<StaffSet> people;
    while (find.step()) {
        StaffSet& person{people.emplace_back()};
        person.name = {find.text(0)};
        person.store = {find.text(1)};
        person.role = stored_word<Role>(find.text(2));
        person.pin_hash = find.text(3);
        person.active = find.flag(4);
    }
    return people;
}

} // namespace

void Staff::fold(database::Connection& connection, const Event& event)
{
    const auto* set = std::get_if<StaffSet>(&event.body);
    if (!set) return;
    database::Statement{connection,
                        "INSERT INTO staff (store, name, role, pin_hash, active) VALUES (?1, ?2, ?3, ?4, ?5)"
                        " ON CONFLICT (store, name) DO UPDATE SET role = excluded.role,"
                        " pin_hash = excluded.pin_hash, active = excluded.active"}
        .bind(1, set->store.text)
        .bind(2, set->name.text)
        .bind(3, word_of(set->role))
        .bind(4, set->pin_hash)
        .bind(5, set->active)
        .run();
}

void Tills::fold(database::Connection& connection, const Event& event)
{
    const auto* enrolled = std::get_if<TillEnrolled>(&event.body);
    if (!enrolled) return;
    database::Statement{connection, "INSERT INTO tills (till, store, public_key, test, enrolled_at_ms)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5)"
                                    " ON CONFLICT (till) DO UPDATE SET store = excluded.store,"
                                    " public_key = excluded.public_key, test = excluded.test,"
                                    " enrolled_at_ms = excluded.enrolled_at_ms"}
        .bind(1, enrolled->till)
        .bind(2, enrolled->store.text)
        .bind(3, enrolled->public_key)
        .bind(4, enrolled->test)
        .bind(5, event.at_ms)
        .run();
}

std::int64_t other_executives(database::Connection& connection, const StaffName& name)
{
    database::Statement find{connection, "SELECT COUNT(DISTINCT name) FROM staff WHERE role = 'executive'"
                                         " AND active = 1 AND name <> ?1"};
    find.bind(1, name.text);
    return find.step() ? find.integer(0) : 0;
}

std::vector<StaffSet> staff_named(database::Connection& connection, const StaffName& name)
{
    database::Statement find{connection, "SELECT name, store, role, pin_hash, active FROM staff"
                                         " WHERE name = ?1 AND active = 1 ORDER BY store"};
    find.bind(1, name.text);
    return staff_from(find);
}

std::vector<StaffSet> all_staff(database::Connection& connection)
{
    database::Statement find{connection, "SELECT name, store, role, pin_hash, active FROM staff"
                                         " ORDER BY store, active DESC, role, name"};
    return staff_from(find);
}

std::optional<TillEnrolled> find_till(database::Connection& connection, TillNumber till)
{
    database::Statement find{connection, "SELECT till, store, public_key, test FROM tills WHERE till = ?1"};
    find.bind(1, till);
    if (!find.step()) return std::nullopt;
    return till_from(find);
}

std::vector<TillEnrolled> all_tills(database::Connection& connection)
{
    database::Statement find{connection, "SELECT till, store, public_key, test FROM tills ORDER BY till"};
    std::vector<TillEnrolled> tills;
    while (find.step()) tills.push_back(till_from(find));
    return tills;
}

PlaceCode store_of(database::Connection& connection, TillNumber till)
{
    const auto known = find_till(connection, till);
    return known ? known->store : PlaceCode{};
}

} // namespace guitai::office
