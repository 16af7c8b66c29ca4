#include "terminal/ui/widgets/touch.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

// The ring answers Enter and, unless somebody is typing, Space.
bool pressed_by_ring(Ui& ui, std::string_view id)
{
    if (!ui.focus.on(id)) return false;
    if (ui.keys.take(Key::enter)) return true;
    if (ui.typing || !ui.keys.take(Key::space)) return false;
    (void)ui.keys.take_character(' ');
    return true;
}

} // namespace

Touch touch_area(Ui& ui, std::string_view id, const Rect& box, const Area& area)
{
    const bool visible{ImGui::IsRectVisible(box.low(), box.high())};
    if (visible) ui.seen[std::string{id}] = {box, std::string{area.label}, area.enabled, ui.layer,
                                                 ui.layer >= ui.top_layer_drawn};
    ImGui::PushID(id.data(), id.data() + id.size());
    const ImGuiID item{ImGui::GetID("touch")};
    bool tapped{false};
    bool held{id == ui.show_pressed};
    // Under a sheet there is nothing to tap, not even something disabled: that would still catch the finger.
    if (ui.reachable()) {
        const Rect hit{box.inset(-area.reach)};
        ImGui::SetCursorScreenPos(hit.low());
        ImGui::BeginDisabled(!area.enabled);
        tapped = ImGui::InvisibleButton("touch", {std::max(hit.w, 1.0F), std::max(hit.h, 1.0F)});
        // No hover look: after a tap the pointer stays where the finger was.
        held = held || ImGui::IsItemActive();
        ImGui::EndDisabled();
    }
    ImGui::PopID();

    const float glided{ui.motion.glide(item, held ? 1.0F : 0.0F, press_s)};
    if (area.enabled && ui.reachable()) {
        if (visible) ui.focus.stop(id, box, ui.layer);
        tapped = tapped || pressed_by_ring(ui, id) || ui.keys.take(area.shortcut);
    }
    const float down{id == ui.show_pressed ? 1.0F : glided};
    return {tapped && area.enabled, ui.focus.on(id) || id == ui.show_focused, down};
}

void shortcut_cap(Ui& ui, const Rect& box, Key shortcut)
{
    const std::string_view text{cap_of(shortcut)};
    if (!ui.show_shortcuts || text.empty() || !ui.reachable()) return;
    Canvas& c{ui.canvas};
    const float wide{c.width(Type::caption, text) + 12.0F};
    const Rect cap{box.right() - wide + 4.0F, box.y - 8.0F, wide, 22.0F};
    c.fill(cap, c.colour().ink, radius_s);
    c.text(cap, Type::caption, c.colour().surface, text, Align::centre);
}

void focus_ring(Canvas& canvas, const Rect& box, float radius)
{
    // Two rings: the inner keeps the outer apart from a button of any colour.
    canvas.stroke(box.inset(-2.0F), canvas.colour().surface, radius + 2.0F, 2.0F);
    canvas.stroke(box.inset(-5.0F), canvas.colour().focus, radius + 5.0F, 3.0F);
}

ToneColours tone_colours(const Palette& p, Tone tone)
{
    switch (tone) {
    case Tone::primary: return {p.primary, p.primary_soft};
    case Tone::gold: return {p.gold, p.gold_soft};
    case Tone::save: return {p.save, p.save_soft};
    case Tone::danger: return {p.danger, p.danger_soft};
    case Tone::info: return {p.info, p.info_soft};
    case Tone::plain: break;
    }
    return {p.ink_soft, p.sunken};
}

} // namespace guitai::ui
