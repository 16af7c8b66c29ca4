// One open file of SQLite over the file of another VFS: its pages are sealed on their way down and opened on their way
// up. Where the pages lie is all it knows of SQLite's formats (https://www.sqlite.org/fileformat2.html, sections 1.2
// and 4.1): a file is pages from its first byte on; a log is a header of 32 bytes, and then frames of a header of 24
// bytes and one page. The headers hold numbers and checksums and stay as they are.
#pragma once

#include "sync/database/page_cipher.hpp"

struct sqlite3_file;

namespace guitai::database {

class SealedPages {
public:
    SealedPages(const SealKey& key, PagesOf pages, sqlite3_file& inner);

    // As xRead and xWrite of a file: results of SQLite.
    [[nodiscard]] int read(unsigned char* to, int bytes, std::int64_t from);
    [[nodiscard]] int write(const unsigned char* from, int bytes, std::int64_t to);

private:
    // The page that byte `at` lies in or before: its number, and where it begins.
    struct Page {
        std::int64_t number{0}, begin{0};
        [[nodiscard]] std::int64_t end() const { return begin + static_cast<std::int64_t>(page_bytes); }
    };
    [[nodiscard]] Page page_at(std::int64_t at) const;
    [[nodiscard]] int read_page(const Page& page, PageBytes& plain);
    [[nodiscard]] int write_page(const Page& page, std::span<const unsigned char, page_bytes> plain);
    [[nodiscard]] int write_part(const Page& page, const unsigned char* from, std::int64_t bytes, std::int64_t to);

    PageCipher m_cipher;
    std::int64_t m_before{0}; // Bytes before the first page, and before each further one.
    std::int64_t m_between{0};
    sqlite3_file& m_inner;
};

} // namespace guitai::database
