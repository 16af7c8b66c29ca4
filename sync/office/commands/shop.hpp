// Shops, warehouses and the people in them, as the command line makes them. Each
// function writes in a transaction of its own, all or nothing, and gives one line to print.
#pragma once

#include "sync/events/staff_events.hpp"
#include "sync/office/office.hpp"

#include <string>
#include <string_view>

namespace guitai::office {

// "percent" and "yuan" as people type them. Refuses store.bad_rate and store.bad_fee.
[[nodiscard]] Result<BasisPoints> read_rate(std::string_view percent);
[[nodiscard]] Result<Money> read_fee(std::string_view yuan);

// Makes the place, or changes it. Refuses store.bad_code and store.bad_name.
[[nodiscard]] Result<std::string> add_store(Office& office, const PlaceSet& wanted);

struct NewStaff {
    StaffName name;
    PlaceCode store; // May be empty for people of the head office.
    Role role{Role::clerk};
    std::string pin;
};

// Refuses staff.bad_name, staff.bad_pin, staff.missing_store and store.unknown.
[[nodiscard]] Result<std::string> add_staff(Office& office, const NewStaff& wanted);

[[nodiscard]] Result<std::string> print_enrol_code(Office& office, const PlaceCode& store);
[[nodiscard]] Result<std::string> print_token(Office& office, Role role, std::string_view label);

// After the books were put back to an older copy: says so where nobody else noticed, and names the tills waited for.
[[nodiscard]] Result<std::string> say_restored(Office& office, const std::string& reason);
// The line names what the till may cost. Refuses as go_on_without does, and staff.bad_name.
[[nodiscard]] Result<std::string> go_without(Office& office, TillNumber till, const StaffName& approved_by);
// A till is lost or stolen: what it holds comes home. Refuses as write_till_off does, and staff.bad_name.
[[nodiscard]] Result<std::string> write_off(Office& office, TillNumber till, const StaffName& approved_by);

} // namespace guitai::office
