// A till as a row of a table: what was heard of it, and why it is set aside.
#pragma once

#include "sync/events/event.hpp"
#include "sync/office/console/pages.hpp"

#include <cstdint>

namespace guitai::office {

// A till that was not heard of for so long has no line, or is switched off.
inline constexpr std::int64_t quiet_after_ms{30 * 60'000};

void fill_till(const PageMaker& maker, PageData& row, const TillEnrolled& till);

} // namespace guitai::office
