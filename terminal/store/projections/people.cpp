#include "terminal/store/projections/people.hpp"

#include "terminal/store/rows.hpp"

namespace guitai {
namespace {

void set_place(database::Connection& connection, const PlaceSet& place)
{
    run(connection,
        "INSERT INTO places (place, name, kind, tax_included, tax_rate, delivery_fee, utc_offset_minutes, test)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
        " ON CONFLICT (place) DO UPDATE SET name = ?2, kind = ?3, tax_included = ?4, tax_rate = ?5,"
        " delivery_fee = ?6, utc_offset_minutes = ?7, test = ?8",
        place.place, place.name, place.place_kind, place.tax_included, place.tax_rate, place.delivery_fee,
        place.utc_offset_minutes, place.test);
}

void set_staff(database::Connection& connection, const StaffSet& person)
{
    run(connection,
        "INSERT INTO staff (store, name, role, pin_hash, active) VALUES (?1, ?2, ?3, ?4, ?5)"
        " ON CONFLICT (store, name) DO UPDATE SET role = ?3, pin_hash = ?4, active = ?5",
        person.store, person.name, person.role, person.pin_hash, person.active);
}

void count_try(database::Connection& connection, const StaffName& name, std::int64_t at_ms)
{
    run(connection,
        "INSERT INTO sign_in_tries (name, failed, last_at_ms) VALUES (?1, 1, ?2)"
        " ON CONFLICT (name) DO UPDATE SET failed = failed + 1, last_at_ms = ?2",
        name, at_ms);
}

void forgive_tries(database::Connection& connection, const StaffName& name)
{
    run(connection, "UPDATE sign_in_tries SET failed = 0 WHERE name = ?1", name);
}

} // namespace

void PeopleProjection::apply(database::Connection& connection, const Event& event)
{
    if (const auto* place = std::get_if<PlaceSet>(&event.body)) set_place(connection, *place);
    else if (const auto* person = std::get_if<StaffSet>(&event.body)) set_staff(connection, *person);
    else if (const auto* tried = std::get_if<SignInTried>(&event.body))
        count_try(connection, tried->staff, event.at_ms);
    else if (const auto* in = std::get_if<SignedIn>(&event.body)) forgive_tries(connection, in->staff);
    else if (const auto* given = std::get_if<OverrideGiven>(&event.body)) forgive_tries(connection, given->approved_by);
}

} // namespace guitai
