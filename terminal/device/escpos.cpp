#include "terminal/device/escpos.hpp"

#include "terminal/domain/columns.hpp"

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
constexpr std::string_view bold_on{"\x1B\x45\x01"sv};
constexpr std::string_view bold_off{"\x1B\x45\x00"sv};
constexpr std::string_view barcode_shape{"\x1DH\x02\x1Dh\x50\x1Dw\x02"sv}; // Digits below, 80 dots high, 2 a bar.
constexpr std::string_view feed_and_cut{"\x1DV\x42\x03"sv};                // Partial: the slip hangs by a thread.

constexpr std::size_t barcode_bytes_max{40};
constexpr std::size_t dots_a_bar{2};
constexpr std::size_t raster_rows_max{128}; // A band at a time: cheap printers have little memory.
constexpr std::size_t qr_bytes_max{1'000};

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
    if (!converted.empty() && converted.size() <= 2) bytes += converted;
    else bytes += std::string(std::max<std::size_t>(columns_of(character), 1), '?');
}

bool is_barcode(std::string_view text)
{
    return !text.empty() && text.size() <= barcode_bytes_max &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~' && c != '{'; });
}

// Set B as it is, and set C, two digits a bar, from where only an even number of digits is left.
std::size_t digits_at_end(std::string_view text)
{
    const auto other = std::find_if(text.rbegin(), text.rend(), [](char c) { return c < '0' || c > '9'; });
    const auto count = static_cast<std::size_t>(other - text.rbegin());
    return count < 4 ? 0 : count - count % 2;
}

// Start, symbols, check, eleven bars each, thirteen to stop, ten of quiet on either side.
std::size_t barcode_dots(std::string_view text)
{
    const std::size_t pairs{digits_at_end(text) / 2};
    const std::size_t symbols{1 + (text.size() - 2 * pairs) + (pairs == 0 ? 0 : 1 + pairs) + 1};
    return (symbols * 11 + 13 + 20) * dots_a_bar;
}

std::string barcode_bytes(std::string_view text)
{
    const std::size_t digits{digits_at_end(text)};
    std::string data{"{B"};
    data += text.substr(0, text.size() - digits);
    if (digits > 0) data += "{C";
    for (std::size_t at{text.size() - digits}; at < text.size(); at += 2) {
        data += static_cast<char>((text[at] - '0') * 10 + (text[at + 1] - '0'));
    }
    std::string bytes{to_the_middle};
    bytes += barcode_shape;
    bytes += "\x1Dk\x49"sv;
    bytes += static_cast<char>(data.size());
    bytes += data;
    bytes += '\n';
    bytes += to_the_left;
    return bytes;
}

void append_number(std::string& bytes, std::size_t number)
{
    bytes += static_cast<char>(number % 256);
    bytes += static_cast<char>(number / 256);
}

std::string raster_bytes(const Raster& raster)
{
    std::string bytes{to_the_middle};
    for (std::size_t top{0}; top < raster.height; top += raster_rows_max) {
        const std::size_t rows{std::min(raster_rows_max, raster.height - top)};
        bytes += "\x1Dv0\x00"sv;
        append_number(bytes, raster.row_bytes());
        append_number(bytes, rows);
        const auto from = raster.bits.begin() + static_cast<std::ptrdiff_t>(top * raster.row_bytes());
        bytes.append(from, from + static_cast<std::ptrdiff_t>(rows * raster.row_bytes()));
    }
    bytes += to_the_left;
    return bytes;
}

std::string native_qr_bytes(std::string_view text, std::size_t dots)
{
    std::string bytes{to_the_middle};
    bytes += "\x1D(k\x04\x00\x31\x41\x32\x00"sv; // Model 2.
    bytes += "\x1D(k\x03\x00\x31\x43"sv;
    bytes += static_cast<char>(dots);
    bytes += "\x1D(k\x03\x00\x31\x45\x31"sv; // Error correction M.
    bytes += "\x1D(k"sv;
    append_number(bytes, text.size() + 3);
    bytes += "\x31\x50\x30"sv;
    bytes += text;
    bytes += "\x1D(k\x03\x00\x31\x51\x30\n"sv;
    bytes += to_the_left;
    return bytes;
}

// Empty where it does not fit on the paper with at least three dots a module.
std::string qr_bytes(std::string_view text, const PaperSetup& setup)
{
    if (text.size() > qr_bytes_max) return {};
    const QrCode code{qr_of(text)};
    if (code.side == 0) return {};
    const std::size_t modules{code.side + 2 * qr_quiet_modules};
    const std::size_t dots{std::min<std::size_t>(dots_of(setup.columns) / modules, 5)};
    if (dots < 3) return {};
    return setup.qr == QrMaker::printer ? native_qr_bytes(text, dots) : raster_bytes(raster_of(code, dots));
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

std::size_t dots_of(std::size_t columns)
{
    if (columns <= 32) return 384;
    return columns <= 42 ? 512 : 576;
}

std::string escpos_bytes(const PrintJob& job, const PaperSetup& setup, Attempt attempt)
{
    std::string bytes{reset};
    // A drawer that flies open a second time, when nobody stands there, is an invitation.
    if (job.open_drawer && attempt == Attempt::first) bytes += open_drawer;
    if (job.text.empty()) return bytes;
    const bool is_receipt{!job.barcode.empty()};
    if (is_receipt && !setup.logo.empty()) bytes += raster_bytes(setup.logo);
    bytes += chinese_on;
    if (attempt == Attempt::again && !setup.again_mark.empty()) {
        bytes += to_the_middle;
        bytes += bold_on;
        bytes += printer_text(setup.again_mark) + '\n';
        bytes += bold_off;
        bytes += to_the_left;
    }
    bytes += printer_text(job.text);
    if (bytes.back() != '\n') bytes += '\n';
    if (is_barcode(job.barcode) && barcode_dots(job.barcode) <= dots_of(setup.columns)) {
        bytes += barcode_bytes(job.barcode);
    }
    bytes += qr_bytes(job.qr, setup);
    bytes += feed_and_cut;
    return bytes;
}

} // namespace guitai
