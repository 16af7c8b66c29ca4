// A member's own password, and what of her is shown while it has not been given.
#pragma once

#include "sync/events/member_events.hpp"
#include "sync/events/privacy_events.hpp"
#include "sync/events/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guitai {

inline constexpr std::size_t password_digits{6}; // As on a bank card.
inline constexpr std::int64_t password_tries_max{5};
inline constexpr std::int64_t password_lock_ms{600'000};
// How long a file stays open that nobody touches.
inline constexpr std::int64_t file_open_ms{120'000};

// Refuses password.bad what is not six digits, and password.weak what anybody would try first: one digit six
// times, six in a row, what her phone ends in, her birthday.
[[nodiscard]] Result<void> check_new_password(const MemberProfile& profile, std::string_view password);

// When it may be tried again after so many wrong ones since the last right one; 0: now. A clock that was set back must
// not lock her out for longer. Times in milliseconds since 1970, UTC.
[[nodiscard]] std::int64_t password_locked_until(std::int64_t failed_tries, std::int64_t last_try_at_ms,
                                                 std::int64_t now_ms);

// The time that a password chosen or taken away now bears: never before the one it replaces, whatever the clocks say.
[[nodiscard]] std::int64_t next_password_at(const std::optional<Password>& before, std::int64_t now_ms);

// "138****4127": enough to know one's own, too little to call it. All of a short number is hidden.
[[nodiscard]] std::string masked_phone(std::string_view phone);

} // namespace guitai
