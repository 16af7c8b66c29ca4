#include "sync/catalogue/attributes.hpp"

#include "sync/catalogue/text.hpp"

#include <algorithm>

namespace guitai {
namespace {

bool is_code_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

// The length of `code=` at the start of `text`; 0 where no pair begins.
std::size_t code_length(std::string_view text)
{
    const std::size_t equals{text.find('=')};
    if (equals == std::string_view::npos || equals == 0) return 0;
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(equals), is_code_character) ? equals
                                                                                                            : 0;
}

// The value at the start of `text`, which is moved behind it and its comma.
std::string take_quoted(std::string_view& text)
{
    std::string value;
    std::size_t at{1};
    for (; at < text.size(); ++at) {
        if (text[at] != '"')
            value += text[at];
        else if (at + 1 < text.size() && text[at + 1] == '"')
            value += text[at++];
        else
            break;
    }
    const std::size_t comma{text.find(',', std::min(at, text.size()))};
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    return value;
}

std::string take_plain(std::string_view& text)
{
    std::size_t end{0};
    while (true) {
        end = text.find(',', end);
        if (end == std::string_view::npos || code_length(text.substr(end + 1)) > 0) break;
        ++end;
    }
    std::string value{trimmed(text.substr(0, end))};
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return value;
}

} // namespace

Attributes read_attributes(std::string_view text)
{
    Attributes attributes;
    text = trimmed(text);
    while (!text.empty()) {
        const std::size_t length{code_length(text)};
        if (length == 0) { // No pair at all: pass over it.
            const std::size_t comma{text.find(',')};
            text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
            continue;
        }
        std::string code{text.substr(0, length)};
        text.remove_prefix(length + 1);
        const bool is_quoted{!text.empty() && text.front() == '"'};
        attributes.emplace_back(std::move(code), is_quoted ? take_quoted(text) : take_plain(text));
    }
    return attributes;
}

std::string_view value_of(const Attributes& attributes, std::string_view code)
{
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const auto& attribute) { return attribute.first == code; });
    return found == attributes.end() ? std::string_view{} : found->second;
}

std::vector<Attributes> read_variations(std::string_view text)
{
    constexpr std::string_view separator{"|sku="};
    std::vector<Attributes> variations;
    for (std::size_t begin{0}; begin < text.size();) {
        const std::size_t end{std::min(text.find(separator, begin), text.size())};
        variations.push_back(read_attributes(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return variations;
}

} // namespace guitai
