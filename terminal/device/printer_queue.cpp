#include "terminal/device/printer_queue.hpp"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <exception>

namespace guitai {
namespace {

// A drawer that did not open is opened by hand; there is no paper to wait for.
bool is_worth_keeping(const PrintJob& job) { return !job.text.empty(); }

} // namespace

PrinterQueue::PrinterQueue(std::vector<std::unique_ptr<PrinterPort>> ports, JobSource source,
                           std::function<void()> changed, PrinterSetup setup)
    : m_ports{std::move(ports)}, m_source{std::move(source)}, m_changed{std::move(changed)}, m_setup{std::move(setup)}
{
    assert(!m_ports.empty());
    // What a crash or a dead printer left: nobody knows what of it is on paper.
    m_left_over = last_in_books(0);
    feed();
    m_thread = std::thread{[this] { print_for_ever(); }};
}

PrinterQueue::~PrinterQueue()
{
    {
        std::unique_lock held{m_mutex};
        m_rested.wait_for(held, std::chrono::milliseconds{m_setup.closing_ms},
                          [this] { return m_jobs.empty() || !m_ok; });
        m_stopped = true;
    }
    m_wake.notify_all();
    for (const auto& port : m_ports) port->give_up();
    m_thread.join();
    try {
        // What came out in the last moment must not come out again tomorrow.
        take_off_the_books();
    } catch (const std::exception&) {
        return; // The disk has failed; one receipt twice is the least of it.
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

PrinterTrouble PrinterQueue::trouble() const
{
    const std::lock_guard held{m_mutex};
    return m_trouble;
}

void PrinterQueue::wake()
{
    take_off_the_books();
    // Nobody stands at the drawer any more when these come out.
    if (!ok()) m_too_late = last_in_books(std::max(m_too_late, m_last_fetched));
    feed();
}

std::int64_t PrinterQueue::last_in_books(std::int64_t after) const
{
    std::int64_t last{after};
    for (auto jobs = m_source.fetch(last, jobs_in_hand_max); !jobs.empty();
         jobs = m_source.fetch(last, jobs_in_hand_max)) {
        last = jobs.back().first;
    }
    return last;
}

void PrinterQueue::take_off_the_books()
{
    std::vector<std::int64_t> printed;
    {
        const std::lock_guard held{m_mutex};
        printed.swap(m_printed);
    }
    for (const std::int64_t job : printed) m_source.done(job);
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
        for (NumberedJob& job : jobs) {
            const Attempt attempt{job.first <= m_left_over ? Attempt::again : Attempt::first};
            if (job.first <= m_too_late) job.second.open_drawer = false;
            m_jobs.push_back({std::move(job), attempt});
        }
    }
    m_wake.notify_all();
}

void PrinterQueue::print_for_ever()
{
    std::unique_lock held{m_mutex};
    while (true) {
        m_wake.wait(held, [this] { return m_stopped || !m_jobs.empty(); });
        if (m_stopped) return;
        Waiting slip{m_jobs.front()};
        const PrinterTrouble trouble_before{m_trouble};
        held.unlock();
        const bool printed{print(slip)};
        held.lock();
        const bool over{printed || !is_worth_keeping(slip.job.second)};
        if (over) {
            m_printed.push_back(slip.job.first);
            m_jobs.pop_front();
        } else {
            m_jobs.front() = std::move(slip);
        }
        if (!printed) {
            for (Waiting& waiting : m_jobs) waiting.job.second.open_drawer = false;
        }
        const bool news{over || m_ok != printed || m_trouble != trouble_before};
        m_ok = printed;
        m_rested.notify_all();
        held.unlock();
        if (news) m_changed();
        held.lock();
        if (!m_ok) m_wake.wait_for(held, std::chrono::milliseconds{m_setup.retry_ms}, [this] { return m_stopped; });
    }
}

bool PrinterQueue::print(Waiting& slip)
{
    if (m_port != 0 && m_stand_in_jobs >= stand_in_jobs_max) m_port = 0;
    for (std::size_t tried{0}; tried < m_ports.size(); ++tried) {
        const std::size_t port{(m_port + tried) % m_ports.size()};
        const PrintOutcome outcome{m_ports[port]->send(escpos_bytes(slip.job.second, m_setup.paper, slip.attempt))};
        note(outcome, port);
        if (outcome.trouble == PrinterTrouble::none) {
            m_stand_in_jobs = port == 0 || port != m_port ? 0 : m_stand_in_jobs + 1;
            m_port = port;
            return true;
        }
        if (outcome.begun) slip.attempt = Attempt::again;
    }
    m_port = 0;
    return false;
}

void PrinterQueue::note(const PrintOutcome& outcome, std::size_t port)
{
    if (port != 0) return;
    const std::lock_guard held{m_mutex};
    m_trouble = outcome.trouble;
}

} // namespace guitai
