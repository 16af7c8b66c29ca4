// PINs as Argon2id, in libsodium's text form: slow on purpose, so that a stolen
// file of hashes is worth little.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/ports.hpp"

#include <string>

namespace guitai {

// Interactive: about 60 ms. Least: for tests, which sign in all day long.
enum class PinCost { interactive, least };

// Refuses staff.bad_pin: 4 to 12 digits.
[[nodiscard]] Result<void> check_pin(std::string_view pin);
// A fresh salt each time. Throws std::bad_alloc where the machine has no memory for it.
[[nodiscard]] std::string hash_pin(const std::string& pin, PinCost cost = PinCost::interactive);
// Six digits from the machine's chance.
[[nodiscard]] std::string random_pin();

class Argon2Pins final : public PinChecker {
public:
    explicit Argon2Pins(PinCost cost = PinCost::interactive) : m_cost{cost} {}

    [[nodiscard]] std::string hash(const std::string& pin) const override { return hash_pin(pin, m_cost); }
    [[nodiscard]] bool matches(const std::string& hash, const std::string& pin) const override;

private:
    PinCost m_cost;
};

} // namespace guitai
