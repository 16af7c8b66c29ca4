// The two keys to the private half of a member's file: an adviser's PIN and her own password, given in one visit. It
// closes when she leaves, when whoever opened it signs out, and when nobody has touched the till for two minutes.
#pragma once

#include "terminal/app/till_state.hpp"

namespace guitai {

// She has a password, and her file is not open.
[[nodiscard]] bool is_locked(const Desk& desk, const MemberId& member);

// Takes what is behind her keys out of `view` while they are not both turned, and says how they are.
void lock_file(const Desk& desk, MemberView& view);

// Somebody is at the till: what is open stays open. Done before every command that a person gives.
void keep_keys(Desk& desk);
// Closes what has been left alone for too long.
void end_keys(Desk& desk);
// Nothing is open any more, and no key is given.
void close_files(Desk& desk);

// Checks her password, and writes the try down before it looks. Refuses password.none, password.locked with the
// minutes that are left, password.wrong with the tries that are left.
[[nodiscard]] Result<void> check_password(Desk& desk, const MemberProfile& profile, const std::string& password);

} // namespace guitai
