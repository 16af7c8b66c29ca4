// Wakes the window from any thread, and never one that is gone: whoever wakes it
// holds off its end for that moment.
#pragma once

#include "terminal/ui/window.hpp"

#include <mutex>

namespace guitai::start {

class WindowWaker {
public:
    // Nothing happens while there is no window.
    void wake()
    {
        const std::lock_guard held{m_mutex};
        if (m_window != nullptr) m_window->wake();
    }

    // The window's time: set once it stands, and over before it falls.
    class Hold {
    public:
        explicit Hold(WindowWaker& waker) : m_waker{waker} {}
        ~Hold() { set(nullptr); }
        Hold(const Hold&) = delete;
        Hold& operator=(const Hold&) = delete;

        void set(ui::Window* window)
        {
            const std::lock_guard held{m_waker.m_mutex};
            m_waker.m_window = window;
        }

    private:
        WindowWaker& m_waker;
    };

private:
    std::mutex m_mutex;
    ui::Window* m_window{nullptr};
};

} // namespace guitai::start
