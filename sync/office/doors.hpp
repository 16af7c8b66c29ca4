// The doors that `Api` opens, one function each. Internal to the API.
#pragma once

#include "sync/events/time.hpp"
#include "sync/office/http.hpp"
#include "sync/office/writer.hpp"

namespace guitai::office {

// What a door needs of the house.
struct Door {
    database::Connection& reads;
    Writing& writing;
    const Clock& clock;
    const Request& request;
    const Target& target; // Its first part, "v1", is known already.
};

// Tills: enrol, events, feed, leases, receipts. False where the target is none of these.
[[nodiscard]] bool open_till_door(const Door& door, const Reply& reply);
// Programs: health, orders, members, stores. False where the target is none of these.
[[nodiscard]] bool open_machine_door(const Door& door, const Reply& reply);
// Carriers that tell how parcels fare. False where the target is none of these.
[[nodiscard]] bool open_carrier_door(const Door& door, const Reply& reply);

// False, and the answer given, where the method is another.
[[nodiscard]] bool is_method(const Door& door, std::string_view method, const Reply& reply);

} // namespace guitai::office
