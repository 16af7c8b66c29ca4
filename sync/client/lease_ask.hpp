// Asking the head office for points that a customer wants to pay with now.
#pragma once

#include "sync/client/link.hpp"
#include "sync/events/event.hpp"

#include <cstdint>
#include <string>

namespace guitai {

struct LeaseRequest {
    std::int64_t epoch{0};
    std::string generation;
    std::int64_t ask{0}; // The same number gets the same answer for ever, so it may be asked again.
    std::string account;
    std::int64_t amount{0}; // Points, or fen, as the account says.
    bool exact{true}; // False: as much of it as there is will do.
};

// The event that grants it, which also comes with the news. Waits a few seconds at most, and asks once
// more where the answer was lost. Refuses as the office does, and wire.* where it is away.
[[nodiscard]] Result<Event> ask_for_lease(const LinkEnd& end, const LeaseRequest& wanted);

} // namespace guitai
