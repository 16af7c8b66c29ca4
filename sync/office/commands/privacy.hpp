// The privacy officer's work from a command line: a copy in one step, erasure, a forgotten password.
#pragma once

#include "sync/office/office.hpp"

#include <string>

namespace guitai::office {

// Who it is and who does it; by number, phone or card.
struct PersonWanted {
    std::string member;
    std::string by;
};

// The JSON to print. Refuses member.not_found.
[[nodiscard]] Result<std::string> export_member(Office& office, const PersonWanted& wanted);
// Refuses as erase_member() does. Writes the whole database anew: nothing of her is left in a free page.
[[nodiscard]] Result<std::string> erase_for_good(Office& office, const PersonWanted& wanted);
// Refuses as take_password_away() does.
[[nodiscard]] Result<std::string> reset_password(Office& office, const PersonWanted& wanted);

} // namespace guitai::office
