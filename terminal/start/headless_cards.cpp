#include "terminal/start/headless_cards.hpp"

#include "sync/database/database.hpp"
#include "terminal/store/data_folder.hpp"

#include <chrono>

namespace guitai::start {

HeadlessCards::HeadlessCards(const std::optional<CardAddress>& address)
    : m_queue{[this] {
          const std::lock_guard held{m_mutex};
          m_is_news = true;
          m_wake.notify_all();
      }}
{
    if (!address) return;
    m_terminal = std::make_unique<TcpCardTerminal>(
        *address, [this](const HearCard& heard) { m_queue.post([this, heard] { tell_till(heard); }); });
}

void HeadlessCards::tell_till(const HearCard& heard)
{
    try {
        (void)m_till->handle(heard);
    } catch (const database::DatabaseError& broken) {
        m_till->report(refusal_of(broken)); // The terminal is asked again later.
    }
}

void HeadlessCards::hear(Till& till, std::int64_t timeout_ms, const std::function<bool()>& is_enough)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds{timeout_ms};
    m_till = &till;
    while (true) {
        while (m_queue.run_slice()) {}
        if (is_enough()) break;
        std::unique_lock held{m_mutex};
        if (!m_wake.wait_until(held, end, [this] { return m_is_news; })) break;
        m_is_news = false;
    }
    m_till = nullptr;
}

} // namespace guitai::start
