// What programs are told of a member's gifts: who brought her, whom she brought, which coupons she holds.
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/member_events.hpp"

#include <string>
#include <string_view>

namespace guitai::office {

// `json`, an object of a member, with those fields too.
[[nodiscard]] std::string with_benefits(database::Connection& connection, const MemberProfile& profile,
                                        std::string_view today, std::string json);

} // namespace guitai::office
