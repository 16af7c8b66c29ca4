#include "terminal/domain/pinyin.hpp"

#include "terminal/domain/pinyin_table.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace guitai {
namespace {

constexpr char32_t broken{0xFFFD}; // In place of bytes that are no UTF-8; it matches nothing.

bool is_letter_or_digit(char32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// The character at `at`, small if it is a letter, and `at` behind it.
char32_t next_character(std::string_view text, std::size_t& at)
{
    const auto first = static_cast<unsigned char>(text[at++]);
    if (first < 0x80) return first >= 'A' && first <= 'Z' ? char32_t{first} - 'A' + 'a' : char32_t{first};
    if (first < 0xC0) return broken;
    const int more{first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1};
    char32_t code{first & (0x3FU >> static_cast<unsigned>(more))};
    for (int count{0}; count < more; ++count) {
        if (at == text.size() || (text[at] & 0xC0) != 0x80) return broken;
        code = code << 6U | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    }
    return code;
}

// What a search passes over: ASCII and Chinese spaces, dots and brackets.
bool is_mark(char32_t c)
{
    return (c < 0x80 && !is_letter_or_digit(c)) || c == U'·' || (c >= 0x2000 && c <= 0x206F) ||
           (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x301F) || (c >= 0xFF01 && c <= 0xFF0F) ||
           (c >= 0xFF1A && c <= 0xFF20);
}

// `typed` as characters that count.
std::u32string plain(std::string_view typed)
{
    std::u32string characters;
    for (std::size_t at{0}; at < typed.size();) {
        const char32_t c{next_character(typed, at)};
        if (!is_mark(c)) characters += c;
    }
    return characters;
}

bool answers_to(char32_t character, char32_t typed)
{
    if (character == typed) return character != broken;
    if (typed < 'a' || typed > 'z') return false;
    return initials_of(character).find(static_cast<char>(typed)) != std::string_view::npos;
}

bool matches_from(std::string_view text, std::size_t at, std::u32string_view typed)
{
    while (!typed.empty() && at < text.size()) {
        const char32_t c{next_character(text, at)};
        if (is_mark(c)) continue;
        if (!answers_to(c, typed.front())) return false;
        typed.remove_prefix(1);
    }
    return typed.empty();
}

// Surnames that are read otherwise as a word, or are likely to be read wrongly. Where
// families themselves differ (覃, 牟, 乐) nothing is said: a wrong name is worse than none.
constexpr std::array<std::pair<std::string_view, std::string_view>, 47> surnames{{
    {"尉迟", "Yùchí"},    {"单于", "Chányú"}, {"万俟", "Mòqí"}, {"令狐", "Línghú"}, {"澹台", "Tántái"},
    {"长孙", "Zhǎngsūn"}, {"鲜于", "Xiānyú"}, {"宿", "Sù"},     {"单", "Shàn"},     {"仇", "Qiú"},
    {"解", "Xiè"},        {"查", "Zhā"},      {"曾", "Zēng"},   {"任", "Rén"},      {"华", "Huà"},
    {"区", "Ōu"},         {"朴", "Piáo"},     {"尉", "Wèi"},    {"盖", "Gě"},       {"翟", "Zhái"},
    {"缪", "Miào"},       {"冼", "Xiǎn"},     {"洗", "Xiǎn"},   {"员", "Yùn"},      {"黑", "Hè"},
    {"盛", "Shèng"},      {"那", "Nā"},       {"宁", "Nìng"},   {"葛", "Gě"},       {"种", "Chóng"},
    {"召", "Shào"},       {"占", "Zhān"},     {"折", "Shé"},    {"祭", "Zhài"},     {"粘", "Nián"},
    {"秘", "Bì"},         {"繁", "Pó"},       {"车", "Chē"},    {"应", "Yīng"},     {"薄", "Bó"},
    {"都", "Dū"},         {"过", "Guō"},      {"哈", "Hǎ"},     {"撒", "Sà"},       {"燕", "Yān"},
    {"要", "Yāo"},        {"於", "Yū"},
}};

} // namespace

std::string_view initials_of(char32_t hanzi)
{
    using namespace pinyin_table;
    if (hanzi >= first_common && hanzi <= last_common) return sets[common[hanzi - first_common]];
    if (hanzi < 0x2E80) return {};
    const auto found = std::lower_bound(rare.begin(), rare.end(), hanzi,
                                        [](const Rare& one, char32_t code) { return one.code < code; });
    return found != rare.end() && found->code == hanzi ? sets[found->set] : std::string_view{};
}

bool matches_initials(std::string_view text, std::string_view typed)
{
    const std::u32string wanted{plain(typed)};
    if (wanted.empty()) return true;
    for (std::size_t at{0}; at < text.size();) {
        const std::size_t start{at};
        if (answers_to(next_character(text, at), wanted.front()) && matches_from(text, start, wanted)) return true;
    }
    return false;
}

std::vector<std::string> ways_to_read(std::string_view text, std::size_t ways_max)
{
    std::vector<std::string> ways(ways_max > 0 ? 1 : 0);
    for (const char32_t c : plain(text)) {
        const std::string own{is_letter_or_digit(c) ? std::string(1, static_cast<char>(c)) : std::string{}};
        const std::string_view letters{own.empty() ? initials_of(c) : std::string_view{own}};
        const std::size_t before{ways.size()};
        // Other readings first, while `ways` still holds what was read so far.
        for (const char letter : letters.substr(std::min<std::size_t>(1, letters.size()))) {
            for (std::size_t at{0}; at < before && ways.size() < ways_max; ++at) ways.push_back(ways[at] + letter);
        }
        for (std::size_t at{0}; at < before && !letters.empty(); ++at) ways[at] += letters.front();
    }
    return ways;
}

std::string_view reading_of_surname(std::string_view name)
{
    // Compound surnames stand first in the list, so that 尉迟 is not taken for 尉.
    for (const auto& [surname, reading] : surnames) {
        if (name.substr(0, surname.size()) == surname) return reading;
    }
    return {};
}

} // namespace guitai
