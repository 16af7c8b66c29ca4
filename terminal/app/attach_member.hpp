// Whose ticket it is.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/till_state.hpp"

namespace guitai {

// Prices the ticket for her from now on. Refuses pay.under_way once part of it is paid.
[[nodiscard]] Result<void> attach_to_ticket(Desk& desk, const MemberProfile& profile);

// The digits of a phone as typed, blanks, dashes and a leading plus taken out.
// Refuses member.bad_phone what is not 5 to 20 digits.
[[nodiscard]] Result<std::string> read_phone(std::string_view text);

} // namespace guitai
