// Whose purse a unit lies in. A lot keeps who earned it; in which purse it lies follows from her: a member who was
// entered twice has one, and so has a family. A till that has not heard of it yet still names the account of before,
// which is why every event is read through here.
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/event.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guitai::purses {

// The number that is kept of her; her own where she was entered once.
[[nodiscard]] MemberId person_of(database::Connection& connection, const MemberId& member);
// Where the points lie that were earned under that number.
[[nodiscard]] std::string points_account(database::Connection& connection, const MemberId& member);
// What an account that somebody names is called now. A gift card's, and one that nobody knows, stay what they are.
[[nodiscard]] std::string account_now(database::Connection& connection, const std::string& account);
// The numbers under which points may have been earned that lie in that account, in order.
[[nodiscard]] std::vector<std::string> people_with(database::Connection& connection, const std::string& account);
// Who earned the lot; empty where that is not known.
[[nodiscard]] MemberId owner_of(database::Connection& connection, const std::string& lot);

void merge(database::Connection& connection, const Event& event, const MembersMerged& merged);
void part(database::Connection& connection, const Event& event, const MembersParted& parted);
void join(database::Connection& connection, const Event& event, const FamilyJoined& joined);
void leave(database::Connection& connection, const Event& event, const FamilyMemberLeft& left);

} // namespace guitai::purses
