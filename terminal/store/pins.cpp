#include "terminal/store/pins.hpp"

#include "sync/events/pin.hpp"

#include <sodium.h>

#include <array>
#include <new>

namespace guitai {

Result<void> check_pin(std::string_view pin)
{
    if (!is_pin(pin)) return refuse("staff.bad_pin");
    return {};
}

std::string hash_pin(const std::string& pin, PinCost cost)
{
    if (sodium_init() < 0) throw std::bad_alloc{};
    const bool slow{cost == PinCost::interactive};
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str(hash.data(), pin.data(), pin.size(),
                          slow ? crypto_pwhash_OPSLIMIT_INTERACTIVE : crypto_pwhash_OPSLIMIT_MIN,
                          slow ? crypto_pwhash_MEMLIMIT_INTERACTIVE : crypto_pwhash_MEMLIMIT_MIN) != 0) {
        throw std::bad_alloc{}; // The only way it fails.
    }
    return hash.data();
}

std::string random_pin()
{
    constexpr int digits{6};
    std::string pin;
    if (sodium_init() < 0) throw std::bad_alloc{};
    for (int i{0}; i < digits; ++i) pin += static_cast<char>('0' + randombytes_uniform(10));
    return pin;
}

bool Argon2Pins::matches(const std::string& hash, const std::string& pin) const
{
    // libsodium reads up to the NUL and never past its own maximum.
    if (hash.size() >= crypto_pwhash_STRBYTES || sodium_init() < 0) return false;
    return crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

} // namespace guitai
