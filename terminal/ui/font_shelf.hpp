// The type on the glass and the type being made: small at first, so that the
// till opens at once, then with every common hanzi, made on another thread and
// exchanged between two frames. It knows no graphics card.
#pragma once

#include "terminal/ui/fonts.hpp"

#include <functional>
#include <future>
#include <memory>
#include <set>
#include <string>
#include <thread>

namespace guitai::ui {

class FontShelf {
public:
    // The first set is for the characters of `text` (words, today's names). `common` is the text of
    // assets/words/common_hanzi.txt; empty: no second set. `woken` is called on the other thread when a later one is
    // ready.
    FontShelf(FontFiles files, std::string text, std::string common, std::function<void()> woken = {});
    FontShelf(const FontShelf&) = delete;
    FontShelf& operator=(const FontShelf&) = delete;

    // Begins the first set on another thread, so that it is there when the window is.
    void begin_first(float scale);
    // The first set is there: waited for, and made anew where it was begun for another scale or not at all.
    // Everything below comes after it.
    ImFontAtlas& take_first(float scale);

    [[nodiscard]] ImFontAtlas& atlas() { return *m_atlas; }
    // Stays where it is; its content changes in take_ready().
    [[nodiscard]] const FontSet& fonts() const { return m_fonts; }
    [[nodiscard]] float scale() const { return m_scale; }

    // These characters were wanted and missing: a set that holds them too is begun.
    void want(const std::set<ImWchar>& characters);
    // Another window size or text size. The old set stays on the glass until the new one is ready.
    void choose_scale(float scale);
    // Begins a set if something is wanted and none is being made. Call once a frame.
    void begin_wanted();
    // Between two frames: true if a finished set was put in place; atlas() is then another one and wants uploading.
    [[nodiscard]] bool take_ready();
    // Waits for what is being made; for tests and pictures.
    [[nodiscard]] bool wait_ready();
    // `woken` is not called any more.
    void stop() { m_maker = {}; }

private:
    struct Made {
        std::unique_ptr<ImFontAtlas> atlas;
        FontSet fonts;
        float scale{1.0F};
    };
    using Make = std::function<Made()>;
    enum class Extent { first, whole };
    [[nodiscard]] Make maker(Extent extent, float scale) const;
    void begin(const Make& make, std::function<void()> woken);
    void put(Made made);

    FontFiles m_files;
    std::string m_text;   // Characters of words and data, for every face that has hanzi.
    std::string m_common; // The common ones, for the faces that are read.
    std::function<void()> m_woken;
    std::unique_ptr<ImFontAtlas> m_atlas;
    FontSet m_fonts;
    std::set<ImWchar> m_asked; // Missing once: asked for, and not asked again.
    float m_scale{0.0F}, m_wanted_scale{0.0F}; // 0: none yet.
    bool m_wanted{false};
    std::future<Made> m_making;
    std::jthread m_maker; // Last: it tells `m_woken` after the set is ready.
};

} // namespace guitai::ui
