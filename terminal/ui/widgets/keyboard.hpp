// The on-screen keyboard with pinyin candidates. It gives back keys; what a key
// means (the pinyin engine, the text) belongs to whoever opened it.
#pragma once

#include "terminal/ui/widgets/touch.hpp"

#include <span>
#include <string>

namespace guitai::ui {

enum class KeyLayout { letters, capitals, symbols };

struct KeyboardLook {
    std::string_view spelling{}; // "xiu'ning": what is being spelled, empty when nothing is.
    std::span<const std::string> candidates{};
    KeyLayout layout{KeyLayout::letters};
    std::string_view space_word{}, done_word{}, language_word{}, symbols_word{};
};

enum class KeyboardKey { none, character, backspace, space, done, language, symbols, shift, more };

struct KeyboardTap {
    KeyboardKey key{KeyboardKey::none};
    char character{0};  // With KeyboardKey::character.
    int candidate{-1};  // The candidate tapped, or -1.
    int candidates_shown{0};
};

// Drawn into the bottom of the screen; needs at least 300 px of height for 48 px keys.
// "key/q", "key/backspace", "key/done" …, "candidate/0" … are its keys.
[[nodiscard]] KeyboardTap keyboard(Ui& ui, const Rect& box, const KeyboardLook& view);

inline constexpr float keyboard_height{332.0F};

} // namespace guitai::ui
