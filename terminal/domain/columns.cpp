#include "terminal/domain/columns.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace guitai {
namespace {

struct Character {
    std::size_t bytes{1};
    char32_t code{0};
};

// The character at the front of a text that is not empty; one byte where it is no UTF-8.
Character front_of(std::string_view text)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char first{byte(0)};
    const std::size_t bytes{first < 0x80 ? 1U : first >= 0xF0 ? 4U : first >= 0xE0 ? 3U : first >= 0xC0 ? 2U : 0U};
    if (bytes == 1) return {1, first};
    if (bytes == 0 || text.size() < bytes) return {1, U'?'};
    auto code = static_cast<char32_t>(first & (0x7FU >> bytes));
    for (std::size_t at{1}; at < bytes; ++at) {
        if ((byte(at) & 0xC0U) != 0x80U) return {1, U'?'};
        code = (code << 6U) | (byte(at) & 0x3FU);
    }
    return {bytes, code};
}

// Signs that are narrow on a screen and two columns wide in the font of a Chinese
// printer: GB 2312 gave them a hanzi's square.
bool is_wide_on_paper(char32_t code)
{
    constexpr std::u32string_view latin{U"¤¥§¨°±·÷àáèéêìíòóùúüāēěīńňōūǎǐǒǔǖǘǚǜ"};
    constexpr std::u32string_view narrow{U"−–✓"}; // Printed by another name.
    if (code < 0x0080) return false;
    if (code < 0x0200) return latin.find(code) != std::u32string_view::npos;
    if (code >= 0x0391 && code <= 0x0451) return true;
    return code >= 0x2010 && code <= 0x2713 && narrow.find(code) == std::u32string_view::npos;
}

// The blocks of Unicode's East Asian Width that a receipt meets.
std::size_t width_of(char32_t code)
{
    constexpr std::array<std::pair<char32_t, char32_t>, 7> wide{{{0x1100, 0x115F},
                                                                 {0x2E80, 0xA4CF},
                                                                 {0xAC00, 0xD7A3},
                                                                 {0xF900, 0xFAFF},
                                                                 {0xFE30, 0xFE6F},
                                                                 {0xFF00, 0xFF60},
                                                                 {0x1F000, 0x3FFFD}}};
    if (code >= 0x0300 && code <= 0x036F) return 0;
    if (is_wide_on_paper(code)) return 2;
    if (code >= 0xFFE0 && code <= 0xFFE6) return 2;
    return std::any_of(wide.begin(), wide.end(),
                       [&](const auto& block) { return code >= block.first && code <= block.second; })
               ? 2
               : 1;
}

} // namespace

std::size_t columns_of(std::string_view text)
{
    std::size_t columns{0};
    while (!text.empty()) {
        const Character character{front_of(text)};
        columns += width_of(character.code);
        text.remove_prefix(character.bytes);
    }
    return columns;
}

std::string cut_to(std::string_view text, std::size_t columns)
{
    std::size_t bytes{0};
    std::size_t used{0};
    while (bytes < text.size()) {
        const Character character{front_of(text.substr(bytes))};
        used += width_of(character.code);
        if (used > columns) break;
        bytes += character.bytes;
    }
    return std::string{text.substr(0, bytes)};
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns)
{
    std::vector<std::string> lines;
    while (columns_of(text) > columns) {
        std::size_t bytes{std::max(cut_to(text, columns).size(), front_of(text).bytes)};
        const std::size_t space{text.substr(0, bytes + 1).rfind(' ')};
        if (space != std::string_view::npos && space > 0 && bytes < text.size()) bytes = space;
        lines.emplace_back(text.substr(0, bytes));
        text.remove_prefix(bytes);
        while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    }
    if (!text.empty() || lines.empty()) lines.emplace_back(text);
    return lines;
}

void Page::text(std::string_view text)
{
    for (const std::string& part : wrap(text, m_columns)) line(part);
}

void Page::indented(std::string_view text)
{
    for (const std::string& part : wrap(text, m_columns - 2)) line("  " + part);
}

void Page::centred(std::string_view text)
{
    for (const std::string& part : wrap(text, m_columns)) {
        const std::size_t used{columns_of(part)};
        line(std::string((m_columns - std::min(used, m_columns)) / 2, ' ') + part);
    }
}

void Page::pair(std::string_view left, std::string_view right)
{
    const std::size_t right_columns{columns_of(right)};
    std::vector<std::string> parts{wrap(left, m_columns)};
    if (columns_of(parts.back()) + 1 + right_columns > m_columns) parts.emplace_back();
    for (std::size_t at{0}; at + 1 < parts.size(); ++at) line(parts[at]);
    const std::size_t used{columns_of(parts.back()) + right_columns};
    line(parts.back() + std::string(m_columns - std::min(used, m_columns), ' ') + std::string{right});
}

void Page::rule() { line(std::string(m_columns, '-')); }

void Page::blank() { line(""); }

// What a person typed may hold a byte that a printer would obey; on paper it is a blank.
void Page::line(std::string_view text)
{
    for (const char c : text) m_text += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    m_text += '\n';
}

} // namespace guitai
