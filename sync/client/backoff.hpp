// How long to wait before trying again: 1 s, doubling to 60 s, each time a
// random part between half and all of it, so that a thousand tills do not come
// back in the same second.
#pragma once

#include <algorithm>
#include <cstdint>

namespace guitai {

// Asked, never drawn from the machine, so that a simulator can repeat a day.
class Chance {
public:
    Chance() = default;
    virtual ~Chance() = default;
    Chance(const Chance&) = delete;
    Chance& operator=(const Chance&) = delete;

    [[nodiscard]] virtual std::uint32_t below(std::uint32_t limit) = 0; // 0 … limit − 1; limit > 0.
};

class Backoff {
public:
    static constexpr std::int64_t first_ms{1'000};
    static constexpr std::int64_t longest_ms{60'000};

    [[nodiscard]] std::int64_t failed(Chance& chance)
    {
        const std::int64_t whole{m_next_ms};
        m_next_ms = std::min(m_next_ms * 2, longest_ms);
        return whole / 2 + chance.below(static_cast<std::uint32_t>(whole / 2 + 1));
    }
    void succeeded() { m_next_ms = first_ms; }

private:
    std::int64_t m_next_ms{first_ms};
};

} // namespace guitai
