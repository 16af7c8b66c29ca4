// The bytes of a file as UTF-8 text. Takes the byte order mark off, proves that
// the rest is UTF-8, and translates Chinese national encodings when the caller
// names one. Refuses to guess: a wrong guess would print wrong names on receipts
// for years.
#pragma once

#include "sync/events/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace guitai {

enum class Encoding { utf8, gb18030 };

// "utf-8", "gbk", "gb2312", "gb18030", any case; "" is UTF-8. GBK and GB2312 are
// parts of GB18030 and are read as it. Refuses with csv.unknown_encoding.
[[nodiscard]] Result<Encoding> parse_encoding(std::string_view name);

// The offset of the first byte that is not well-formed UTF-8 (overlong forms and
// surrogates included), or npos.
[[nodiscard]] std::size_t first_bad_utf8(std::string_view text);

// The line, from 1, on which the byte at `offset` stands. CRLF, LF and CR each end one.
[[nodiscard]] std::int64_t line_at(std::string_view text, std::size_t offset);

// UTF-8 without a byte order mark. Refuses, with the line, with csv.binary (a NUL
// byte, an Excel workbook, UTF-16), csv.bad_encoding (not what it was said to be)
// or csv.encoding_missing (this machine can not translate it).
[[nodiscard]] Result<std::string> utf8_of(std::string_view bytes, Encoding encoding);

} // namespace guitai
