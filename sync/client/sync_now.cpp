#include "sync/client/sync_now.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::int64_t pause_ms{200};

} // namespace

SyncOutcome sync_now(Uplink& up, Downlink& down, const std::function<std::int64_t()>& cursor,
                     const SyncPatience& patience)
{
    SyncOutcome outcome;
    const auto note = [&](const Result<bool>& result) {
        outcome.problem = result ? std::string{} : result.error().code;
        return result.has_value();
    };
    // Only the way down always asks the office; with nothing to send, the way up succeeds alone.
    const auto note_answer = [&](const Result<bool>& heard) {
        outcome.reached = outcome.reached || heard || heard.error().code.rfind("wire.", 0) != 0;
    };
    do {
        // Up first: what we sold comes back as news in the same call.
        auto sent = up.step();
        while (sent && *sent && patience.elapsed_ms() < patience.timeout_ms) sent = up.step();
        auto heard = down.step(0);
        note_answer(heard);
        const bool both_answered{note(sent) && note(heard)};
        const auto is_behind = [&] { return cursor() < down.office_head() || down.lacks_own(); };
        while (heard && *heard && is_behind() && patience.elapsed_ms() < patience.timeout_ms) {
            if (patience.progress) patience.progress(cursor(), down.office_head());
            heard = down.step(0);
        }
        if (both_answered && note(heard) && !*sent && !is_behind() && !down.office_lost()) {
            if (patience.progress) patience.progress(cursor(), down.office_head());
            outcome.finished = true;
            return outcome;
        }
        const std::int64_t left{patience.timeout_ms - patience.elapsed_ms()};
        if (left <= 0) return outcome;
        if (!sent || !heard) patience.pause(std::min(pause_ms, left));
    } while (patience.elapsed_ms() < patience.timeout_ms);
    return outcome;
}

} // namespace guitai
