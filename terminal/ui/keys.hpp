// The hardware keyboard as screens see it: what was pressed and typed in this
// frame. Whoever uses a key takes it, so that nobody behind acts on it again.
// It knows no widget and no scanner; a scanned code never arrives here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace guitai::ui {

enum class Key : std::uint8_t {
    none,
    enter,
    escape,
    tab,
    back_tab, // Shift and Tab.
    up,
    down,
    left,
    right,
    backspace,
    del,
    home,
    end,
    page_up,
    page_down,
    space,
    f1,
    f2,
    f3,
    f4,
    f5,
    f6,
    f7,
    f8,
    f9,
    f10,
    f11,
    f12,
    alt_1, // Alt and a digit: the pages of the rail, from the top.
    alt_2,
    alt_3,
    alt_4,
    alt_5
};

// What stands on the key, for the cap drawn on a button: "F8", "Esc", "Alt 1". Empty where no button names the key.
[[nodiscard]] std::string_view cap_of(Key key);

// One press of the hardware keyboard: a key that is no character, or a character.
struct Stroke {
    Key key{Key::none};
    char32_t typed{0};
    std::int64_t at_ms{0}; // Of a clock that only runs forward.
};

class Keys {
public:
    // Forgets what nobody took. Called before each frame's input arrives.
    void begin_frame()
    {
        m_key = Key::none;
        m_typed.clear();
    }
    void press(Key key) { m_key = key; }
    // Adds one character; control characters are not text and are ignored.
    void type(char32_t character);

    [[nodiscard]] bool pressed(Key key) const { return key != Key::none && m_key == key; }
    // True once: the same key is then no longer pressed for anyone else in this frame.
    [[nodiscard]] bool take(Key key)
    {
        if (!pressed(key)) return false;
        m_key = Key::none;
        return true;
    }
    // What was typed in this frame, as UTF-8; empty most of the time.
    [[nodiscard]] std::string_view typed() const { return m_typed; }
    // True if exactly this ASCII character was typed; it is then gone.
    [[nodiscard]] bool take_character(char character)
    {
        if (m_typed.size() != 1 || m_typed[0] != character) return false;
        m_typed.clear();
        return true;
    }
    [[nodiscard]] std::string take_typed()
    {
        std::string all;
        all.swap(m_typed);
        return all;
    }

private:
    Key m_key{Key::none}; // At most one a frame: the window deals them out singly.
    std::string m_typed;
};

// One character as UTF-8; nothing for what Unicode does not hold.
[[nodiscard]] std::string utf8(char32_t character);

} // namespace guitai::ui
