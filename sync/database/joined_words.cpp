#include "sync/database/joined_words.hpp"

namespace guitai::database {

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty()) text += '\n';
        text += word;
    }
    return text;
}

std::vector<std::string> parted(std::string_view text)
{
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto end = text.find('\n');
        words.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return words;
}

} // namespace guitai::database
