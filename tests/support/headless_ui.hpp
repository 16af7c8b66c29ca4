// Draws a screen without a window and taps it where a finger would, on the same
// stage the window stands on. Time is the test's own.
#pragma once

#include "terminal/ui/font_shelf.hpp"
#include "terminal/ui/stage.hpp"
#include "tests/support/folders.hpp"
#include "tests/support/rasteriser.hpp"

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace guitai::test {

struct HeadlessLook {
    float width{1280.0F}, height{800.0F}; // Device px, as a window has them.
    ui::Language language{ui::Language::chinese};
    ui::Look look{};
};

class HeadlessUi {
public:
    explicit HeadlessUi(const HeadlessLook& look = {})
        : m_words{ui::Words::load(source_root() + "/assets/words")},
          m_look{look},
          m_scale{ui::scale_for({look.width, look.height}, look.look.text_size)},
          m_shelf{{}, m_words.all_text(), {}},
          m_stage{m_shelf.fonts(), m_words}
    {
        m_stage.use(m_shelf.take_first(m_scale));
        m_words.choose(look.language);
        m_stage.choose(look.look);
    }

    // One frame without a touch.
    void frame(const ui::Draw& draw) { frame(draw, {.pointer = m_pointer, .pointer_down = m_down}); }

    // A finger on the middle of the widget: down, up, and whatever moves comes to rest.
    void tap(std::string_view widget, const ui::Draw& draw)
    {
        const ui::Rect box{box_of(widget, draw)};
        press(box.middle(), draw);
        lift(draw);
        settle(draw);
    }
    void press(ImVec2 at, const ui::Draw& draw)
    {
        m_pointer = at;
        m_down = true;
        frame(draw);
    }
    void move(ImVec2 to, const ui::Draw& draw)
    {
        m_pointer = to;
        frame(draw);
    }
    void lift(const ui::Draw& draw)
    {
        m_down = false;
        frame(draw);
    }
    // From the middle of the widget by so many px in `steps` frames, then lifts; nothing is waited for.
    void drag(std::string_view widget, ImVec2 by, int steps, const ui::Draw& draw)
    {
        const ImVec2 from{box_of(widget, draw).middle()};
        press(from, draw);
        for (int i{1}; i <= steps; ++i) {
            const float part{static_cast<float>(i) / static_cast<float>(steps)};
            move({from.x + by.x * part, from.y + by.y * part}, draw);
        }
        lift(draw);
    }

    void key(ui::Key key, const ui::Draw& draw)
    {
        settle(draw);
        frame(draw, {.pointer = m_pointer, .pointer_down = m_down, .key = key});
        settle(draw);
    }
    // ASCII, one character a frame, as the window deals them out.
    void type(std::string_view text, const ui::Draw& draw)
    {
        for (const char character : text) {
            frame(draw, {.pointer = m_pointer, .pointer_down = m_down, .typed = static_cast<char32_t>(character)});
        }
    }

    // Frames until nothing moves; returns how many.
    int settle(const ui::Draw& draw)
    {
        int frames{0};
        do {
            frame(draw);
            ++frames;
        } while (m_stage.wants_frame() && frames < frames_max);
        return frames;
    }

    // The page at rest as a picture, with every character it asks for.
    [[nodiscard]] Picture picture(const ui::Draw& draw)
    {
        settle(draw);
        m_shelf.want(m_stage.ui().canvas.take_missing());
        if (m_shelf.wait_ready()) {
            m_stage.use(m_shelf.atlas());
            settle(draw);
        }
        return Rasteriser{m_shelf.atlas()}.draw(*m_stage.render());
    }

    void advance_ms(std::int64_t ms) { m_now_ms += ms; }
    void set_now_ms(std::int64_t now_ms) { m_now_ms = now_ms; }

    [[nodiscard]] bool shows(std::string_view widget) const { return ui().seen.contains(widget); }
    [[nodiscard]] const ui::Seen& seen(std::string_view widget) const
    {
        const auto found = ui().seen.find(widget);
        if (found == ui().seen.end()) throw std::logic_error{"no widget on screen: " + std::string{widget}};
        return found->second;
    }
    [[nodiscard]] ui::Ui& ui() { return m_stage.ui(); }
    [[nodiscard]] const ui::Ui& ui() const { return m_stage.ui(); }
    [[nodiscard]] ui::Stage& stage() { return m_stage; }
    [[nodiscard]] ui::Words& words() { return m_words; }

private:
    static constexpr int frames_max{240};

    void frame(const ui::Draw& draw, const ui::FrameInput& input)
    {
        m_now_ms += 16;
        m_stage.frame({m_look.width / m_scale, m_look.height / m_scale}, m_scale, {1.0F / 60.0F, m_now_ms}, input,
                      draw);
    }

    ui::Rect box_of(std::string_view widget, const ui::Draw& draw)
    {
        settle(draw);
        const ui::Seen& place{seen(widget)};
        if (!place.enabled) throw std::logic_error{"widget is not enabled: " + std::string{widget}};
        if (place.layer < ui().top_layer) throw std::logic_error{"widget is under a sheet: " + std::string{widget}};
        return place.box;
    }

    ui::Words m_words;
    HeadlessLook m_look;
    float m_scale{1.0F};
    ui::FontShelf m_shelf;
    ui::Stage m_stage;
    ImVec2 m_pointer{-1.0F, -1.0F};
    bool m_down{false};
    std::int64_t m_now_ms{1'795'000'000'000};
};

} // namespace guitai::test
