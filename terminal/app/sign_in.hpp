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

// Until when nobody is heard after so many wrong tries in a row, the last of them then; 0: not locked.
// A clock that was turned back does not make a lock longer.
[[nodiscard]] std::int64_t locked_until(std::int64_t failed_tries, std::int64_t last_try_at_ms, std::int64_t now_ms);
[[nodiscard]] std::int64_t tries_left(std::int64_t failed_tries);
// Of a lock: minutes from now, a begun one counted.
[[nodiscard]] std::string minutes_until(std::int64_t until_ms, std::int64_t now_ms);

[[nodiscard]] PersonView person_view(const StaffReader::Person& person, std::int64_t now_ms);

} // namespace guitai
