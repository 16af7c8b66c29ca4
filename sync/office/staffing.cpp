#include "sync/office/staffing.hpp"

#include "sync/catalogue/text.hpp"
#include "sync/events/pin.hpp"
#include "sync/office/crypto.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/projections/places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace guitai::office {
namespace {

bool works_at_the_office(Role role)
{
    return role == Role::office || role == Role::executive || role == Role::privacy;
}

Result<void> check_pin(std::string_view pin)
{
    if (is_pin(pin)) return {};
    return refuse("staff.bad_pin", fmt::format("--pin is not {} to {} digits", pin_digits_min, pin_digits_max));
}

std::optional<StaffSet> find_person(database::Connection& reads, const StaffWish& wanted)
{
    for (StaffSet& one : all_staff(reads)) {
        if (one.name == wanted.name && one.store == wanted.store) return std::move(one);
    }
    return std::nullopt;
}

} // namespace

bool is_staff_name(std::string_view name)
{
    const auto breaks = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
    return !trimmed(name).empty() && name.size() <= staff_name_bytes_max &&
           std::none_of(name.begin(), name.end(), breaks);
}

Result<void> check_staff(database::Connection& reads, const StaffWish& wanted)
{
    if (!is_staff_name(wanted.name.text)) {
        return refuse("staff.bad_name", fmt::format("--name '{}' is no name", wanted.name.text));
    }
    if (auto pin = check_pin(wanted.pin); !pin) return pin;
    if (wanted.store.empty() && !works_at_the_office(wanted.role)) {
        return refuse("staff.missing_store", fmt::format("--store is needed for role {}", word_of(wanted.role)));
    }
    if (!wanted.store.empty() && !find_place(reads, wanted.store)) {
        return refuse("store.unknown",
                      fmt::format("--store '{}' does not exist; add-store makes it", wanted.store.text));
    }
    if (wanted.role == Role::executive && other_executives(reads, wanted.name) >= executives_max) {
        return refuse("staff.too_many_executives", std::to_string(executives_max));
    }
    return {};
}

bool may_give(const StaffGiver& giver, Role role, const PlaceCode& store)
{
    const bool is_counter{role == Role::clerk || role == Role::adviser};
    if (giver.role == Role::owner) return is_counter && !giver.store.empty() && store == giver.store;
    return giver.role == Role::office && (is_counter || role == Role::owner || role == Role::office);
}

Result<StaffSet> judge_staff(database::Connection& reads, const StaffGiver& giver, StaffAct act,
                             const StaffWish& wanted)
{
    const auto known = find_person(reads, wanted);
    if (act == StaffAct::add) {
        if (!may_give(giver, wanted.role, wanted.store)) return refuse("staff.not_yours", wanted.name.text);
        if (auto fits = check_staff(reads, wanted); !fits) return refuse(fits.error());
        if (known) return refuse("staff.known", wanted.name.text);
        return StaffSet{wanted.name, wanted.store, wanted.role, hash_pin(wanted.pin), true};
    }
    if (!known) return refuse("staff.unknown", wanted.name.text);
    if (!may_give(giver, known->role, known->store)) return refuse("staff.not_yours", wanted.name.text);
    StaffSet set{*known};
    set.active = act != StaffAct::retire;
    if (act == StaffAct::retire) {
        const bool is_herself{known->name == giver.staff && known->role == giver.role};
        if (is_herself) return refuse("staff.yourself", wanted.name.text);
        return set;
    }
    if (auto pin = check_pin(wanted.pin); !pin) return refuse(pin.error());
    set.pin_hash = hash_pin(wanted.pin);
    return set;
}

void set_staff(Office& office, const database::Transaction& open, const StaffSet& set, const StaffGiver& giver)
{
    office.say(open, set, giver.staff.text);
    if (set.name == giver.staff) return;
    // Whoever signed in with the old PIN signs in anew.
    database::Statement{office.connection(), "DELETE FROM sessions WHERE staff = ?1 AND store = ?2"}
        .bind(1, set.name.text)
        .bind(2, set.store.text)
        .run();
}

} // namespace guitai::office
