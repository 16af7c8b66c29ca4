// What `guitai` says outside its screens: one clear line in the language of
// whoever typed the command, and the progress of what takes a while.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/ui/words.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace guitai::start {

// Beside the program as it is built, or where a package puts it. Throws std::runtime_error where neither is.
[[nodiscard]] std::filesystem::path assets_folder();

class Voice {
public:
    // `language` as typed: "zh_CN", "en" or empty, which asks LC_ALL, LC_MESSAGES and LANG.
    explicit Voice(std::string_view language);

    // The refusal on stderr, with its detail; gives 2, the exit code of every refusal.
    int refuse(const Refusal& refusal) const;
    // A line on stderr.
    void tell(std::string_view key, std::string_view value = {}) const;
    // "key  42 %", on one line that is drawn over, and only where a person looks on.
    void progress(std::string_view key, std::int64_t done, std::int64_t all) const;

    [[nodiscard]] const ui::Words& words() const { return m_words; }
    [[nodiscard]] ui::Language language() const { return m_words.language(); }
    [[nodiscard]] bool language_was_typed() const { return m_typed; }

private:
    ui::Words m_words;
    bool m_typed{false};
};

// "en" and "zh_CN" are languages; anything else is not.
[[nodiscard]] bool is_language(std::string_view text);

} // namespace guitai::start
