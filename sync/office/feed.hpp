// The news of the head office, for a till that has read up to some number. Reads only.
#pragma once

#include "sync/database/database.hpp"

#include <cstdint>
#include <string>

namespace guitai::office {

inline constexpr int feed_lines_max{1'000};
inline constexpr std::int64_t feed_wait_ms_max{30'000};

struct FeedSlice {
    std::string lines;    // Events of origin 0, each ended by `\n`; empty: nothing new.
    std::int64_t head{0}; // The newest number there is.
};

// Up to feed_lines_max lines or 256 KB after `number`, in the order of the numbers.
[[nodiscard]] FeedSlice read_feed(database::Connection& connection, std::int64_t number);

} // namespace guitai::office
