// Sync without a thread, for the headless driver and for enrolment: turns both
// cranks until nothing is left to send or fetch, or the time is up.
#pragma once

#include "sync/client/backoff.hpp"
#include "sync/client/link.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace guitai {

struct SyncOutcome {
    bool reached{false}; // The office answered at least once.
    bool finished{false};
    std::string problem; // The last refusal, empty where there was none.
};

struct SyncPatience {
    std::function<std::int64_t()> elapsed_ms;         // Since it began.
    std::function<void(std::int64_t wait_ms)> pause;  // Between tries.
    std::int64_t timeout_ms{0};
    // Told how far the cursor is and how far it will go, after every answer with news.
    std::function<void(std::int64_t cursor, std::int64_t head)> progress;
};

// `cursor` says how much of the office's news is here.
[[nodiscard]] SyncOutcome sync_now(Uplink& up, Downlink& down, const std::function<std::int64_t()>& cursor,
                                   const SyncPatience& patience);

} // namespace guitai
