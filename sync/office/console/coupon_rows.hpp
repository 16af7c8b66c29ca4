// The coupons that a member holds, by the names of their offers and the last day on which they are good.
#pragma once

#include "sync/office/console/pages.hpp"

namespace guitai::office {

// {{#coupons}} of the page, the first to end first, and {{#any_coupons}}. `today` is an ISO date.
void fill_coupons(const PageMaker& maker, PageData& page, const MemberId& member, const std::string& today);

} // namespace guitai::office
