// GLFW and OpenGL, and nothing of ours: a window, what happens to it, textures,
// and triangles on the glass. window.cpp is the only one who uses it.
#pragma once

#include "terminal/ui/keys.hpp"
#include "terminal/ui/photo_files.hpp"

#include <imgui/imgui.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

struct GLFWwindow;

namespace guitai::ui {

struct GlassEvent {
    enum class What : std::uint8_t { moved, pressed, lifted, wheeled, stroke };
    What what{What::moved};
    ImVec2 at{}; // Device px.
    float notches{0.0F};
    Stroke stroke{};
};

// The counter's own window asks for the keyboard; the customer's never does.
enum class GlassRole : std::uint8_t { counter, customer };

struct GlassPlan {
    std::string title{};
    int width{1280}, height{800}; // Not used where it fills a monitor.
    int monitor{0};               // To fill, counted from 1; 0, or one that is not there: a window.
    GlassRole role{GlassRole::counter};
    // Told the size that is asked for in device px, before the window is made, which takes a while; not where the
    // monitor to fill is not there.
    std::function<void(ImVec2)> planned{};
};

class Glass {
public:
    explicit Glass(const GlassPlan& plan);
    ~Glass();
    Glass(const Glass&) = delete;
    Glass& operator=(const Glass&) = delete;

    // Once there is an ImGui context; leaves a small atlas of its own in it.
    void start_drawing();
    void stop_drawing();
    // Draws once what nobody sees. A driver that draws in software compiles itself the way from corners to pixels when
    // they first come along, and the first picture would wait for that.
    void warm_up();

    [[nodiscard]] bool open() const;
    void close();
    [[nodiscard]] ImVec2 size_px() const;
    [[nodiscard]] std::int64_t now_us() const;
    [[nodiscard]] std::int64_t now_ms() const { return now_us() / 1000; }

    void poll();
    // Until something happens, or `longest_ms` passed; below zero: without end.
    void sleep(std::int64_t longest_ms);
    void wake(); // From any thread.
    [[nodiscard]] std::vector<GlassEvent> take_events();
    // Uncovered or resized since the last call.
    [[nodiscard]] bool take_damaged();

    // One channel on the card: white with the atlas as its opacity. Forgets the pixels in memory.
    void upload(ImFontAtlas& atlas);
    [[nodiscard]] TextureMaker textures();
    void show(ImDrawData& data);
    // What was shown last.
    [[nodiscard]] Pixels picture();

private:
    static Glass& of(GLFWwindow* window);
    void listen();
    void make_current() const;
    void push_stroke(Key key, char32_t typed);
    void render(ImDrawData& data);

    GLFWwindow* m_window{nullptr};
    ImGuiContext* m_context{nullptr}; // Whose back end draws here.
    ImFontAtlas m_small;
    unsigned m_atlas_texture{0};
    ImDrawData* m_shown{nullptr};
    std::vector<GlassEvent> m_events;
    ImVec2 m_pointer{-1.0F, -1.0F};
    bool m_damaged{true};
    bool m_drawing{false};
};

} // namespace guitai::ui
