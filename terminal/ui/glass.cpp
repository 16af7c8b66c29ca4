#include "terminal/ui/glass.hpp"

#include <GLFW/glfw3.h>

#include <imgui/backends/imgui_impl_opengl3.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace guitai::ui {
namespace {

std::string last_problem;

void remember_problem(int, const char* text)
{
    last_problem = text;
}

[[noreturn]] void give_up(const std::string& what)
{
    throw std::runtime_error{last_problem.empty() ? what : what + ": " + last_problem};
}

Key key_of(int key, int mods)
{
    if ((mods & GLFW_MOD_ALT) != 0 && key >= GLFW_KEY_1 && key <= GLFW_KEY_5)
        return static_cast<Key>(static_cast<int>(Key::alt_1) + (key - GLFW_KEY_1));
    if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F12)
        return static_cast<Key>(static_cast<int>(Key::f1) + (key - GLFW_KEY_F1));
    switch (key) {
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER: return Key::enter;
    case GLFW_KEY_ESCAPE: return Key::escape;
    case GLFW_KEY_TAB: return (mods & GLFW_MOD_SHIFT) != 0 ? Key::back_tab : Key::tab;
    case GLFW_KEY_UP: return Key::up;
    case GLFW_KEY_DOWN: return Key::down;
    case GLFW_KEY_LEFT: return Key::left;
    case GLFW_KEY_RIGHT: return Key::right;
    case GLFW_KEY_BACKSPACE: return Key::backspace;
    case GLFW_KEY_DELETE: return Key::del;
    case GLFW_KEY_HOME: return Key::home;
    case GLFW_KEY_END: return Key::end;
    case GLFW_KEY_PAGE_UP: return Key::page_up;
    case GLFW_KEY_PAGE_DOWN: return Key::page_down;
    default: return Key::none;
    }
}

// A held key repeats only where that is what a person means by holding it.
bool repeats(Key key)
{
    return key >= Key::up && key <= Key::del;
}

ImTextureID handle_of(unsigned texture)
{
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture));
}

unsigned new_texture()
{
    unsigned texture{0};
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    return texture;
}

// White, with the pixels as its opacity: one byte each, as type is drawn.
unsigned opacity_texture(int width, int height, const unsigned char* pixels)
{
    const unsigned texture{new_texture()};
    const std::array<int, 4> white_with_opacity{GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, white_with_opacity.data());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, pixels);
    return texture;
}

// All glasses of the program share one GLFW.
int glasses{0};

GLFWmonitor* monitor_of(int number)
{
    int count{0};
    GLFWmonitor** const monitors{glfwGetMonitors(&count)};
    return number < 1 || number > count ? nullptr : monitors[number - 1];
}

void tell_size(const GlassPlan& plan, int width, int height)
{
    if (plan.planned) plan.planned({static_cast<float>(width), static_cast<float>(height)});
}

GLFWwindow* make_window(const GlassPlan& plan)
{
    int width{plan.width};
    int height{plan.height};
    const bool for_customer{plan.role == GlassRole::customer};
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE); // A second monitor must not fold the till away.
    glfwWindowHint(GLFW_FOCUSED, for_customer ? GLFW_FALSE : GLFW_TRUE);
    glfwWindowHint(GLFW_FOCUS_ON_SHOW, for_customer ? GLFW_FALSE : GLFW_TRUE);
    GLFWmonitor* const monitor{monitor_of(plan.monitor)};
    if (monitor != nullptr) {
        // A kiosk crops any size but the monitor's own.
        const GLFWvidmode* mode{glfwGetVideoMode(monitor)};
        width = mode->width;
        height = mode->height;
    }
    if (monitor != nullptr) tell_size(plan, width, height);
    GLFWwindow* window{glfwCreateWindow(width, height, plan.title.c_str(), monitor, nullptr)};
    if (window != nullptr && monitor == nullptr && !for_customer)
        glfwSetWindowSizeLimits(window, 1000, 600, GLFW_DONT_CARE, GLFW_DONT_CARE);
    return window;
}

} // namespace

