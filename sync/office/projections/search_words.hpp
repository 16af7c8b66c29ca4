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

// One of each of the first words.
[[nodiscard]] inline std::vector<std::string> like_patterns(const std::string& text, std::size_t words_max)
{
    std::istringstream words{text};
    std::vector<std::string> patterns;
    for (std::string word; patterns.size() < words_max && words >> word;) patterns.push_back(like_pattern(word));
    return patterns;
}

} // namespace guitai::office
