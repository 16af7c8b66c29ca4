#include "sync/events/base32.hpp"

namespace guitai {
namespace {

constexpr std::string_view alphabet{"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"};

} // namespace

std::string base32(const unsigned char* bytes, std::size_t count)
{
    std::string text;
    unsigned held{0};
    unsigned bits{0};
    for (std::size_t at{0}; at < count; ++at) {
        held = (held << 8U) | bytes[at];
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text += alphabet[(held >> bits) & 31U];
            held &= (1U << bits) - 1U;
        }
    }
    if (bits > 0) text += alphabet[(held << (5 - bits)) & 31U];
    return text;
}

std::string base32(std::string_view bytes)
{
    return base32(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

std::optional<std::string> bytes_of_base32(std::string_view text)
{
    std::string bytes;
    unsigned held{0};
    unsigned bits{0};
    for (const char c : text) {
        const std::size_t value{alphabet.find(c)};
        if (value == std::string_view::npos) return std::nullopt;
        held = (held << 5U) | static_cast<unsigned>(value);
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(held >> bits);
        held &= (1U << bits) - 1U;
    }
    // Bits behind the last byte would let two texts stand for the same bytes; a whole character is one too many.
    return held == 0 && bits < 5 ? std::optional{std::move(bytes)} : std::nullopt;
}

} // namespace guitai
