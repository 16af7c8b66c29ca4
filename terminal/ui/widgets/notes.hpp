// What is told rather than pressed: tags, progress, banners, toasts, empty
// states, and the shapes of what is still being read.
#pragma once

#include "terminal/ui/widgets/touch.hpp"

#include <cstdint>
#include <string>

namespace guitai::ui {

// A small fact in a pill; not a control. Returns its width.
float tag(Canvas& canvas, ImVec2 left_middle, Tone tone, const char* icon, std::string_view text, float height = 26.0F);
[[nodiscard]] float tag_width(const Canvas& canvas, const char* icon, std::string_view text);
// `part` from 0 to 1.
void progress(Canvas& canvas, const Rect& box, float part, Tone tone);
// A banner with an icon, one line and at most one action. True when the action is tapped.
[[nodiscard]] bool banner(Ui& ui, std::string_view id, const Rect& box, Tone tone, const char* icon,
                          std::string_view text, std::string_view action = {});
// A banner's text on up to two lines wants this height in `width` px.
[[nodiscard]] float banner_height(const Canvas& canvas, float width, std::string_view text, std::string_view action);
// Says what just happened and offers to take it back; the caller shows it for toast_s seconds.
// One at a time, above the main action, never over it.
[[nodiscard]] bool toast(Ui& ui, std::string_view id, const Rect& box, const char* icon, std::string_view text,
                         std::string_view action);
// The 112 px circle, one title, one line: there is nothing here, and why.
void empty_state(Canvas& canvas, const Rect& box, const char* icon, std::string_view title, std::string_view line);
// The shape of a line of text that has not been read yet; `part` of the box's width.
void bar_of_text(Canvas& canvas, const Rect& box, float part);

// A toast and how long it has left. Lives in a screen's state; says when it wants to be redrawn.
struct ToastState {
    std::string text{}, action{};
    const char* icon{nullptr};
    std::int64_t until_ms{0};

    void show(const Ui& ui, const char* what, std::string said, std::string undo);
    // True while it is to be seen; asks for a frame when it ends.
    [[nodiscard]] bool visible(Ui& ui) const;
};

} // namespace guitai::ui
