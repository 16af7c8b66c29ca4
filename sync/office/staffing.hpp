// Who works where, as the command line and the console set it: one rule for what a name and a PIN may be, and for who
// may give which role.
#pragma once

#include "sync/events/staff_events.hpp"
#include "sync/office/office.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace guitai {

namespace office {
// What the console can do about a person: hire, give another PIN, let go, take back with a new PIN.
enum class StaffAct { add, pin, retire, restore };
} // namespace office
template<>
struct Words<office::StaffAct> {
    static constexpr std::array<std::pair<office::StaffAct, std::string_view>, 4> all{{
        {office::StaffAct::add, "add"},
        {office::StaffAct::pin, "pin"},
        {office::StaffAct::retire, "retire"},
        {office::StaffAct::restore, "restore"},
    }};
};

namespace office {

inline constexpr std::size_t staff_name_bytes_max{120};

[[nodiscard]] bool is_staff_name(std::string_view name);

struct StaffWish {
    StaffName name;
    PlaceCode store; // May be empty for people of the head office.
    Role role{Role::clerk};
    std::string pin;
};

// Whether all of it could be. Refuses staff.bad_name, staff.bad_pin, staff.missing_store, store.unknown and
// staff.too_many_executives. Reads only.
[[nodiscard]] Result<void> check_staff(database::Connection& reads, const StaffWish& wanted);

// Who asks at the console.
struct StaffGiver {
    StaffName staff;
    PlaceCode store; // The only shop that she looks after; empty: all.
    Role role{Role::clerk};
};

// Those who read files as a whole, and the privacy officer, are made at the command line alone: nobody gives herself,
// or a friend, more than she has.
[[nodiscard]] bool may_give(const StaffGiver& giver, Role role, const PlaceCode& store);

// What `act` writes, its PIN hashed: slow, reads only, so that the writer has nothing to wait for. Of `wanted` only
// name and store are read for retire, and the PIN too for pin and restore: a role stays what it is. Refuses as
// check_staff does, and staff.not_yours, staff.known, staff.unknown, staff.yourself.
[[nodiscard]] Result<StaffSet> judge_staff(database::Connection& reads, const StaffGiver& giver, StaffAct act,
                                           const StaffWish& wanted);
// Writes it, and ends every session of that person but the giver's own.
void set_staff(Office& office, const database::Transaction& open, const StaffSet& set, const StaffGiver& giver);

} // namespace office
} // namespace guitai
