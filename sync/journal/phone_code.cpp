#include "sync/journal/phone_code.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <cctype>
#include <cstdint>

namespace guitai {
namespace {

// What people put between groups of letters when they read them out.
std::string letters_of(std::string_view typed)
{
    std::string letters;
    for (const char letter : typed) {
        if (letter == ' ' || letter == '-') continue;
        letters += static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    }
    return letters;
}

} // namespace

std::string phone_code(const PhoneSecret& secret, const PhoneQuestion& question)
{
    constexpr std::uint64_t codes{100'000'000};
    static_assert(crypto_auth_hmacsha256_KEYBYTES == std::tuple_size_v<PhoneSecret>);
    // The first three hold no bar but the subject, and a challenge none at all: no two questions read alike.
    const std::string text{fmt::format("{}|{}|{}|{}", question.action, question.subject, question.amount.minor(),
                                       question.challenge)};
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> mac{};
    crypto_auth_hmacsha256(mac.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                           secret.data());
    std::uint64_t number{0};
    for (std::size_t byte{0}; byte < sizeof number; ++byte) number = number << 8U | mac[byte];
    return fmt::format("{:08}", number % codes);
}

bool phone_code_fits(const PhoneSecret& secret, const PhoneQuestion& question, std::string_view typed)
{
    const std::string right{phone_code(secret, question)};
    std::string digits{letters_of(typed)};
    const bool is_long{digits.size() == right.size()};
    digits.resize(right.size());
    return (sodium_memcmp(digits.data(), right.data(), right.size()) == 0) && is_long;
}

std::optional<PhoneSecret> read_phone_secret(std::string_view hex)
{
    PhoneSecret secret{};
    std::size_t bytes{0};
    const bool read{sodium_hex2bin(secret.data(), secret.size(), hex.data(), hex.size(), nullptr, &bytes, nullptr) ==
                    0};
    if (!read || bytes != secret.size() || hex.size() != 2 * secret.size()) return std::nullopt;
    return secret;
}

std::string hex_of(const PhoneSecret& secret)
{
    std::string hex(2 * secret.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), secret.data(), secret.size());
    hex.pop_back();
    return hex;
}

std::optional<std::string> typed_challenge(std::string_view typed)
{
    std::string letters{letters_of(typed)};
    if (letters.size() != phone_challenge_letters) return std::nullopt;
    for (const char letter : letters) {
        if (std::isalnum(static_cast<unsigned char>(letter)) == 0) return std::nullopt;
    }
    return letters;
}

} // namespace guitai
