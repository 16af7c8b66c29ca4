#include "sync/database/sealed_file.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace guitai::database {
namespace {

constexpr std::int64_t log_header_bytes{32};
constexpr std::int64_t frame_header_bytes{24};
constexpr auto page_size = static_cast<std::int64_t>(page_bytes);

} // namespace

SealedPages::SealedPages(const SealKey& key, PagesOf pages, sqlite3_file& inner)
    : m_cipher{key, pages}, m_before{pages == PagesOf::log ? log_header_bytes + frame_header_bytes : 0},
      m_between{pages == PagesOf::log ? frame_header_bytes : 0}, m_inner{inner}
{
}

SealedPages::Page SealedPages::page_at(std::int64_t at) const
{
    const std::int64_t stride{page_size + m_between};
    const std::int64_t number{at < m_before ? 0 : (at - m_before) / stride};
    return {number, m_before + number * stride};
}

int SealedPages::read_page(const Page& page, PageBytes& plain)
{
    const int code{m_inner.pMethods->xRead(&m_inner, plain.data(), static_cast<int>(page_bytes), page.begin)};
    if (code != SQLITE_OK) return code;
    return m_cipher.open(page.number, plain) ? SQLITE_OK : SQLITE_IOERR_READ;
}

int SealedPages::write_page(const Page& page, std::span<const unsigned char, page_bytes> plain)
{
    PageBytes sealed;
    if (!m_cipher.seal(page.number, plain, sealed)) return SQLITE_IOERR_WRITE;
    return m_inner.pMethods->xWrite(&m_inner, sealed.data(), static_cast<int>(page_bytes), page.begin);
}

int SealedPages::read(unsigned char* to, int bytes, std::int64_t from)
{
    const std::int64_t end{from + bytes};
    const int code{m_inner.pMethods->xRead(&m_inner, to, bytes, from)};
    if (code != SQLITE_OK) return code;
    for (Page page{page_at(from)}; page.begin < end; page = page_at(page.end() + m_between)) {
        const std::int64_t first{std::max(page.begin, from)};
        const std::int64_t last{std::min(page.end(), end)};
        if (first >= last) continue; // The bytes between two pages.
        if (last - first == page_size) {
            if (!m_cipher.open(page.number, std::span<unsigned char, page_bytes>{to + (first - from), page_bytes})) {
                return SQLITE_IOERR_READ;
            }
            continue;
        }
        PageBytes whole;
        const int read{read_page(page, whole)};
        if (read == SQLITE_IOERR_SHORT_READ) whole.fill(0); // The end of a log that a power cut tore.
        else if (read != SQLITE_OK) return read;
        std::memcpy(to + (first - from), whole.data() + (first - page.begin), static_cast<std::size_t>(last - first));
    }
    return SQLITE_OK;
}

// Written as a whole page all the same; what was there stays around it.
int SealedPages::write_part(const Page& page, const unsigned char* from, std::int64_t bytes, std::int64_t to)
{
    PageBytes whole{};
    const int code{read_page(page, whole)};
    if (code == SQLITE_IOERR_SHORT_READ) whole.fill(0);
    else if (code != SQLITE_OK) return code;
    std::memcpy(whole.data() + (to - page.begin), from, static_cast<std::size_t>(bytes));
    return write_page(page, whole);
}

int SealedPages::write(const unsigned char* from, int bytes, std::int64_t to)
{
    const std::int64_t end{to + bytes};
    std::int64_t at{to};
    while (at < end) {
        const Page page{page_at(at)};
        int code{SQLITE_OK};
        std::int64_t next{0};
        if (at >= page.end() || at < page.begin) { // Between two pages, or before the first.
            const std::int64_t begin{at < page.begin ? page.begin : page.end() + m_between};
            next = std::min(begin, end);
            code = m_inner.pMethods->xWrite(&m_inner, from + (at - to), static_cast<int>(next - at), at);
        } else {
            next = std::min(page.end(), end);
            const unsigned char* const part{from + (at - to)};
            const bool whole{next - at == page_size};
            code = whole ? write_page(page, std::span<const unsigned char, page_bytes>{part, page_bytes})
                         : write_part(page, part, next - at, at);
        }
        if (code != SQLITE_OK) return code;
        at = next;
    }
    return SQLITE_OK;
}

} // namespace guitai::database
