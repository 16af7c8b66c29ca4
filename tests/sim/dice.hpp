// All chance of a simulated day comes from one seed through here: the same seed
// gives the same day, on every machine and with every library.
#pragma once

#include "sync/client/backoff.hpp"
#include "sync/office/chance.hpp"

#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace guitai::sim {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_engine{seed} {}

    // 0 … limit − 1; limit > 0. A remainder and no distribution: those differ between libraries.
    [[nodiscard]] std::int64_t below(std::int64_t limit)
    {
        return static_cast<std::int64_t>(m_engine() % static_cast<std::uint64_t>(limit));
    }
    [[nodiscard]] std::int64_t between(std::int64_t least, std::int64_t most)
    {
        return least + below(most - least + 1);
    }
    [[nodiscard]] bool percent(std::int64_t chance) { return below(100) < chance; }
    template<typename T>
    [[nodiscard]] const T& pick(const std::vector<T>& from)
    {
        return from[static_cast<std::size_t>(below(static_cast<std::int64_t>(from.size())))];
    }
    [[nodiscard]] std::uint64_t seed() { return m_engine(); }

private:
    std::mt19937_64 m_engine;
};

// The same chance where the office asks for it …
class OfficeChance final : public office::Chance {
public:
    explicit OfficeChance(std::uint64_t seed) : m_dice{seed} {}
    void fill(std::span<std::uint8_t> bytes) override
    {
        for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(m_dice.below(256));
    }

private:
    Dice m_dice;
};

// … and where a till does.
class TillChance final : public guitai::Chance {
public:
    explicit TillChance(std::uint64_t seed) : m_dice{seed} {}
    [[nodiscard]] std::uint32_t below(std::uint32_t limit) override
    {
        return static_cast<std::uint32_t>(m_dice.below(limit));
    }

private:
    Dice m_dice;
};

} // namespace guitai::sim