Glass::Glass(const GlassPlan& plan)
{
    if (plan.monitor < 1) tell_size(plan, plan.width, plan.height); // Of a monitor it is known later.
    glfwSetErrorCallback(remember_problem);
#ifdef GLFW_PLATFORM
    // GLFW has no touch: the X server turns a finger into a pointer, Wayland does not.
    glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
    if (glfwInit() == GLFW_FALSE) give_up("no display");
    m_window = make_window(plan);
    if (m_window == nullptr) {
        if (glasses == 0) glfwTerminate();
        give_up("no window with OpenGL 3.3");
    }
    ++glasses;
    make_current();
    glfwSwapInterval(plan.role == GlassRole::customer ? 0 : 1); // One wait for the beam is enough for both.
    listen();
}

Glass::~Glass()
{
    glfwDestroyWindow(m_window);
    if (--glasses == 0) glfwTerminate();
}

void Glass::make_current() const
{
    glfwMakeContextCurrent(m_window);
}

Glass& Glass::of(GLFWwindow* window)
{
    return *static_cast<Glass*>(glfwGetWindowUserPointer(window));
}

void Glass::push_stroke(Key key, char32_t typed)
{
    m_events.push_back({.what = GlassEvent::What::stroke, .stroke = {key, typed, now_ms()}});
}

void Glass::listen()
{
    glfwSetWindowUserPointer(m_window, this);
    glfwSetCursorPosCallback(m_window, [](GLFWwindow* window, double x, double y) {
        Glass& glass{of(window)};
        int width{1};
        int height{1};
        glfwGetWindowSize(window, &width, &height);
        const ImVec2 px{glass.size_px()};
        glass.m_pointer = {static_cast<float>(x) * px.x / static_cast<float>(std::max(width, 1)),
                           static_cast<float>(y) * px.y / static_cast<float>(std::max(height, 1))};
        glass.m_events.push_back({.what = GlassEvent::What::moved, .at = glass.m_pointer});
    });
    glfwSetMouseButtonCallback(m_window, [](GLFWwindow* window, int button, int action, int) {
        if (button != GLFW_MOUSE_BUTTON_LEFT) return;
        Glass& glass{of(window)};
        // Where the events said it is: asking the server would answer for a later moment.
        const auto what = action == GLFW_PRESS ? GlassEvent::What::pressed : GlassEvent::What::lifted;
        glass.m_events.push_back({.what = what, .at = glass.m_pointer});
    });
    glfwSetScrollCallback(m_window, [](GLFWwindow* window, double, double y) {
        of(window).m_events.push_back({.what = GlassEvent::What::wheeled, .notches = static_cast<float>(y)});
    });
    glfwSetKeyCallback(m_window, [](GLFWwindow* window, int key, int, int action, int mods) {
        // FNC1 as scanners type it; GLFW makes no character of it.
        if (key == GLFW_KEY_RIGHT_BRACKET && (mods & GLFW_MOD_CONTROL) != 0) {
            if (action == GLFW_PRESS) of(window).push_stroke(Key::none, 0x1D);
            return;
        }
        const Key ours{key_of(key, mods)};
        if (ours == Key::none || action == GLFW_RELEASE || (action == GLFW_REPEAT && !repeats(ours))) return;
        of(window).push_stroke(ours, 0);
    });
    glfwSetCharCallback(m_window, [](GLFWwindow* window, unsigned character) {
        of(window).push_stroke(Key::none, static_cast<char32_t>(character));
    });
    glfwSetWindowRefreshCallback(m_window, [](GLFWwindow* window) { of(window).m_damaged = true; });
    glfwSetFramebufferSizeCallback(m_window, [](GLFWwindow* window, int, int) { of(window).m_damaged = true; });
}

void Glass::start_drawing()
{
    // The back end turns the atlas it finds into a texture of four channels; it may have this one.
    m_context = ImGui::GetCurrentContext();
    make_current();
    ImGui::GetIO().Fonts = &m_small;
    if (!ImGui_ImplOpenGL3_Init("#version 330 core")) give_up("OpenGL 3.3 does not work");
    ImGui_ImplOpenGL3_NewFrame();
    m_drawing = true;
}

void Glass::stop_drawing()
{
    if (!m_drawing) return;
    make_current();
    ImGui::SetCurrentContext(m_context);
    ImGui_ImplOpenGL3_Shutdown();
    m_drawing = false;
    m_shown = nullptr;
}

