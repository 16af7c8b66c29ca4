#include "terminal/store/till_secrets.hpp"

#include <sodium.h>

#include <stdexcept>

namespace guitai {
namespace {

using KeyBytes = std::array<unsigned char, crypto_auth_hmacsha256_KEYBYTES>;
constexpr std::size_t sealed_bytes{crypto_box_SEALBYTES + std::tuple_size_v<KeyBytes>};

void start_sodium()
{
    if (sodium_init() < 0) throw std::runtime_error{"libsodium does not start"};
}

PhoneMac hmac(const KeyBytes& key, std::string_view text)
{
    PhoneMac mac{};
    crypto_auth_hmacsha256(mac.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), key.data());
    return mac;
}

} // namespace

TillSharedKey::TillSharedKey(const DeviceKey& seed, database::Connection& connection, TillNumber till,
                             SharedKeyUse use)
    : m_connection{connection}, m_till{till}, m_use{use}
{
    static_assert(std::tuple_size_v<PhoneMac> == crypto_auth_hmacsha256_BYTES);
    start_sodium();
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> signing_public{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> signing_secret{};
    crypto_sign_seed_keypair(signing_public.data(), signing_secret.data(), seed.data());
    const bool made{crypto_sign_ed25519_pk_to_curve25519(m_public.data(), signing_public.data()) == 0 &&
                    crypto_sign_ed25519_sk_to_curve25519(m_secret.data(), signing_secret.data()) == 0};
    sodium_memzero(signing_secret.data(), signing_secret.size());
    if (!made) throw std::runtime_error{"the device key is none"};
}

TillSharedKey::~TillSharedKey() { sodium_memzero(m_secret.data(), m_secret.size()); }

std::optional<PhoneMac> TillSharedKey::mac_of(std::string_view text) const
{
    const bool phone{m_use == SharedKeyUse::phone};
    database::Statement find{m_connection, phone ? "SELECT sealed FROM phone_keys WHERE till = ?1"
                                                 : "SELECT sealed FROM gift_keys WHERE till = ?1"};
    find.bind(1, m_till);
    if (!find.step()) return std::nullopt;
    const std::string hex{find.text(0)};
    std::array<unsigned char, sealed_bytes> sealed{};
    std::size_t length{0};
    if (sodium_hex2bin(sealed.data(), sealed.size(), hex.data(), hex.size(), nullptr, &length, nullptr) != 0 ||
        length != sealed.size()) {
        return std::nullopt;
    }
    KeyBytes key{};
    if (crypto_box_seal_open(key.data(), sealed.data(), sealed.size(), m_public.data(), m_secret.data()) != 0) {
        return std::nullopt;
    }
    const PhoneMac mac{hmac(key, text)};
    sodium_memzero(key.data(), key.size());
    return mac;
}

std::optional<PhoneMac> OwnKey::mac_of(std::string_view text) const
{
    start_sodium();
    const PhoneMac key{hmac(m_seed, "guitai.own_key.1")}; // Nothing is signed with the device key itself but events.
    return hmac(key, text);
}

std::unique_ptr<SharedKey> shared_key(const DeviceKey& seed, const DataFolder& folder, SharedKeyUse use)
{
    const bool alone{folder.device().office_url.empty()};
    if (alone && use == SharedKeyUse::gift) return std::make_unique<OwnKey>(seed);
    return std::make_unique<TillSharedKey>(seed, folder.connection(), folder.device().till, use);
}

MachineDigits::MachineDigits() { start_sodium(); }

std::string MachineDigits::draw(std::size_t count)
{
    std::string digits;
    while (digits.size() < count) digits += static_cast<char>('0' + randombytes_uniform(10));
    return digits;
}

} // namespace guitai
