// Where codes, tokens and names that nobody can guess come from: asked for, so
// that a simulator can foresee what a burglar can not.
#pragma once

#include <cstdint>
#include <span>

namespace guitai::office {

class Chance {
public:
    Chance() = default;
    virtual ~Chance() = default;
    Chance(const Chance&) = delete;
    Chance& operator=(const Chance&) = delete;

    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

// The machine's own; made in the composition roots only.
class SystemChance final : public Chance {
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

} // namespace guitai::office
