// One question to the head office, signed by the till that asks.
#pragma once

#include "sync/client/link.hpp"

#include <string_view>

namespace guitai {

// How long an answer is waited for: where nobody waits for it …
inline constexpr std::int64_t sync_patience_ms{15'000};
// … and where a customer does.
inline constexpr std::int64_t counter_patience_ms{4'000};

// Any status is an answer. Refuses as Wire::send does.
[[nodiscard]] Result<WireAnswer> ask_office(const LinkEnd& end, WireRequest request, std::int64_t patience_ms);

// Whether a number of a receipt or an order may stand in an address as it is; somebody may have typed anything.
[[nodiscard]] bool fits_an_address(std::string_view number);

} // namespace guitai
