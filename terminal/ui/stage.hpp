// One frame from input to draw list, the same with a window and without one:
// the window and the tests' headless driver both stand on it. It owns the ImGui
// context and knows no window, no graphics card and no screen.
#pragma once

#include "terminal/ui/fonts.hpp"
#include "terminal/ui/widgets/ui.hpp"

#include <cstdint>
#include <functional>
#include <memory>

namespace guitai::ui {

enum class Theme { light, dark };

// What the person in front chose in the settings.
enum class TextSize { normal, large, largest };

struct Look {
    Theme theme{Theme::light};
    Hand hand{Hand::right};
    TextSize text_size{TextSize::normal};

    bool operator==(const Look&) const = default;
};

// Device px per logical px: 1.0 up to 1366 px wide, 1.25 up to 1920, 1.5 beyond; × 1.15 or × 1.3 for larger text, as
// far as a page of 960 × 700 logical px leaves room.
[[nodiscard]] float scale_for(ImVec2 framebuffer, TextSize size);

// At most one change of a button or key: ImGui 1.86 loses the others.
struct FrameInput {
    ImVec2 pointer{-1.0F, -1.0F}; // Logical px.
    bool pointer_down{false};
    float wheel{0.0F};
    Key key{Key::none};
    char32_t typed{0};
};

struct FrameTime {
    float elapsed_s{1.0F / 60.0F};
    std::int64_t now_ms{0}; // UTC
};

using Draw = std::function<void(Ui&)>;

class Stage {
public:
    // `fonts` belongs to the caller. Draws nothing before use().
    Stage(const FontSet& fonts, Words& words);
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    // Exchanges the type between two frames; `fonts` was built into `atlas`, which belongs to the caller.
    void use(ImFontAtlas& atlas);
    void choose(const Look& look);
    [[nodiscard]] const Look& look() const { return m_look; }

    // Draws one frame; nothing is rendered. `size` is the page in logical px.
    void frame(ImVec2 size, float scale, const FrameTime& time, const FrameInput& input, const Draw& draw);
    // Makes the last frame's triangles; valid until the next frame.
    [[nodiscard]] ImDrawData* render();

    // Something glides, or a sheet came or went and the next tap must meet what is drawn now.
    [[nodiscard]] bool wants_frame() const;
    // A sheet is there, came or went: draw once more before dealing out a tap, which may have to meet the page.
    [[nodiscard]] bool unsettled() const { return m_ui.top_layer > 0 || m_ui.top_layer_drawn > 0; }
    [[nodiscard]] Ui& ui() { return m_ui; }
    [[nodiscard]] const Ui& ui() const { return m_ui; }

private:
    struct ContextEnd {
        void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
    };
    ImFontAtlas m_no_type; // Until there is some: a context without an atlas would make one of its own, and delete it.
    std::unique_ptr<ImGuiContext, ContextEnd> m_context;
    Canvas m_canvas;
    Motion m_motion;
    Keys m_keys;
    Focus m_focus;
    Look m_look;
    Ui m_ui;
};

} // namespace guitai::ui
