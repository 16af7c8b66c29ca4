#include "terminal/device/printer_queue.hpp"

#include "terminal/device/escpos.hpp"

#include <chrono>

namespace guitai {

PrinterQueue::PrinterQueue(std::unique_ptr<PrinterPort> port, JobSource source, std::function<void()> changed,
                           std::int64_t retry_ms)
    : m_port{std::move(port)}, m_source{std::move(source)}, m_changed{std::move(changed)}, m_retry_ms{retry_ms}
{
    m_thread = std::thread{[this] { print_for_ever(); }};
    wake(); // What a crash or a dead printer left.
}

PrinterQueue::~PrinterQueue()
{
    {
        const std::lock_guard held{m_mutex};
        m_stopped = true;
    }
    m_wake.notify_all();
    m_thread.join();
    // What came out in the last moment must not come out again tomorrow.
    for (const std::int64_t job : m_printed) {
        try {
            m_source.done(job);
        } catch (const std::exception&) {
            break; // The disk has failed; one receipt twice is the least of it.
        }
    }
}

bool PrinterQueue::ok() const
{
    const std::lock_guard held{m_mutex};
    return m_ok;
}

std::int64_t PrinterQueue::waiting() const
{
    const std::lock_guard held{m_mutex};
    return static_cast<std::int64_t>(m_jobs.size());
}

void PrinterQueue::wake()
{
    std::vector<std::int64_t> printed;
    {
        const std::lock_guard held{m_mutex};
        printed.swap(m_printed);
    }
    for (const std::int64_t job : printed) m_source.done(job);
    feed();
}

void PrinterQueue::feed()
{
    const auto room = jobs_in_hand_max - static_cast<int>(waiting());
    if (room <= 0) return;
    auto jobs = m_source.fetch(m_last_fetched, room);
    if (jobs.empty()) return;
    m_last_fetched = jobs.back().first;
    {
        const std::lock_guard held{m_mutex};
        for (NumberedJob& job : jobs) m_jobs.push_back(std::move(job));
    }
    m_wake.notify_all();
}

void PrinterQueue::print_for_ever()
{
    std::unique_lock held{m_mutex};
    while (true) {
        m_wake.wait(held, [this] { return m_stopped || !m_jobs.empty(); });
        if (m_stopped) return;
        const NumberedJob job{m_jobs.front()};
        held.unlock();
        const auto sent = m_port->send(escpos_bytes(job.second));
        held.lock();
        if (sent) {
            m_jobs.pop_front();
            m_printed.push_back(job.first);
        }
        const bool news{sent.has_value() || m_ok};
        m_ok = sent.has_value();
        held.unlock();
        if (news) m_changed();
        held.lock();
        if (!m_ok) m_wake.wait_for(held, std::chrono::milliseconds{m_retry_ms}, [this] { return m_stopped; });
    }
}

} // namespace guitai
