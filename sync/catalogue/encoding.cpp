#include "sync/catalogue/encoding.hpp"

#include <fmt/format.h>

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace guitai {
namespace {

constexpr std::string_view byte_order_mark{"\xEF\xBB\xBF"};

bool starts_with(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

unsigned byte_at(std::string_view text, std::size_t at)
{
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

// How many bytes the well-formed character at `at` has; 0 when it is not one.
// The narrowed second byte is what keeps out overlong forms, surrogates and
// anything past U+10FFFF (The Unicode Standard, table 3-7).
std::size_t character_length(std::string_view text, std::size_t at)
{
    const unsigned first{byte_at(text, at)};
    if (first < 0x80) return 1;
    const auto follows = [&](std::size_t offset, unsigned low = 0x80, unsigned high = 0xBF) {
        const unsigned byte{byte_at(text, at + offset)};
        return byte >= low && byte <= high;
    };
    if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const unsigned low{first == 0xE0 ? 0xA0U : 0x80U};
        const unsigned high{first == 0xED ? 0x9FU : 0xBFU};
        return follows(1, low, high) && follows(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const unsigned low{first == 0xF0 ? 0x90U : 0x80U};
        const unsigned high{first == 0xF4 ? 0x8FU : 0xBFU};
        return follows(1, low, high) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

// Whether this is how a character begins that needs more bytes than are left.
bool is_cut_character(std::string_view rest)
{
    const unsigned first{byte_at(rest, 0)};
    const std::size_t needed{first >= 0xF0 ? 4U : first >= 0xE0 ? 3U : 2U};
    return first >= 0xC2 && first <= 0xF4 && rest.size() < needed &&
           std::all_of(rest.begin() + 1, rest.end(), [](char c) { return (c & 0xC0) == 0x80; });
}

// Files that are no text at all, told apart so that the message can help.
Result<void> refuse_binary(std::string_view bytes)
{
    if (starts_with(bytes, "PK\x03\x04")) {
        return refuse("csv.binary", "line 1: this is an Excel workbook, not CSV; save it as \"CSV UTF-8\"");
    }
    if (starts_with(bytes, "\xFF\xFE") || starts_with(bytes, "\xFE\xFF")) {
        return refuse("csv.binary", "line 1: this is UTF-16; save it as \"CSV UTF-8\"");
    }
    if (const std::size_t nul{bytes.find('\0')}; nul != std::string_view::npos) {
        return refuse("csv.binary", fmt::format("line {}: a NUL byte; this is not a text file", line_at(bytes, nul)));
    }
    return {};
}

// Hanzi take three bytes in UTF-8. A few that fit may be chance (two GB bytes can
// look like one Latin letter of UTF-8), three in a file without one misfit are not.
bool is_surely_utf8(std::string_view bytes)
{
    if (first_bad_utf8(bytes) != std::string_view::npos) return false;
    return std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0xF0) == 0xE0; }) >= 3;
}

class Translator {
public:
    explicit Translator(const char* from) : m_handle{iconv_open("UTF-8", from)} {}
    ~Translator()
    {
        if (is_open()) iconv_close(m_handle);
    }
    Translator(const Translator&) = delete;
    Translator& operator=(const Translator&) = delete;

    [[nodiscard]] bool is_open() const
    {
        return m_handle != iconv_t(-1);
    } // NOLINT(performance-no-int-to-ptr): as iconv says no.

    // The text, or the offset of the first byte that does not belong.
    [[nodiscard]] tl::expected<std::string, std::size_t> translate(std::string_view bytes)
    {
        std::string text;
        std::array<char, 1U << 16U> piece{};
        char* in{const_cast<char*>(bytes.data())}; // POSIX left the const out; iconv does not write here.
        std::size_t in_left{bytes.size()};
        while (in_left > 0) {
            char* out{piece.data()};
            std::size_t out_left{piece.size()};
            const std::size_t done{iconv(m_handle, &in, &in_left, &out, &out_left)};
            const int error{errno};
            text.append(piece.data(), piece.size() - out_left);
            if (done == static_cast<std::size_t>(-1) && error != E2BIG) {
                return tl::unexpected<std::size_t>(bytes.size() - in_left);
            }
        }
        return text;
    }

private:
    iconv_t m_handle;
};

Result<std::string> from_gb18030(std::string_view bytes)
{
    if (is_surely_utf8(bytes)) {
        return refuse("csv.bad_encoding", "the file is UTF-8, not GBK; read it without --encoding");
    }
    Translator translator{"GB18030"};
    if (!translator.is_open()) {
        return refuse("csv.encoding_missing", "this machine can not read GB18030 (package libc-gconv-modules-extra); "
                                              "save the file as UTF-8");
    }
    auto text = translator.translate(bytes);
    if (!text) {
        return refuse("csv.bad_encoding", fmt::format("line {}: not GBK or GB18030", line_at(bytes, text.error())));
    }
    return std::move(*text);
}

} // namespace

Result<Encoding> parse_encoding(std::string_view name)
{
    std::string plain;
    for (const char c : name) {
        if (c == '-' || c == '_') continue;
        plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    if (plain.empty() || plain == "utf8" || plain == "utf8bom") return Encoding::utf8;
    if (plain == "gbk" || plain == "gb2312" || plain == "gb18030" || plain == "cp936") return Encoding::gb18030;
    return refuse("csv.unknown_encoding", fmt::format("\"{}\"; known are utf-8, gbk and gb18030", name));
}

std::size_t first_bad_utf8(std::string_view text)
{
    constexpr std::uint64_t high_bits{0x8080808080808080U};
    std::size_t at{0};
    while (at < text.size()) {
        // Most of a catalogue is ASCII: eight bytes at a time while none has its high bit set.
        if (std::uint64_t eight{0}; at + sizeof eight <= text.size()) {
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if ((eight & high_bits) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        const std::size_t length{character_length(text, at)};
        if (length == 0) return at;
        at += length;
    }
    return std::string_view::npos;
}

std::int64_t line_at(std::string_view text, std::size_t offset)
{
    std::int64_t line{1};
    for (std::size_t at{0}; at < offset && at < text.size(); ++at) {
        const bool is_pair{text[at] == '\r' && byte_at(text, at + 1) == '\n'};
        if (text[at] == '\n' || (text[at] == '\r' && !is_pair)) ++line;
    }
    return line;
}

Result<std::string> utf8_of(std::string_view bytes, Encoding encoding)
{
    if (auto checked = refuse_binary(bytes); !checked) return refuse(std::move(checked.error()));

    // A byte order mark settles the question, whatever the file was said to be.
    const bool has_mark{starts_with(bytes, byte_order_mark)};
    if (encoding == Encoding::gb18030 && !has_mark) return from_gb18030(bytes);

    const std::string_view text{has_mark ? bytes.substr(byte_order_mark.size()) : bytes};
    if (const std::size_t bad{first_bad_utf8(text)}; bad != std::string_view::npos) {
        if (is_cut_character(text.substr(bad))) {
            return refuse(
                "csv.bad_encoding",
                fmt::format("line {}: the file ends inside a character; is this half a file?", line_at(text, bad)));
        }
        return refuse(
            "csv.bad_encoding",
            fmt::format("line {}: not UTF-8; if the file is GBK, say so with --encoding gbk", line_at(text, bad)));
    }
    return std::string{text};
}

} // namespace guitai
