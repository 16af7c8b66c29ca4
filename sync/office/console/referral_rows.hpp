// Who brought a member along and whom she brought, for her page.
#pragma once

#include "sync/events/member_events.hpp"
#include "sync/office/console/pages.hpp"

namespace guitai::office {

void fill_referrals(const PageMaker& maker, PageData& member, const MemberProfile& profile, const std::string& today);

} // namespace guitai::office
