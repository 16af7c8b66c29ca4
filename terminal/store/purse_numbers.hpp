// Which numbers are one person, and which share a purse, as far as this till has heard.
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/ids.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// All numbers of the person with number ?1, for statements: she may have been entered twice.
inline constexpr std::string_view same_person{
    "(SELECT ?1 UNION ALL SELECT member FROM members WHERE merged_into = ?1 AND merged_into <> '')"};

// The purse that her points lie in.
[[nodiscard]] std::string purse_of(database::Connection& connection, const MemberId& member);
// All numbers of the person whose number is kept, that one first.
[[nodiscard]] std::vector<MemberId> numbers_of(database::Connection& connection, const MemberId& person);
// All numbers under which points may have been earned that lie in that purse.
[[nodiscard]] std::vector<MemberId> numbers_in(database::Connection& connection, const std::string& purse);
// What an account is called now that a lease or a ticket named some time ago: its owner may have been merged into
// another since, or have joined a family.
[[nodiscard]] std::string account_here(database::Connection& connection, const std::string& account);

} // namespace guitai
