// What happened to the glass and the keys, in order, dealt out one change to a
// frame: ImGui 1.86 sees only the last of two taps that fall into one frame,
// and a till must see both. It knows no window.
#pragma once

#include "terminal/ui/stage.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <utility>

namespace guitai::ui {

class InputQueue {
public:
    // Logical px. Moves that follow each other become one.
    void move(ImVec2 to);
    void press(ImVec2 at);
    void lift(ImVec2 at);
    void wheel(float notches);
    void key(Key key);
    void type(char32_t character);

    // Nothing is waiting that a screen could notice; a finger that hovers is nothing.
    [[nodiscard]] bool empty() const { return m_waiting.empty(); }
    // The next frame's input, or the same finger once more when nothing waits.
    [[nodiscard]] FrameInput next();
    // Fingers that were lifted, keys and characters since the last call: what it cost whoever works here.
    [[nodiscard]] std::int64_t take_taps() { return std::exchange(m_taps, 0); }
    // The finger as it was dealt last, and nothing new.
    [[nodiscard]] FrameInput still() const { return {.pointer = m_pointer, .pointer_down = m_down}; }

private:
    struct Happened {
        enum class What : std::uint8_t { moved, pressed, lifted, wheeled, key, typed };
        What what{What::moved};
        ImVec2 at{};
        float notches{0.0F};
        Key key{Key::none};
        char32_t typed{0};
    };

    std::deque<Happened> m_waiting;
    ImVec2 m_pointer{-1.0F, -1.0F}; // Where the finger is after the last frame dealt.
    bool m_down{false};
    std::int64_t m_taps{0};
    bool m_down_last{false}; // After everything that waits.
};

// Whoever draws: a frame with this input, and whether a sheet that came or went must be drawn before the next tap.
struct FrameMaker {
    std::function<void(const FrameInput&)> frame;
    std::function<bool()> unsettled;
};

// Deals out all that waits, one change a frame, and ends with a frame in which nothing happens: a screen remembers a
// tap after it was drawn, so the frame that was tapped still shows what stood there before.
void deal_out(InputQueue& queue, const FrameMaker& maker);

} // namespace guitai::ui
