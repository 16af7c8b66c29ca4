#include "sync/database/text.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace guitai::database {
namespace {

constexpr std::string_view replacement{"\xEF\xBF\xBD"}; // U+FFFD

unsigned byte_at(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

// Bytes of the character at `at`; 0 where there is none.
std::size_t character_bytes(std::string_view text, std::size_t at)
{
    const unsigned lead{byte_at(text, at)};
    if (lead == 0) return 0;
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    const std::size_t bytes{lead < 0xE0 ? 2U : lead < 0xF0 ? 3U : 4U};
    if (at + bytes > text.size()) return 0;
    for (std::size_t i{1}; i < bytes; ++i) {
        if ((byte_at(text, at + i) & 0xC0U) != 0x80U) return 0;
    }
    // Over-long forms, surrogates and what lies beyond U+10FFFF are no characters.
    const unsigned second{byte_at(text, at + 1)};
    if (lead == 0xE0 && second < 0xA0) return 0;
    if (lead == 0xED && second > 0x9F) return 0;
    if (lead == 0xF0 && second < 0x90) return 0;
    if (lead == 0xF4 && second > 0x8F) return 0;
    return bytes;
}

// Eight ASCII characters at once: most of every event is nothing else.
bool eight_are_plain(std::string_view text, std::size_t at)
{
    constexpr std::uint64_t ones{0x0101010101010101U};
    constexpr std::uint64_t tops{0x8080808080808080U};
    std::uint64_t eight{0};
    if (at + sizeof eight > text.size()) return false;
    std::memcpy(&eight, text.data() + at, sizeof eight);
    const std::uint64_t zeros{(eight - ones) & ~eight & tops};
    return (eight & tops) == 0 && zeros == 0;
}

} // namespace

bool is_clean_text(std::string_view text)
{
    for (std::size_t at{0}; at < text.size();) {
        if (eight_are_plain(text, at)) {
            at += sizeof(std::uint64_t);
            continue;
        }
        const std::size_t bytes{character_bytes(text, at)};
        if (bytes == 0) return false;
        at += bytes;
    }
    return true;
}

std::string clean_text(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at{0}; at < text.size();) {
        const std::size_t bytes{character_bytes(text, at)};
        if (bytes == 0) {
            clean += replacement;
            ++at;
        } else {
            clean += text.substr(at, bytes);
            at += bytes;
        }
    }
    return clean;
}

} // namespace guitai::database
