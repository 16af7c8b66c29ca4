#include "sync/office/crypto.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <span>
#include <stdexcept>
#include <vector>

namespace guitai::office {
namespace {

using Bytes = std::span<const unsigned char>;

Bytes bytes_of(std::string_view text)
{
    return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

void ready()
{
    if (sodium_init() < 0) throw std::runtime_error{"libsodium does not start on this machine"};
}

std::string hex_of(Bytes bytes)
{
    std::string hex(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
    hex.pop_back();
    return hex;
}

template<std::size_t size>
std::optional<std::array<unsigned char, size>> from_hex(std::string_view hex)
{
    std::array<unsigned char, size> bytes{};
    std::size_t written{0};
    if (hex.size() != size * 2) return std::nullopt;
    if (sodium_hex2bin(bytes.data(), size, hex.data(), hex.size(), nullptr, &written, nullptr) != 0)
        return std::nullopt;
    if (written != size) return std::nullopt;
    return bytes;
}

} // namespace

void SystemChance::fill(std::span<std::uint8_t> bytes)
{
    ready();
    randombytes_buf(bytes.data(), bytes.size());
}

std::string random_hex(Chance& chance, std::size_t bytes)
{
    std::vector<std::uint8_t> random(bytes);
    chance.fill(random);
    return hex_of(random);
}

std::string random_code(Chance& chance, std::size_t length)
{
    constexpr std::string_view letters{"ABCDEFGHJKMNPQRSTUVWXYZ23456789"};
    constexpr unsigned fair_below{256 / letters.size() * letters.size()}; // Above it some letters would be likelier.
    std::string code;
    while (code.size() < length) {
        std::array<std::uint8_t, 1> byte{};
        chance.fill(byte);
        if (byte[0] < fair_below) code += letters[byte[0] % letters.size()];
    }
    return code;
}

std::string hash_of(std::string_view secret)
{
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), bytes_of(secret).data(), secret.size(), nullptr, 0);
    return hex_of(hash);
}

std::string sha256_of(std::string_view bytes)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), bytes_of(bytes).data(), bytes.size());
    return hex_of(hash);
}

std::string hash_pin(std::string_view pin)
{
    ready();
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str(text.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
        throw std::runtime_error{"not enough memory to hash a PIN"};
    }
    return text.data();
}

bool pin_matches(std::string_view pin_hash, std::string_view pin)
{
    ready();
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (pin_hash.size() >= text.size()) return false;
    pin_hash.copy(text.data(), pin_hash.size());
    return crypto_pwhash_str_verify(text.data(), pin.data(), pin.size()) == 0;
}

bool same_secret(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

bool is_public_key(std::string_view hex)
{
    return from_hex<crypto_sign_PUBLICKEYBYTES>(hex).has_value();
}

bool signature_fits(std::string_view public_key, std::string_view signature, std::string_view text)
{
    const auto key = from_hex<crypto_sign_PUBLICKEYBYTES>(public_key);
    const auto mark = from_hex<crypto_sign_BYTES>(signature);
    if (!key || !mark) return false;
    return crypto_sign_verify_detached(mark->data(), bytes_of(text).data(), text.size(), key->data()) == 0;
}

Mac mac_of(std::string_view key, std::string_view text)
{
    const auto bytes = from_hex<crypto_auth_hmacsha256_KEYBYTES>(key);
    assert(bytes);
    Mac mac{};
    static_assert(std::tuple_size_v<Mac> == crypto_auth_hmacsha256_BYTES);
    crypto_auth_hmacsha256(mac.data(), bytes_of(text).data(), text.size(), bytes->data());
    return mac;
}

std::string hex_of(const Mac& mac)
{
    return hex_of(Bytes{mac});
}

std::string derived_key(std::string_view secret, std::string_view purpose)
{
    return hex_of(mac_of(secret, purpose));
}

// As crypto_box_seal does, but for the key of the moment: that comes from `chance`, so that a simulator can foresee it.
std::optional<std::string> sealed_for(Chance& chance, std::string_view public_key, std::string_view secret)
{
    const auto signing = from_hex<crypto_sign_PUBLICKEYBYTES>(public_key);
    const auto plain = from_hex<32>(secret);
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> theirs{};
    if (!signing || !plain || crypto_sign_ed25519_pk_to_curve25519(theirs.data(), signing->data()) != 0) {
        return std::nullopt;
    }
    std::array<unsigned char, crypto_box_SEEDBYTES> seed{};
    chance.fill(seed);
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> ours{};
    std::array<unsigned char, crypto_box_SECRETKEYBYTES> our_secret{};
    crypto_box_seed_keypair(ours.data(), our_secret.data(), seed.data());
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES * 2> both{};
    std::copy(ours.begin(), ours.end(), both.begin());
    std::copy(theirs.begin(), theirs.end(), both.begin() + crypto_box_PUBLICKEYBYTES);
    std::array<unsigned char, crypto_box_NONCEBYTES> nonce{};
    crypto_generichash(nonce.data(), nonce.size(), both.data(), both.size(), nullptr, 0);
    std::array<unsigned char, crypto_box_SEALBYTES + 32> sealed{};
    std::copy(ours.begin(), ours.end(), sealed.begin());
    const int boxed{crypto_box_easy(sealed.data() + crypto_box_PUBLICKEYBYTES, plain->data(), plain->size(),
                                    nonce.data(), theirs.data(), our_secret.data())};
    sodium_memzero(our_secret.data(), our_secret.size());
    sodium_memzero(seed.data(), seed.size());
    if (boxed != 0) return std::nullopt;
    return hex_of(sealed);
}

} // namespace guitai::office
