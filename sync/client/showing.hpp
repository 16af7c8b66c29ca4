// After the head office was put back to an older copy: the grants that it forgot and this till
// has, shown to it before anything else is said.
#pragma once

#include "sync/client/link.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace guitai {

// Waits for the answers; a showing that is larger than one request goes in several, and the office believes that it
// was shown everything only with the last. Again, nothing changes. Refuses as the office does, and wire.*.
[[nodiscard]] Result<void> show_leases(const LinkEnd& end, const std::string& generation, const Holdings& held);

} // namespace guitai
