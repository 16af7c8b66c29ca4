// The till's clock: the machine's, or in a test shop one that was set and runs on from there.
#pragma once

#include "terminal/app/ports.hpp"

#include <atomic>

namespace guitai::start {

class TillClock final : public SettableClock {
public:
    [[nodiscard]] std::int64_t now_ms() const override { return m_machine.now_ms() + m_ahead_ms; }
    bool set(std::int64_t at_ms) override
    {
        if (!m_may_be_set) return false;
        m_ahead_ms = at_ms - m_machine.now_ms();
        return true;
    }
    void allow_setting() { m_may_be_set = true; }

private:
    SystemClock m_machine;
    std::atomic<std::int64_t> m_ahead_ms{0}; // The sync threads look too.
    bool m_may_be_set{false};
};

} // namespace guitai::start
