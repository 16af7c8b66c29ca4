// The parts of a profile by name.
#pragma once

#include "sync/events/member_events.hpp"
#include "sync/events/member_file_events.hpp"

#include <string>

namespace guitai {

[[nodiscard]] std::string& part_of(MemberProfile& profile, ProfilePart part);
[[nodiscard]] const std::string& part_of(const MemberProfile& profile, ProfilePart part);

// Takes every part away: what is left says nothing of who she is.
void clear_parts(MemberProfile& profile);

} // namespace guitai
