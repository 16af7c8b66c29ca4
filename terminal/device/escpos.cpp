#include "terminal/device/escpos.hpp"

#include <algorithm>
#include <array>
#include <iconv.h>
#include <utility>

namespace guitai {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view reset{"\x1B@"sv};
constexpr std::string_view chinese_on{"\x1C&"sv};
constexpr std::string_view open_drawer{"\x1Bp\x00\x19\xFA"sv}; // Pin 2, 50 ms on, 500 ms off.
constexpr std::string_view to_the_left{"\x1B\x61\x00"sv};
constexpr std::string_view to_the_middle{"\x1B\x61\x01"sv};
constexpr std::string_view barcode_shape{"\x1DH\x02\x1Dh\x50\x1Dw\x02"sv}; // Digits below, 80 dots high, 2 a bar.
constexpr std::string_view feed_and_cut{"\x1DV\x42\x03"sv};

constexpr std::size_t barcode_bytes_max{32}; // Wider than 80 mm paper otherwise.

// Closes with its scope.
class Converter {
public:
    Converter() : m_handle{::iconv_open("GB18030", "UTF-8")} {}
    ~Converter()
    {
        if (works()) ::iconv_close(m_handle);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    [[nodiscard]] bool works() const { return m_handle != reinterpret_cast<iconv_t>(-1); }

    // One character; empty where GB18030 or this machine has none.
    [[nodiscard]] std::string convert(std::string_view character) const
    {
        if (!works()) return {};
        std::string from{character};
        std::array<char, 8> to{};
        char* in{from.data()};
        char* out{to.data()};
        std::size_t in_left{from.size()};
        std::size_t out_left{to.size()};
        ::iconv(m_handle, nullptr, nullptr, nullptr, nullptr);
        if (::iconv(m_handle, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1)) return {};
        return {to.data(), to.size() - out_left};
    }

private:
    iconv_t m_handle;
};

// Signs our texts use that GB2312 has under another code or not at all.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> renamed{{
    {"−", "-"},
    {"–", "-"},
    {"×", "x"},
    {"✓", "*"},
    {"\u00A0", " "},
}};

constexpr std::string_view narrow_yen{"¥"};
constexpr std::string_view wide_yen{"\xA3\xA4"sv}; // The one every printer has; two columns wide.

void append(std::string& bytes, const Converter& converter, std::string_view character)
{
    if (character == narrow_yen) {
        // The wider sign takes the column of the blank before it, so that amounts stay in line.
        if (!bytes.empty() && bytes.back() == ' ') bytes.pop_back();
        bytes += wide_yen;
        return;
    }
    for (const auto& [sign, name] : renamed) {
        if (sign == character) {
            bytes += name;
            return;
        }
    }
    const std::string converted{converter.convert(character)};
    // Four-byte characters are in the standard and in hardly any printer.
    bytes += converted.empty() || converted.size() > 2 ? "?"sv : std::string_view{converted};
}

bool is_barcode(std::string_view text)
{
    return !text.empty() && text.size() <= barcode_bytes_max &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~' && c != '{'; });
}

// Code 128, set B: letters, digits and dashes as they are.
std::string barcode_bytes(std::string_view text)
{
    std::string bytes{to_the_middle};
    bytes += barcode_shape;
    bytes += "\x1Dk\x49"sv;
    bytes += static_cast<char>(text.size() + 2);
    bytes += "{B"sv;
    bytes += text;
    bytes += '\n';
    bytes += to_the_left;
    return bytes;
}

} // namespace

std::string printer_text(std::string_view text)
{
    const Converter converter;
    std::string bytes;
    bytes.reserve(text.size());
    for (std::size_t at{0}; at < text.size();) {
        std::size_t end{at + 1};
        while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
        const std::string_view character{text.substr(at, end - at)};
        const auto first = static_cast<unsigned char>(character.front());
        // A name with an ESC in it must not steer the printer.
        if (first >= 0x80) append(bytes, converter, character);
        else if (first >= ' ' && first != 0x7F) bytes += character;
        else if (first == '\n') bytes += '\n';
        at = end;
    }
    return bytes;
}

std::string escpos_bytes(const PrintJob& job)
{
    std::string bytes{reset};
    if (job.open_drawer) bytes += open_drawer;
    if (job.text.empty()) return bytes;
    bytes += chinese_on;
    bytes += printer_text(job.text);
    if (bytes.back() != '\n') bytes += '\n';
    if (is_barcode(job.barcode)) bytes += barcode_bytes(job.barcode);
    bytes += feed_and_cut;
    return bytes;
}

} // namespace guitai
