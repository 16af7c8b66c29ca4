// What the person at the till chose about how it looks, kept in a small text
// file of the data folder. It knows no screen; a file that is missing or spoiled
// is the same as no choice.
#pragma once

#include "terminal/ui/stage.hpp"
#include "terminal/ui/words.hpp"

#include <filesystem>

namespace guitai::ui {

enum class ThemeChoice { light, dark, by_time };

struct LookSettings {
    Language language{Language::chinese};
    ThemeChoice theme{ThemeChoice::light};
    TextSize text_size{TextSize::normal};
    Hand hand{Hand::right};

    bool operator==(const LookSettings&) const = default;

    // What the stage is told; `local_hour` 0–23 decides where the theme follows the time of day.
    [[nodiscard]] Look look_at(int local_hour) const;
};

// Lines of `name = word`; what is missing or not understood keeps its default.
[[nodiscard]] LookSettings load_look(const std::filesystem::path& file);
// False where the file can not be written: the choice then lasts until the till is closed.
[[nodiscard]] bool save_look(const LookSettings& settings, const std::filesystem::path& file);

} // namespace guitai::ui
