// Points that a member takes to a till whose line is down, on her phone.
#pragma once

#include "sync/events/carried_lease.hpp"
#include "sync/office/office.hpp"

#include <string>

namespace guitai::office {

// What her phone is to show that till: the lease as the head office says it, signed for that till. The same question
// has the same answer for ever. Refuses carried.unreadable, carried.not_yours, carried.not_enough (with how many there
// are), carried.too_long and carried.not_now.
[[nodiscard]] Result<std::string> carry_lease(Office& office, const database::Transaction& open,
                                              const MemberId& member, std::string_view code);

} // namespace guitai::office
