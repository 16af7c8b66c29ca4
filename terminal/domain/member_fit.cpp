#include "terminal/domain/member_fit.hpp"

#include <algorithm>
#include <string>

namespace guitai {
namespace {

// A single letter, or a lone hanzi, is in too many words to mean anything.
constexpr std::size_t word_bytes_min{4};

std::string lower(std::string_view text)
{
    std::string made{text};
    std::transform(made.begin(), made.end(), made.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return made;
}

// One names the other: "不能吃甜食" the tag "甜食", and "甜食" the category "食品/甜食".
bool name_each_other(const std::string& about, std::string_view word)
{
    if (word.empty()) return false;
    const std::string said{lower(word)};
    if (said == about || said.find(about) != std::string::npos) return true;
    return said.size() >= word_bytes_min && about.find(said) != std::string::npos;
}

bool names_a_part(const std::string& about, std::string_view category)
{
    while (!category.empty()) {
        const std::size_t end{std::min(category.find('/'), category.size())};
        if (name_each_other(about, category.substr(0, end))) return true;
        category.remove_prefix(std::min(end + 1, category.size()));
    }
    return false;
}

// The shape of a size: digits as 9, a run of letters as one A, all else as it is.
std::string shape_of(std::string_view size)
{
    std::string shape;
    for (const char c : size) {
        const bool digit{c >= '0' && c <= '9'};
        const bool letter{(c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')};
        if (letter && !shape.empty() && shape.back() == 'A') continue;
        shape += digit ? '9' : letter ? 'A' : c;
    }
    return shape;
}

} // namespace

bool is_about(std::string_view about, const CatalogueItem& item)
{
    const std::string said{lower(about)};
    if (said.empty()) return false;
    const auto named = [&](const std::string& word) { return name_each_other(said, word); };
    if (std::any_of(item.tags.begin(), item.tags.end(), named)) return true;
    if (std::any_of(item.collections.begin(), item.collections.end(), named)) return true;
    if (names_a_part(said, item.category)) return true;
    const auto holds = [&](const std::string& text) { return lower(text).find(said) != std::string::npos; };
    return holds(item.name) || holds(item.name_en) || holds(item.note);
}

bool same_kind_of_size(std::string_view one, std::string_view other)
{
    return !one.empty() && !other.empty() && shape_of(one) == shape_of(other);
}

} // namespace guitai
