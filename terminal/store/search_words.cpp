#include "terminal/store/search_words.hpp"

#include "terminal/domain/pinyin.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace guitai {
namespace {

// One character of UTF-8 and what it is to a search.
struct Character {
    std::string_view text;
    enum class Kind { divider, letter, hanzi } kind{Kind::divider};
};

// From here on every script writes without spaces, or nearly so.
constexpr unsigned first_hanzi{0x2E80};

bool is_ascii_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

unsigned code_of(std::string_view character)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(character[at])); };
    switch (character.size()) {
    case 1: return byte(0);
    case 2: return (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
    case 3: return (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    default: return 0x10000; // Only rarer hanzi and pictures stand there.
    }
}

// Chinese commas and brackets divide; full-width letters are rare enough to be hanzi.
bool is_punctuation(unsigned code)
{
    return (code >= 0x3000 && code <= 0x3004) || (code >= 0x3008 && code <= 0x3020) ||
           (code >= 0xFF01 && code <= 0xFF0F) || (code >= 0xFF1A && code <= 0xFF20);
}

Character::Kind kind_of_character(std::string_view character)
{
    const unsigned code{code_of(character)};
    if (code >= first_hanzi) return is_punctuation(code) ? Character::Kind::divider : Character::Kind::hanzi;
    if (code >= 0xC0 && code < 0x2000) return Character::Kind::letter;
    const bool plain{code < 0x80 && is_ascii_letter(static_cast<unsigned char>(code))};
    return plain ? Character::Kind::letter : Character::Kind::divider;
}

std::vector<Character> characters_of(std::string_view text)
{
    std::vector<Character> characters;
    for (std::size_t at{0}; at < text.size();) {
        std::size_t end{at + 1};
        while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
        const std::string_view character{text.substr(at, end - at)};
        characters.push_back({character, kind_of_character(character)});
        at = end;
    }
    return characters;
}

// More letters than anybody types of one name, and more readings than one name has.
constexpr std::size_t tail_characters_max{12};
constexpr std::size_t readings_max{16};

// No quote can be in it: words are made of letters and hanzi only.
std::string match_for_part(std::string_view part)
{
    const std::string words{words_of(part)};
    if (words.empty()) return {};
    const bool ends_in_letters{kind_of_character(characters_of(words).back().text) == Character::Kind::letter};
    std::string match{"(name : \"" + words + '"'};
    if (ends_in_letters) match += " *";
    if (words.find(' ') == std::string::npos && ends_in_letters) match += " OR initials : \"" + words + "\" *";
    return match += ')';
}

} // namespace

std::string words_of(std::string_view name)
{
    std::string words;
    auto before = Character::Kind::divider;
    for (const auto& [text, kind] : characters_of(name)) {
        if (kind == Character::Kind::divider) {
            before = kind;
            continue;
        }
        const bool joined{kind == Character::Kind::letter && before == Character::Kind::letter};
        if (!words.empty() && !joined) words += ' ';
        words += text;
        before = kind;
    }
    return words;
}

std::string initial_words_of(std::string_view name)
{
    const std::vector<Character> characters{characters_of(name)};
    std::set<std::string> tails;
    for (std::size_t first{0}; first < characters.size(); ++first) {
        if (characters[first].kind != Character::Kind::hanzi) continue; // Letters are words already.
        std::string tail;
        for (std::size_t at{first}; at < std::min(first + tail_characters_max, characters.size()); ++at) {
            tail += characters[at].text;
        }
        // Each tail is read on its own, so that a name full of doubtful hanzi still answers from its middle.
        for (std::string& initials : ways_to_read(tail, readings_max)) tails.insert(std::move(initials));
    }
    std::string words;
    for (const std::string& tail : tails) {
        if (!words.empty() && !tail.empty()) words += ' ';
        words += tail;
    }
    return words;
}

std::string match_for(std::string_view typed)
{
    std::string match;
    for (std::size_t at{0}; at < typed.size();) {
        const std::size_t end{std::min(typed.find(' ', at), typed.size())};
        const std::string part{match_for_part(typed.substr(at, end - at))};
        if (!match.empty() && !part.empty()) match += " AND ";
        match += part;
        at = end + 1;
    }
    return match;
}

} // namespace guitai
