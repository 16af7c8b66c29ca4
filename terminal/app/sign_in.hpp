// Who is at the counter: names, PINs and the lock after too many wrong ones. A
// try is written down before the PIN is looked at, so that no crash gives one away.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/till_state.hpp"

namespace guitai {

inline constexpr std::int64_t pin_tries_max{5};
inline constexpr std::int64_t pin_lock_ms{600'000};

// Refuses sign_in.locked (detail: minutes left) and sign_in.wrong (detail: tries
// left), for a name that nobody has just as for a wrong PIN. Whoever calls writes
// the SignedIn that forgives the tries, with what the PIN was asked for.
[[nodiscard]] Result<StaffReader::Person> check_pin(Desk& desk, const std::string& name, const std::string& pin);

[[nodiscard]] PersonView person_view(const StaffReader::Person& person, std::int64_t now_ms);

} // namespace guitai
