// Turns the two cranks for ever on threads of their own: one sends, one listens.
// Nothing at the counter waits for them; what came down is handed over through
// Downlink's `accept`, which may take its time.
#pragma once

#include "sync/client/backoff.hpp"
#include "sync/client/http.hpp"
#include "sync/client/link.hpp"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace guitai {

struct SyncState {
    bool reached{false};
    std::int64_t contact_at_ms{0}; // The last answer of the office; 0: none yet.
    std::int64_t office_head{0};
    std::string problem; // A refusal code while the office says no.
};

class SyncLoop {
public:
    // The wires are the links' own; they are stopped with the loop. `changed` is
    // called from either thread whenever the state is another one.
    SyncLoop(Uplink& up, HttpWire& up_wire, Downlink& down, HttpWire& down_wire, const Clock& clock, Chance& chance,
             std::function<void()> changed);
    ~SyncLoop();
    SyncLoop(const SyncLoop&) = delete;
    SyncLoop& operator=(const SyncLoop&) = delete;

    [[nodiscard]] SyncState state() const;
    // There is something new to send. Does not cut a back-off short: a busy
    // counter must not knock on a broken office's door with every sale.
    void hurry();
    // Somebody wants to know now.
    void try_now();

private:
    void send();
    void listen();
    void note(const Result<bool>& result);
    void rest_until_hurried(std::int64_t wait_ms, std::int64_t hurries_seen);
    void back_off(Backoff& backoff);
    [[nodiscard]] std::int64_t hurries() const;
    [[nodiscard]] bool stopped() const;

    Uplink& m_up;
    Downlink& m_down;
    HttpWire& m_up_wire;
    HttpWire& m_down_wire;
    const Clock& m_clock;
    Chance& m_chance;
    std::function<void()> m_changed;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    SyncState m_state;
    std::int64_t m_hurries{0};
    std::int64_t m_demands{0};
    bool m_stopped{false};
    std::thread m_sender;
    std::thread m_listener;
};

} // namespace guitai
