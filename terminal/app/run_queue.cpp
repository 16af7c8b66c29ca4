#include "terminal/app/run_queue.hpp"

namespace guitai {

void RunQueue::post(std::function<void()> work)
{
    {
        const std::lock_guard lock{m_mutex};
        m_waiting.push_back(std::move(work));
    }
    m_wake();
}

std::function<void()> RunQueue::take()
{
    const std::lock_guard lock{m_mutex};
    if (m_waiting.empty()) return {};
    std::function<void()> work{std::move(m_waiting.front())};
    m_waiting.pop_front();
    return work;
}

bool RunQueue::run_slice()
{
    const auto end = std::chrono::steady_clock::now() + slice;
    while (const auto work = take()) {
        work();
        if (std::chrono::steady_clock::now() >= end) break;
    }
    const std::lock_guard lock{m_mutex};
    return !m_waiting.empty();
}

} // namespace guitai
