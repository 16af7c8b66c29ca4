// Time that stands still until a test moves it.
#pragma once

#include "terminal/app/ports.hpp"

namespace guitai::test {

inline constexpr std::int64_t morning_ms{1'795'312'800'000}; // 2026-11-22 10:00 +08:00
inline constexpr std::int64_t minute_ms{60'000};

struct FakeClock final : SettableClock {
    std::int64_t at_ms{morning_ms};
    bool settable{true};

    [[nodiscard]] std::int64_t now_ms() const override { return at_ms; }
    bool set(std::int64_t to_ms) override
    {
        if (settable) at_ms = to_ms;
        return settable;
    }
};

} // namespace guitai::test
