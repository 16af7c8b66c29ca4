// Words that somebody typed, as patterns for LIKE … ESCAPE '!' over lower(…). Letters of other scripts have no case
// that both engines would fold alike; they are searched for as they are.
#pragma once

#include <cctype>
#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

[[nodiscard]] inline std::string like_pattern(std::string_view word)
{
    std::string pattern{"%"};
    for (const char each : word) {
        if (each == '%' || each == '_' || each == '!') pattern += '!';
        pattern += static_cast<char>(std::tolower(static_cast<unsigned char>(each)));
    }
    return pattern + "%";
}

// The first words, in small letters.
[[nodiscard]] inline std::vector<std::string> small_words(const std::string& text, std::size_t words_max)
{
    std::istringstream typed{text};
    std::vector<std::string> words;
    for (std::string word; words.size() < words_max && typed >> word;) {
        for (char& each : word) each = static_cast<char>(std::tolower(static_cast<unsigned char>(each)));
        words.push_back(word);
    }
    return words;
}

// One of each of the first words.
[[nodiscard]] inline std::vector<std::string> like_patterns(const std::string& text, std::size_t words_max)
{
    std::vector<std::string> patterns{small_words(text, words_max)};
    for (std::string& word : patterns) word = like_pattern(word);
    return patterns;
}

} // namespace guitai::office
