// Chance from the machine, for back-off; a simulator has its own.
#pragma once

#include "sync/client/backoff.hpp"

#include <random>

namespace guitai::start {

class MachineChance final : public Chance {
public:
    [[nodiscard]] std::uint32_t below(std::uint32_t limit) override
    {
        return std::uniform_int_distribution<std::uint32_t>{0, limit - 1}(m_engine);
    }

private:
    std::mt19937 m_engine{std::random_device{}()};
};

} // namespace guitai::start
