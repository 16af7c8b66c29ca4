#include "sync/database/page_cipher.hpp"

#include <openssl/evp.h>

namespace guitai::database {

void PageCipher::Free::operator()(evp_cipher_ctx_st* context) const noexcept { EVP_CIPHER_CTX_free(context); }

PageCipher::PageCipher(const SealKey& key, PagesOf pages)
    : m_sealing{make(key, true)}, m_opening{make(key, false)}, m_pages{pages}
{
    if (!m_sealing || !m_opening) throw DatabaseError{Fault::other, "this machine has no AES-256 in XTS mode"};
}

PageCipher::Context PageCipher::make(const SealKey& key, bool sealing)
{
    Context context{EVP_CIPHER_CTX_new()};
    if (!context) return {};
    const int ready{EVP_CipherInit_ex(context.get(), EVP_aes_256_xts(), nullptr, key.data(), nullptr, sealing ? 1 : 0)};
    return ready == 1 ? std::move(context) : Context{};
}

bool PageCipher::seal(std::int64_t place, std::span<const unsigned char, page_bytes> plain, PageBytes& sealed)
{
    return turn(m_sealing.get(), place, plain.data(), sealed.data());
}

bool PageCipher::open(std::int64_t place, std::span<unsigned char, page_bytes> page)
{
    return turn(m_opening.get(), place, page.data(), page.data());
}

bool PageCipher::turn(evp_cipher_ctx_st* context, std::int64_t place, const unsigned char* from,
                      unsigned char* to) const
{
    std::array<unsigned char, 16> tweak{}; // The page's place, its lowest byte first; then what it is a page of.
    auto rest = static_cast<std::uint64_t>(place);
    for (std::size_t at{0}; at < 8; ++at, rest >>= 8U) tweak[at] = static_cast<unsigned char>(rest & 0xFFU);
    tweak[8] = static_cast<unsigned char>(m_pages);
    int written{0};
    return EVP_CipherInit_ex(context, nullptr, nullptr, nullptr, tweak.data(), -1) == 1 &&
           EVP_CipherUpdate(context, to, &written, from, static_cast<int>(page_bytes)) == 1 &&
           written == static_cast<int>(page_bytes);
}

} // namespace guitai::database
