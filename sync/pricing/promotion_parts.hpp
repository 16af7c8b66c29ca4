// A form of promotions on its way to the tills: one event, or several where it is long.
#pragma once

#include "sync/events/catalogue_events.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace guitai::pricing {

// Put together again they are `form`; no part ends within a character. At least one.
[[nodiscard]] std::vector<PromotionsSet> promotion_parts(std::int64_t revision, std::string_view form);

} // namespace guitai::pricing
