// What every widget and every screen is handed: where to draw, what moves, what
// was typed, in which words and for which hand. It lives as long as the window
// and knows no screen, no view and no command.
#pragma once

#include "terminal/ui/keys.hpp"
#include "terminal/ui/words.hpp"
#include "terminal/ui/widgets/canvas.hpp"
#include "terminal/ui/widgets/focus.hpp"
#include "terminal/ui/widgets/motion.hpp"
#include "terminal/ui/widgets/photo_shelf.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace guitai::ui {

// A widget as it stood in this frame: for the test's finger, and for whoever drives the till from outside.
struct Seen {
    Rect box;
    std::string label;
    bool enabled{true};
    int layer{0};       // 0 the page, 1 and up the sheets over it.
    bool on_top{true};  // No sheet over its layer was drawn before it: that one would lie under it.
};

struct Ui {
    Canvas& canvas;
    Motion& motion;
    Keys& keys;
    Focus& focus;
    Words& words;

    Rect page{};             // The whole window, logical px.
    Hand hand{Hand::right};  // Where the ticket stands; pass it to Rect::cut_near and cut_far.
    std::int64_t now_ms{0};  // UTC, of this frame: for ages and toasts.
    PhotoShelf* photos{nullptr};

    std::map<std::string, Seen, std::less<>> seen{};
    // A picture of a state nobody is causing: used by the golden pictures.
    std::string_view show_pressed{};
    std::string_view show_focused{};

    // Somebody works with the keyboard, no finger since: buttons show the key that presses them.
    bool show_shortcuts{false};

    // Sheets: the layer being drawn, and the topmost of the last frame, which alone can be tapped.
    int layer{0};
    int top_layer{0};
    int top_layer_drawn{0};
    Rect sheet{}; // The one drawn last, in this frame or an earlier one.
    [[nodiscard]] bool reachable() const { return layer >= top_layer; }

    // A field took the keyboard in the last frame: a space is then a letter and not a press.
    bool typing{false};
    bool typing_drawn{false};

    // Milliseconds until the picture changes without being touched (a toast leaves, an age grows); the soonest wins.
    std::int64_t wake_ms{wake_never};
    static constexpr std::int64_t wake_never{-1};
    void wake_after(std::int64_t ms)
    {
        const std::int64_t soonest{wake_ms == wake_never ? ms : std::min(wake_ms, ms)};
        wake_ms = std::max<std::int64_t>(soonest, 0);
    }

    // The text of `key` in the chosen language; valid until the words are.
    [[nodiscard]] std::string_view word(std::string_view key) const { return words[key]; }
    // The same with its {0}, {1} … filled in.
    template <typename... Values> [[nodiscard]] std::string word(std::string_view key, const Values&... values) const
        requires(sizeof...(Values) > 0)
    {
        return words.fill(key, values...);
    }
    [[nodiscard]] const Palette& colour() const { return canvas.colour(); }
};

} // namespace guitai::ui
