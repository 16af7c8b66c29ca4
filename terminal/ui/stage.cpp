#include "terminal/ui/stage.hpp"

#include <algorithm>
#include <cassert>

namespace guitai::ui {
namespace {

// The one place that knows how ImGui is told about a finger: 1.87 brought a queue of its own.
void tell_imgui(const FrameInput& input)
{
    ImGuiIO& io{ImGui::GetIO()};
#if IMGUI_VERSION_NUM >= 18700
    io.ConfigInputTrickleEventQueue = false;
    io.AddMousePosEvent(input.pointer.x, input.pointer.y);
    io.AddMouseButtonEvent(0, input.pointer_down);
    if (input.wheel != 0.0F) io.AddMouseWheelEvent(0.0F, input.wheel);
#else
    io.MousePos = input.pointer;
    io.MouseDown[0] = input.pointer_down;
    io.MouseWheel = input.wheel;
#endif
}

// The smallest page that still holds rail, goods and ticket, and a form above our keyboard.
constexpr float page_width_min{960.0F}, page_height_min{700.0F};
constexpr float scale_min{0.5F};

constexpr ImGuiWindowFlags bare{ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                ImGuiWindowFlags_NoScrollWithMouse};

} // namespace

float scale_for(ImVec2 framebuffer, TextSize size)
{
    const float base{framebuffer.x <= 1366.0F ? 1.0F : framebuffer.x <= 1920.0F ? 1.25F : 1.5F};
    const float text{size == TextSize::largest ? 1.3F : size == TextSize::large ? 1.15F : 1.0F};
    // A small window keeps its columns and rows: text grows only as far as they leave room, and shrinks before they
    // break.
    const float room{std::min(framebuffer.x / page_width_min, framebuffer.y / page_height_min)};
    return std::max(std::min(base * text, room), scale_min);
}

Stage::Stage(const FontSet& fonts, Words& words)
    : m_context{ImGui::CreateContext(&m_no_type)}, m_canvas{fonts, light_palette},
      m_ui{.canvas = m_canvas, .motion = m_motion, .keys = m_keys, .focus = m_focus, .words = words}
{
    ImGui::SetCurrentContext(m_context.get()); // ImGui leaves the first window's in place.
    ImGuiIO& io{ImGui::GetIO()};
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset; // A busy page has more than 65,535 corners.
    ImGui::GetStyle().WindowPadding = {0.0F, 0.0F};
    ImGui::GetStyle().WindowBorderSize = 0.0F;
}

Stage::~Stage() = default;

void Stage::use(ImFontAtlas& atlas)
{
    ImGui::SetCurrentContext(m_context.get());
    ImGui::GetIO().Fonts = &atlas;
}

void Stage::choose(const Look& look)
{
    m_look = look;
    m_canvas.use(look.theme == Theme::dark ? dark_palette : light_palette);
    m_ui.hand = look.hand;
}

void Stage::frame(ImVec2 size, float scale, const FrameTime& time, const FrameInput& input, const Draw& draw)
{
    assert(scale > 0.0F && size.x > 0.0F && size.y > 0.0F);
    ImGui::SetCurrentContext(m_context.get()); // There may be a second window with a stage of its own.
    ImGuiIO& io{ImGui::GetIO()};
    io.DisplaySize = size;
    io.DisplayFramebufferScale = {scale, scale};
    io.DeltaTime = time.elapsed_s > 0.0F ? time.elapsed_s : 1.0F / 1000.0F;
    tell_imgui(input);

    m_keys.begin_frame();
    m_keys.press(input.key);
    if (input.typed != 0) m_keys.type(input.typed);
    if (input.key != Key::none || input.typed != 0) m_ui.show_shortcuts = true;
    if (input.pointer_down) m_ui.show_shortcuts = false;
    m_motion.begin(time.elapsed_s);
    m_ui.page = {0.0F, 0.0F, size.x, size.y};
    m_ui.now_ms = time.now_ms;
    m_ui.wake_ms = Ui::wake_never;
    m_ui.seen.clear();
    m_ui.layer = 0;
    m_ui.top_layer = m_ui.top_layer_drawn;
    m_ui.top_layer_drawn = 0;
    m_ui.typing = m_ui.typing_drawn;
    m_ui.typing_drawn = false;
    m_focus.begin_frame(m_keys, input.pointer_down);

    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0.0F, 0.0F});
    ImGui::SetNextWindowSize(size);
    ImGui::Begin("###page", nullptr, bare);
    m_canvas.begin(ImGui::GetWindowDrawList());
    m_canvas.fill(m_ui.page, m_canvas.colour().canvas, 0.0F);
    draw(m_ui);
    ImGui::End();
    ImGui::EndFrame();
}

ImDrawData* Stage::render()
{
    ImGui::SetCurrentContext(m_context.get());
    ImGui::Render();
    return ImGui::GetDrawData();
}

bool Stage::wants_frame() const
{
    return m_motion.moving() || m_ui.top_layer != m_ui.top_layer_drawn;
}

} // namespace guitai::ui
