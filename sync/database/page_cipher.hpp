// One page at a time, enciphered in its place.
#pragma once

#include "sync/database/sealed.hpp"

#include <cstdint>
#include <memory>
#include <span>

struct evp_cipher_ctx_st;

namespace guitai::database {

// The only size SQLite's pages have here.
inline constexpr std::size_t page_bytes{4'096};
using PageBytes = std::array<unsigned char, page_bytes>;

// Where pages are counted from: those of a file and those of its log are told apart.
enum class PagesOf : unsigned char { file, log };

// For one thread.
class PageCipher {
public:
    PageCipher(const SealKey& key, PagesOf pages);

    // False where the machine's cipher fails.
    [[nodiscard]] bool seal(std::int64_t place, std::span<const unsigned char, page_bytes> plain, PageBytes& sealed);
    [[nodiscard]] bool open(std::int64_t place, std::span<unsigned char, page_bytes> page); // In place.

private:
    struct Free {
        void operator()(evp_cipher_ctx_st* context) const noexcept;
    };
    using Context = std::unique_ptr<evp_cipher_ctx_st, Free>;

    static Context make(const SealKey& key, bool sealing);
    [[nodiscard]] bool turn(evp_cipher_ctx_st* context, std::int64_t place, const unsigned char* from,
                            unsigned char* to) const;

    Context m_sealing, m_opening;
    PagesOf m_pages;
};

} // namespace guitai::database
