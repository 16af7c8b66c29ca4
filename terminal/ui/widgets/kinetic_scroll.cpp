#include "terminal/ui/widgets/kinetic_scroll.hpp"

#include "terminal/ui/widgets/touch.hpp"

#include <imgui/imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace guitai::ui {
namespace {

constexpr float slop_px{8.0F}; // A tap of a cold finger wanders this far.
constexpr float friction_per_s{4.0F};
constexpr float stop_px_per_s{20.0F};
constexpr float wheel_px{64.0F};

bool holds(const Rect& view, ImVec2 point)
{
    return point.x >= view.x && point.x < view.right() && point.y >= view.y && point.y < view.bottom();
}

} // namespace

float KineticScroll::update(Ui& ui, const Rect& view, float content_height)
{
    const float most{std::max(0.0F, content_height - view.h)};
    if (m_show_height > 0.0F) {
        m_offset = std::max(m_offset, m_show_top + m_show_height - view.h);
        m_offset = std::min(m_offset, m_show_top);
        m_show_height = 0.0F;
    }
    if (ui.reachable()) {
        follow_finger(view, most);
        follow_keys(ui, view);
    }
    m_offset = std::clamp(m_offset, 0.0F, most);
    if (moving()) ui.motion.keep_moving();
    return std::round(m_offset);
}

void KineticScroll::show(float top, float height)
{
    m_show_top = top;
    m_show_height = height;
}

void KineticScroll::follow_finger(const Rect& view, float most)
{
    const ImGuiIO& io{ImGui::GetIO()};
    const bool pressed_here{io.MouseDown[0] && holds(view, io.MouseClickedPos[0])};
    if (pressed_here && !m_dragging && std::abs(io.MousePos.y - io.MouseClickedPos[0].y) > slop_px) {
        m_dragging = true;
        ImGui::ClearActiveID(); // The button under the finger must not fire when it lifts.
    }
    if (m_dragging && io.MouseDown[0]) {
        m_offset -= io.MouseDelta.y;
        const float speed{-io.MouseDelta.y / std::max(io.DeltaTime, 0.001F)};
        m_velocity = m_velocity * 0.6F + speed * 0.4F; // One odd frame must not throw the list.
    } else if (m_dragging) {
        m_dragging = false;
    } else if (m_velocity != 0.0F) {
        m_offset += m_velocity * io.DeltaTime;
        m_velocity *= std::exp(-friction_per_s * io.DeltaTime);
        if (std::abs(m_velocity) < stop_px_per_s || m_offset < 0.0F || m_offset > most) m_velocity = 0.0F;
    }
    if (pressed_here && !m_dragging) m_velocity = 0.0F; // A finger laid on stops it.
    if (io.MouseWheel != 0.0F && holds(view, io.MousePos)) m_offset -= io.MouseWheel * wheel_px;
}

void KineticScroll::follow_keys(Ui& ui, const Rect& view)
{
    if (ui.keys.take(Key::page_down)) m_offset += view.h * 0.9F;
    if (ui.keys.take(Key::page_up)) m_offset -= view.h * 0.9F;
    const Rect* const ring{ui.focus.moved_to()};
    if (ring == nullptr || ring->mid_x() < view.x || ring->mid_x() > view.right()) return;
    if (ring->bottom() < view.y || ring->y > view.bottom()) return;
    // A part of the next row stays in sight, so that the next arrow has somewhere to go.
    const float beyond{ring->h * 0.4F};
    m_offset += std::max(0.0F, ring->bottom() + beyond - view.bottom());
    m_offset -= std::max(0.0F, view.y - (ring->y - beyond));
}

void scroll_mark(Canvas& c, const Rect& view, float offset, float content_height)
{
    if (content_height <= view.h) return;
    const float tall{std::max(32.0F, view.h * view.h / content_height)};
    const float y{view.y + (view.h - tall) * offset / (content_height - view.h)};
    c.fill({view.right() - 6.0F, y, 4.0F, tall}, faded(c.colour().outline, 0.7F), 2.0F);
}

bool more_below(Ui& ui, std::string_view id, const Rect& foot, std::string_view text, ImU32 behind)
{
    Canvas& c{ui.canvas};
    const Palette& p{c.colour()};
    c.fade({foot.x, foot.y - 24.0F, foot.w, 24.0F}, faded(behind, 0.0F), behind);
    c.fill(foot, behind, 0.0F);
    const Touch touch{touch_area(ui, id, foot, {.reach = 8.0F, .label = text})};
    const float wide{c.width(Type::caption, text) + 22.0F};
    const float x{foot.mid_x() - wide / 2.0F};
    c.icon({x + 9.0F, foot.mid_y()}, icon::expand_more, p.ink_soft, 18.0F);
    c.text({x + 22.0F, foot.y, foot.w, foot.h}, Type::caption, p.ink_soft, text);
    if (touch.focused) focus_ring(c, foot.inset(6.0F, 3.0F), radius_s);
    return touch.tapped;
}

} // namespace guitai::ui
