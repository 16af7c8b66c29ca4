// Nobody with the right is in the shop (电话授权): the till shows a request, whoever
// has the right signs in to the head office's console, and the code from there is
// good for this once. Both ends sign with a key they share, so no line is needed.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/till_state.hpp"

#include <string>

namespace guitai {

// How long the request on the screen may be answered.
inline constexpr std::int64_t phone_request_ms{600'000};

// Gives what waits a request of its own, where the till shares a key with its head office.
void make_phone_request(Desk& desk, PendingCommand& pending);

// Tries are counted before the code is looked at, and locked as those of a PIN. Refuses approval.no_phone,
// approval.phone_locked (detail: minutes left), approval.phone_expired (then there is another request) and
// approval.phone_wrong (detail: tries left).
[[nodiscard]] Result<void> check_phone_code(Desk& desk, const std::string& code);

[[nodiscard]] PhoneView phone_view(const Desk& desk);

} // namespace guitai
