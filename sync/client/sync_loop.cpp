#include "sync/client/sync_loop.hpp"

#include <spdlog/spdlog.h>

#include <chrono>
#include <utility>

namespace guitai {
namespace {

constexpr std::int64_t listen_ms{25'000};     // How long the office may hold an empty answer.
constexpr std::int64_t look_again_ms{30'000}; // The sender's own look at the journal, should a hurry be missed.

} // namespace

SyncLoop::SyncLoop(Uplink& up, HttpWire& up_wire, Downlink& down, HttpWire& down_wire, const Clock& clock,
                   Chance& chance, std::function<void()> changed)
    : m_up{up}, m_down{down}, m_up_wire{up_wire}, m_down_wire{down_wire}, m_clock{clock}, m_chance{chance},
      m_changed{std::move(changed)}
{
    m_sender = std::thread{[this] { send(); }};
    m_listener = std::thread{[this] { listen(); }};
}

SyncLoop::~SyncLoop()
{
    {
        const std::lock_guard lock{m_mutex};
        m_stopped = true;
    }
    m_up_wire.stop();
    m_down_wire.stop();
    m_wake.notify_all();
    m_sender.join();
    m_listener.join();
}

SyncState SyncLoop::state() const
{
    const std::lock_guard lock{m_mutex};
    return m_state;
}

void SyncLoop::hurry()
{
    {
        const std::lock_guard lock{m_mutex};
        ++m_hurries;
    }
    m_wake.notify_all();
}

void SyncLoop::try_now()
{
    {
        const std::lock_guard lock{m_mutex};
        ++m_hurries;
        ++m_demands;
    }
    m_wake.notify_all();
}

bool SyncLoop::stopped() const
{
    const std::lock_guard lock{m_mutex};
    return m_stopped;
}

void SyncLoop::note(const Result<bool>& result)
{
    {
        const std::lock_guard lock{m_mutex};
        const bool answered{result.has_value() || result.error().code.rfind("wire.", 0) != 0};
        if (answered) m_state.contact_at_ms = m_clock.now_ms();
        m_state.reached = answered;
        const std::string problem{result || result.error().code == "wire.unreachable" ? "" : result.error().code};
        if (problem != m_state.problem && !problem.empty()) {
            spdlog::warn("sync: {} {}", problem, result.error().detail);
        }
        m_state.problem = problem;
    }
    m_changed();
}

std::int64_t SyncLoop::hurries() const
{
    const std::lock_guard lock{m_mutex};
    return m_hurries;
}

void SyncLoop::rest_until_hurried(std::int64_t wait_ms, std::int64_t hurries_seen)
{
    std::unique_lock lock{m_mutex};
    m_wake.wait_for(lock, std::chrono::milliseconds{wait_ms},
                    [&] { return m_stopped || m_hurries != hurries_seen; });
}

void SyncLoop::back_off(Backoff& backoff)
{
    std::unique_lock lock{m_mutex}; // Also for the chance, from which both threads draw.
    const std::int64_t demands_seen{m_demands};
    m_wake.wait_for(lock, std::chrono::milliseconds{backoff.failed(m_chance)},
                    [&] { return m_stopped || m_demands != demands_seen; });
}

void SyncLoop::send()
{
    Backoff backoff;
    while (!stopped()) {
        const std::int64_t seen{hurries()}; // Before the journal is read: what is written after wakes us.
        const auto sent = m_up.step();
        if (!sent || *sent) note(sent);
        if (!sent) {
            back_off(backoff);
            continue;
        }
        backoff.succeeded();
        if (!*sent) rest_until_hurried(look_again_ms, seen);
    }
}

void SyncLoop::listen()
{
    Backoff backoff;
    std::int64_t wait_ms{0}; // The first answer at once: the lamp should not wait for news.
    while (!stopped()) {
        const auto heard = m_down.step(wait_ms);
        {
            const std::lock_guard lock{m_mutex};
            m_state.office_head = m_down.office_head();
        }
        note(heard);
        if (!heard) {
            back_off(backoff);
            continue;
        }
        backoff.succeeded();
        // The sender rests because it was refused: now it may be heard again.
        if (m_down.office_lost()) try_now();
        wait_ms = *heard ? 0 : listen_ms;
    }
}

} // namespace guitai
