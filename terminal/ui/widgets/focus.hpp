// The ring that Tab and the arrows move. It remembers where the widgets of the
// last frame stood, in the order they were drawn, and nothing about them else.
#pragma once

#include "terminal/ui/keys.hpp"
#include "terminal/ui/widgets/rect.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guitai::ui {

class Focus {
public:
    // Moves the ring by this frame's Tab or arrow, among the widgets that the last frame drew.
    // A finger on the glass hides the ring, and so does typing: neither needs it.
    void begin_frame(Keys& keys, bool finger_down);
    // A widget that can be pressed stands here, `layer` sheets above the page.
    void stop(std::string_view id, const Rect& box, int layer);

    [[nodiscard]] bool on(std::string_view id) const { return m_visible && m_id == id; }
    [[nodiscard]] bool visible() const { return m_visible; }
    void put(std::string_view id);
    void hide() { m_visible = false; }
    // Where the first arrow lands while no ring is shown: the goods, not the rail that happens to be drawn first.
    // Said anew in each frame; the first word counts, so that every row of a list may say it.
    void home(std::string_view id)
    {
        if (m_home_drawn.empty()) m_home_drawn = id;
    }
    // A way out, such as the cross of a sheet, which Escape presses anyway: no first arrow lands on it. Said anew in
    // each frame, before it is drawn.
    void pass_by(std::string_view id) { m_passed_drawn = id; }
    // Where the ring came to stand in this frame; nullptr unless it moved. For a list that brings it into view.
    [[nodiscard]] const Rect* moved_to() const;

private:
    struct Stop {
        std::string id;
        Rect box;
    };
    void step(int by);
    void land();
    void reach(Key direction);
    void forget_what_is_gone();
    [[nodiscard]] const Stop* find(std::string_view id) const;

    std::vector<Stop> m_stops; // Of the last whole frame, top layer only.
    std::vector<Stop> m_drawn; // Of the frame being drawn.
    int m_layer{0};
    std::string m_id;
    std::string m_home, m_home_drawn;
    std::string m_passed, m_passed_drawn; // Of the topmost sheet, which is drawn last.
    bool m_visible{false};
    bool m_moved{false};
    bool m_put{false}; // Before the widget was ever drawn: it has this frame to appear.
};

} // namespace guitai::ui
