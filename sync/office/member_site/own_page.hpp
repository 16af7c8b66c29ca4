// What a member's own page shows, as values for its template. Reads only.
#pragma once

#include "sync/office/console/pages.hpp"

namespace guitai::office {

[[nodiscard]] PageData own_page(const PageMaker& maker, const MemberId& member);

} // namespace guitai::office
