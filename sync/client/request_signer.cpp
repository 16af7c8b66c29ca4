#include "sync/client/request_signer.hpp"

#include <sodium.h>

#include <stdexcept>

namespace guitai {
namespace {

std::string hex_of(const unsigned char* bytes, std::size_t size)
{
    std::string text(size * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes, size);
    text.pop_back();
    return text;
}

} // namespace

RequestSigner::RequestSigner(const std::array<unsigned char, 32>& seed)
{
    static_assert(crypto_sign_SEEDBYTES == 32 && crypto_sign_SECRETKEYBYTES == 64);
    if (sodium_init() < 0) throw std::runtime_error{"libsodium does not start"};
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
    crypto_sign_seed_keypair(open.data(), m_secret.data(), seed.data());
    m_public = hex_of(open.data(), open.size());
}

void RequestSigner::sign(WireRequest& request, TillNumber till, std::int64_t now_ms) const
{
    const std::string time{std::to_string(now_ms)};
    const std::string text{signed_text(request.method, request.target, time, request.body)};
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                         m_secret.data());
    request.headers.emplace_back("Guitai-Till", std::to_string(till));
    request.headers.emplace_back("Guitai-Time", time);
    request.headers.emplace_back("Guitai-Signature", hex_of(signature.data(), signature.size()));
}

std::string signed_text(std::string_view method, std::string_view target, std::string_view time, std::string_view body)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(body.data()), body.size());
    std::string text{method};
    text += '\n';
    text += target;
    text += '\n';
    text += time;
    text += '\n';
    text += hex_of(hash.data(), hash.size());
    return text;
}

} // namespace guitai