void Glass::warm_up()
{
    // As wide and as high as an atlas in what a driver tells apart: one side is a power of two, the other is none.
    constexpr int width{4};
    constexpr int height{3};
    constexpr std::array<unsigned char, 12> pixels{};
    make_current();
    ImGui::SetCurrentContext(m_context);
    ImGui::GetIO().DisplaySize = size_px();
    ImGui::NewFrame();
    const unsigned texture{opacity_texture(width, height, pixels.data())};
    ImGui::GetBackgroundDrawList()->AddImage(handle_of(texture), {0.0F, 0.0F}, {1.0F, 1.0F});
    ImGui::Render();
    render(*ImGui::GetDrawData());
    glFinish();
    glDeleteTextures(1, &texture);
}

bool Glass::open() const
{
    return glfwWindowShouldClose(m_window) == GLFW_FALSE;
}

void Glass::close()
{
    glfwSetWindowShouldClose(m_window, GLFW_TRUE);
}

ImVec2 Glass::size_px() const
{
    int width{0};
    int height{0};
    glfwGetFramebufferSize(m_window, &width, &height);
    return {static_cast<float>(std::max(width, 1)), static_cast<float>(std::max(height, 1))}; // 0 when folded away.
}

std::int64_t Glass::now_us() const
{
    return static_cast<std::int64_t>(glfwGetTime() * 1e6);
}

void Glass::poll()
{
    glfwPollEvents();
}

void Glass::sleep(std::int64_t longest_ms)
{
    if (longest_ms < 0) return glfwWaitEvents();
    glfwWaitEventsTimeout(static_cast<double>(longest_ms) / 1000.0 + 0.0005);
}

void Glass::wake()
{
    glfwPostEmptyEvent();
}

std::vector<GlassEvent> Glass::take_events()
{
    std::vector<GlassEvent> events;
    events.swap(m_events);
    return events;
}

bool Glass::take_damaged()
{
    const bool damaged{m_damaged};
    m_damaged = false;
    return damaged;
}

void Glass::upload(ImFontAtlas& atlas)
{
    unsigned char* pixels{nullptr};
    int width{0};
    int height{0};
    atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
    make_current();
    int side_max{0};
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &side_max);
    if (std::max(width, height) > side_max) give_up("type does not fit into a texture");
    if (m_atlas_texture != 0) glDeleteTextures(1, &m_atlas_texture);
    m_atlas_texture = opacity_texture(width, height, pixels);
    atlas.SetTexID(handle_of(m_atlas_texture));
    atlas.ClearTexData();
    m_shown = nullptr; // Its triangles name the texture that is gone.
}

TextureMaker Glass::textures()
{
    return {.make =
                [this](const Pixels& pixels) {
                    make_current();
                    const unsigned texture{new_texture()};
                    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, pixels.width, pixels.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                                 pixels.rgba.data());
                    return handle_of(texture);
                },
            .drop =
                [this](ImTextureID texture) {
                    make_current();
                    const auto name = static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(texture));
                    glDeleteTextures(1, &name);
                }};
}

void Glass::render(ImDrawData& data)
{
    make_current();
    ImGui::SetCurrentContext(m_context);
    const ImVec2 px{size_px()};
    glViewport(0, 0, static_cast<int>(px.x), static_cast<int>(px.y));
    glClearColor(0.0F, 0.0F, 0.0F, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(&data);
}

void Glass::show(ImDrawData& data)
{
    render(data);
    m_shown = &data;
    glfwSwapBuffers(m_window);
}

Pixels Glass::picture()
{
    if (m_shown == nullptr) give_up("nothing is shown yet");
    render(*m_shown); // After a swap nobody knows what the back buffer holds.
    const ImVec2 px{size_px()};
    Pixels pixels{static_cast<int>(px.x), static_cast<int>(px.y)};
    const std::size_t row{static_cast<std::size_t>(pixels.width) * 4U};
    pixels.rgba.resize(row * static_cast<std::size_t>(pixels.height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, pixels.width, pixels.height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.rgba.data());
    // OpenGL counts rows from the bottom.
    for (std::size_t y{0}; y < static_cast<std::size_t>(pixels.height) / 2U; ++y) {
        const auto top = pixels.rgba.begin() + static_cast<std::ptrdiff_t>(y * row);
        const auto bottom = pixels.rgba.end() - static_cast<std::ptrdiff_t>((y + 1U) * row);
        std::swap_ranges(top, top + static_cast<std::ptrdiff_t>(row), bottom);
    }
    for (std::size_t i{3}; i < pixels.rgba.size(); i += 4) pixels.rgba[i] = 255;
    return pixels;
}

} // namespace guitai::ui
