// One true time for the whole world, and clocks in it that go wrong.
#pragma once

#include "terminal/app/ports.hpp"

namespace guitai::sim {

struct TrueTime {
    std::int64_t now_ms{1'795'309'200'000}; // 2026-11-22 09:00 +08:00
};

class CrookedClock final : public SettableClock {
public:
    explicit CrookedClock(const TrueTime& time) : m_time{time} {}

    [[nodiscard]] std::int64_t now_ms() const override { return m_time.now_ms + m_error_ms; }
    bool set(std::int64_t) override { return false; } // A shop for real money has no such button.
    void go_wrong(std::int64_t by_ms) { m_error_ms += by_ms; }
    void put_right() { m_error_ms = 0; }

private:
    const TrueTime& m_time;
    std::int64_t m_error_ms{0};
};

} // namespace guitai::sim
