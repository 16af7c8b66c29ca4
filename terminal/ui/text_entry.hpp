// What stands in one field while it is being written: UTF-8 with the caret at
// the end, fed by the hardware keyboard and by ours. Stored text is bound to
// nothing: a screen copies it in, and out again after a real edit.
#pragma once

#include "terminal/ui/keys.hpp"

#include <string>
#include <string_view>

namespace guitai::ui {

// What a field accepts; anything else is not taken in.
enum class Accepts { text, digits, amount };

class TextEntry {
public:
    static constexpr std::size_t characters_max{200};

    TextEntry() = default;
    explicit TextEntry(Accepts accepts, std::size_t most = characters_max) : m_accepts{accepts}, m_most{most} {}

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    [[nodiscard]] bool edited() const { return m_edited; }
    // Puts stored text in; the field then counts as not edited.
    void set(std::string_view text);
    void clear() { set({}); }

    // Appends UTF-8 as far as it is accepted and there is room; bytes that are no UTF-8 are dropped.
    void append(std::string_view text);
    // Takes one whole character off the end; nothing when empty.
    void backspace();
    // Takes this frame's typing and Backspace. True if something changed.
    bool take(Keys& keys);

private:
    [[nodiscard]] bool accepted(std::string_view character) const;

    std::string m_text;
    Accepts m_accepts{Accepts::text};
    std::size_t m_most{characters_max};
    bool m_edited{false};
};

// The length in bytes of the UTF-8 character that starts `text`; 0 if none does.
[[nodiscard]] std::size_t character_bytes(std::string_view text);
[[nodiscard]] std::size_t character_count(std::string_view text);

} // namespace guitai::ui
