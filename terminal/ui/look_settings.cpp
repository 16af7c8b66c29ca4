#include "terminal/ui/look_settings.hpp"

#include <array>
#include <fstream>
#include <string>
#include <string_view>

namespace guitai::ui {
namespace {

constexpr std::array<std::string_view, 2> language_words{"zh_CN", "en"};
constexpr std::array<std::string_view, 3> theme_words{"light", "dark", "by_time"};
constexpr std::array<std::string_view, 3> size_words{"normal", "large", "largest"};
constexpr std::array<std::string_view, 2> hand_words{"right", "left"};

constexpr int evening_hour{19};
constexpr int morning_hour{7};

template <typename Choice, std::size_t count>
void read(std::string_view word, const std::array<std::string_view, count>& words, Choice& choice)
{
    for (std::size_t i{0}; i < count; ++i) {
        if (words[i] == word) choice = static_cast<Choice>(i);
    }
}

template <typename Choice, std::size_t count>
std::string_view word_for(const std::array<std::string_view, count>& words, Choice choice)
{
    return words[static_cast<std::size_t>(choice)];
}

} // namespace

Look LookSettings::look_at(int local_hour) const
{
    const bool night{local_hour >= evening_hour || local_hour < morning_hour};
    const bool dark{theme == ThemeChoice::dark || (theme == ThemeChoice::by_time && night)};
    return {dark ? Theme::dark : Theme::light, hand, text_size};
}

LookSettings load_look(const std::filesystem::path& file)
{
    LookSettings settings;
    std::ifstream in{file};
    std::string line;
    while (std::getline(in, line)) {
        const std::size_t equals{line.find(" = ")};
        if (equals == std::string::npos) continue;
        const std::string_view name{std::string_view{line}.substr(0, equals)};
        const std::string_view word{std::string_view{line}.substr(equals + 3)};
        if (name == "language") read(word, language_words, settings.language);
        if (name == "theme") read(word, theme_words, settings.theme);
        if (name == "text_size") read(word, size_words, settings.text_size);
        if (name == "hand") read(word, hand_words, settings.hand);
    }
    return settings;
}

bool save_look(const LookSettings& settings, const std::filesystem::path& file)
{
    std::ofstream out{file, std::ios::trunc};
    out << "language = " << word_for(language_words, settings.language) << '\n'
        << "theme = " << word_for(theme_words, settings.theme) << '\n'
        << "text_size = " << word_for(size_words, settings.text_size) << '\n'
        << "hand = " << word_for(hand_words, settings.hand) << '\n';
    return static_cast<bool>(out.flush());
}

} // namespace guitai::ui
