// The news of the head office, for a till that has read up to some number. Reads only.
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/ids.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace guitai::office {

inline constexpr int feed_lines_max{1'000};
inline constexpr std::int64_t feed_wait_ms_max{30'000};

struct FeedSlice {
    std::string lines;    // Events, each ended by `\n`; empty: nothing new.
    std::int64_t head{0}; // The newest number there is.
};

// What a till knows of its own events.
struct OwnEvents {
    TillNumber till{0};
    std::int64_t number{0};
};

// Up to feed_lines_max lines or 256 KB of origin 0 after `number`. A till whose books
// were put back to an older copy gets its own events after `own` as well, each where
// it arrived between the news, for an order moves only along its states.
[[nodiscard]] FeedSlice read_feed(database::Connection& connection, std::int64_t number,
                                  const std::optional<OwnEvents>& own = {});

} // namespace guitai::office
