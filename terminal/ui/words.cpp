#include "terminal/ui/words.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace guitai::ui {
namespace {

std::string_view trimmed(std::string_view text)
{
    const std::size_t first{text.find_first_not_of(" \t\r")};
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string with_breaks(std::string_view text)
{
    std::string out;
    for (std::size_t i{0}; i < text.size(); ++i) {
        const bool is_break{text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n'};
        out += is_break ? '\n' : text[i];
        if (is_break) ++i;
    }
    return out;
}

std::string whole_file(const std::filesystem::path& path)
{
    std::ifstream in{path, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw std::runtime_error{"words not readable: " + path.string()};
    return text.str();
}

} // namespace

std::string_view language_code(Language language)
{
    return language == Language::english ? "en" : "zh_CN";
}

Words Words::load(const std::filesystem::path& folder)
{
    Words words;
    for (const Language language : {Language::chinese, Language::english}) {
        const std::filesystem::path path{folder / (std::string{language_code(language)} + ".words")};
        words.m_tables[static_cast<std::size_t>(language)] = parse(whole_file(path));
    }
    return words;
}

Words::Table Words::parse(std::string_view file)
{
    Table table;
    int number{0};
    while (!file.empty()) {
        const std::size_t end{file.find('\n')};
        const std::string_view line{trimmed(file.substr(0, end))};
        file.remove_prefix(end == std::string_view::npos ? file.size() : end + 1);
        ++number;
        if (line.empty() || line.front() == '#') continue;
        const std::size_t equals{line.find('=')};
        const std::string_view key{trimmed(line.substr(0, equals))};
        const bool readable{equals != std::string_view::npos && !key.empty()};
        if (!readable) throw std::runtime_error{"words: line " + std::to_string(number) + " has no key"};
        if (!table.try_emplace(std::string{key}, with_breaks(trimmed(line.substr(equals + 1)))).second) {
            throw std::runtime_error{"words: " + std::string{key} + " comes twice"};
        }
    }
    return table;
}

std::string_view Words::operator[](std::string_view key) const
{
    const Table& words{table(m_language)};
    const auto found = words.find(key);
    if (found != words.end()) return found->second;
    return *m_missing.emplace(key).first;
}

std::string_view Words::of_one(std::string_view key) const
{
    const std::string one{std::string{key} + ".one"};
    return has(one) ? (*this)[one] : (*this)[key];
}

bool Words::has(std::string_view key) const
{
    return table(m_language).contains(key);
}

std::string Words::all_text() const
{
    std::string all;
    for (const Table& words : m_tables) {
        for (const auto& [key, text] : words) all += text;
    }
    return all;
}

std::string Words::fill_in(std::string_view pattern, fmt::format_args values)
{
    try {
        return fmt::vformat(pattern, values);
    } catch (const fmt::format_error&) {
        // A slip in a translation must not stop a sale.
        return std::string{pattern};
    }
}

} // namespace guitai::ui
