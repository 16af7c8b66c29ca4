// Every text a person reads, by key, in each language; switchable while the
// till runs. It knows files of `key = text` and no screen. A key that is
// missing is shown as the key itself and remembered, so that a test finds it.
#pragma once

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>

namespace guitai::ui {

enum class Language { chinese, english };

inline constexpr std::size_t language_count{2};

// "zh_CN" / "en": the name of the file in assets/words, and what settings store.
[[nodiscard]] std::string_view language_code(Language language);

class Words {
public:
    using Table = std::map<std::string, std::string, std::less<>>;

    // Reads zh_CN.words and en.words of `folder`. Throws std::runtime_error if one is unreadable.
    [[nodiscard]] static Words load(const std::filesystem::path& folder);
    // One file's text: `key = text` lines, `#` remarks, `\n` for a line break in the text.
    // Throws std::runtime_error that names a line that is none of these, or a key that comes twice.
    [[nodiscard]] static Table parse(std::string_view file);

    void choose(Language language) { m_language = language; }
    [[nodiscard]] Language language() const { return m_language; }

    // The text in the chosen language; valid as long as this object. The key itself when it is missing.
    [[nodiscard]] std::string_view operator[](std::string_view key) const;
    // The same with its {0}, {1} … filled in. A text that asks for more than it gets is shown unfilled. Where {0} is 1
    // the text of `key` + ".one" is taken if there is one: "1 item".
    template <typename... Values> [[nodiscard]] std::string fill(std::string_view key, const Values&... values) const
    {
        return fill_in(is_one(values...) ? of_one(key) : (*this)[key], fmt::make_format_args(values...));
    }
    [[nodiscard]] bool has(std::string_view key) const;

    [[nodiscard]] const Table& table(Language language) const { return m_tables[static_cast<std::size_t>(language)]; }
    // All texts of all languages in one: what the fonts must be able to show.
    [[nodiscard]] std::string all_text() const;
    // Keys that were asked for and are nowhere.
    [[nodiscard]] const std::set<std::string, std::less<>>& missing() const { return m_missing; }

private:
    template <typename First, typename... Rest> [[nodiscard]] static bool is_one(const First& first, const Rest&...)
    {
        if constexpr (std::is_integral_v<First>) return first == First{1};
        if constexpr (std::is_convertible_v<First, std::string_view>) return std::string_view{first} == "1";
        return false;
    }
    [[nodiscard]] static bool is_one() { return false; }
    [[nodiscard]] std::string_view of_one(std::string_view key) const;
    [[nodiscard]] static std::string fill_in(std::string_view pattern, fmt::format_args values);

    std::array<Table, language_count> m_tables;
    Language m_language{Language::chinese};
    mutable std::set<std::string, std::less<>> m_missing;
};

} // namespace guitai::ui
