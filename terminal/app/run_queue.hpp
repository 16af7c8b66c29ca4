// Work for the till thread from other threads: news from the office, a printer's
// word. Emptied between two frames, a few milliseconds at a time, so that
// nothing that comes in is ever felt at the counter.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <utility>

namespace guitai {

class RunQueue {
public:
    static constexpr std::chrono::milliseconds slice{5};

    // `wake` is called, on the poster's thread, whenever there is something new.
    explicit RunQueue(std::function<void()> wake) : m_wake{std::move(wake)} {}

    // From any thread.
    void post(std::function<void()> work);

    // On the till thread: runs what waits until it is done or `slice` is over.
    // True where more waits.
    bool run_slice();

private:
    [[nodiscard]] std::function<void()> take();

    std::function<void()> m_wake;
    mutable std::mutex m_mutex;
    std::deque<std::function<void()>> m_waiting;
};

} // namespace guitai
