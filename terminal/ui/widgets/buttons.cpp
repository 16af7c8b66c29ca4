#include "terminal/ui/widgets/buttons.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

struct Coat {
    ImU32 back{0}, ink{0};
};

Coat coat_of(const Palette& p, const ButtonLook& look, float down)
{
    if (!look.enabled) return {p.sunken, p.ink_faint};
    switch (look.kind) {
    case Kind::main: return {mixed(p.primary, p.primary_down, down), p.on_primary};
    case Kind::danger: return {mixed(p.danger_soft, p.line, down), p.danger};
    case Kind::tinted: return {mixed(p.primary_soft, p.line, down), p.primary};
    case Kind::quiet: return {faded(p.sunken, down), p.ink_soft};
    case Kind::plain: break;
    }
    return {mixed(p.raised, p.sunken, down), p.ink};
}

void draw_coat(Canvas& c, const Rect& face, const ButtonLook& look, const Coat& coat, float down)
{
    const Palette& p{c.colour()};
    if (look.enabled && look.kind == Kind::main && down < 0.5F) c.shadow(face, radius_m, Elevation::card);
    c.fill(face, coat.back, radius_m);
    if (look.enabled && look.kind == Kind::plain) c.stroke(face, mixed(p.line, p.outline, 0.35F), radius_m);
    // Chosen: an edge as well as a tint, for whoever sees no colour.
    if (look.enabled && look.kind == Kind::tinted) c.stroke(face, p.primary, radius_m, 2.0F);
    // A disabled button is hollow and without shadow, not merely paler.
    if (!look.enabled) c.stroke(face, p.line, radius_m);
}

void draw_label(Canvas& c, const Rect& face, const ButtonLook& look, ImU32 ink)
{
    const float icon_size{look.icon == nullptr ? 0.0F : 24.0F};
    const float between{look.icon == nullptr || look.label.empty() ? 0.0F : 8.0F};
    const float wide{std::min(c.width(look.type, look.label), face.w - icon_size - between - 16.0F)};
    const float lift{look.note.empty() ? 0.0F : 10.0F};
    float x{face.mid_x() - (wide + icon_size + between) / 2.0F};
    if (look.icon != nullptr) c.icon({x + 12.0F, face.mid_y() - lift}, look.icon, ink);
    x += icon_size + between;
    c.text({x, face.y - lift, wide + 1.0F, face.h}, look.type, ink, look.label);
    if (look.note.empty()) return;
    const ImU32 note_ink{look.kind == Kind::main || !look.enabled ? ink : c.colour().ink_faint};
    c.text({face.x + 8.0F, face.y + 13.0F, face.w - 16.0F, face.h}, Type::caption, note_ink, look.note, Align::centre);
}

} // namespace

bool button(Ui& ui, std::string_view id, const Rect& box, const ButtonLook& look)
{
    Canvas& c{ui.canvas};
    const Touch touch{touch_area(ui, id, box, {look.enabled, 0.0F, look.label, look.shortcut})};
    const Rect face{box.inset(touch.down * 1.5F)};
    const Coat coat{coat_of(c.colour(), look, touch.down)};
    draw_coat(c, face, look, coat, touch.down);
    draw_label(c, face, look, coat.ink);
    if (touch.focused) focus_ring(c, face, radius_m);
    const bool takes_enter{look.kind == Kind::main && look.enabled && ui.reachable() && !ui.focus.visible()};
    if (look.enabled) shortcut_cap(ui, face, takes_enter ? Key::enter : look.shortcut);
    return touch.tapped || (takes_enter && ui.keys.take(Key::enter));
}

bool back_button(Ui& ui, std::string_view id, const Rect& box)
{
    ButtonLook look{.kind = Kind::plain, .icon = icon::arrow_back};
    look.shortcut = Key::escape;
    return button(ui, id, box, look);
}

float chip_width(const Canvas& c, std::string_view text)
{
    return c.width(Type::body, text) + 22.0F + 32.0F;
}

Rect ChipLines::next(std::string_view text)
{
    const float wide{chip_width(m_canvas, text)};
    if (m_x > 0.0F && m_x + wide > m_box.w) {
        m_x = 0.0F;
        m_y += m_height + gap_s;
    }
    const Rect at{m_box.x + m_x, m_box.y + m_y, wide, m_height};
    m_x += wide + gap_s;
    return at;
}

bool chip(Ui& ui, std::string_view id, const Rect& box, std::string_view text, bool on)
{
    Canvas& c{ui.canvas};
    const Palette& p{c.colour()};
    const Touch touch{touch_area(ui, id, box, {.reach = 4.0F, .label = text})};
    const float round{box.h / 2.0F};
    c.fill(box, on ? p.ink : mixed(p.surface, p.sunken, touch.down), round);
    if (!on) c.stroke(box, mixed(p.line, p.outline, 0.35F), round);
    const float tick{on ? 22.0F : 0.0F};
    const float wide{std::min(c.width(Type::body, text), box.w - tick - 16.0F)};
    const float x{box.mid_x() - (wide + tick) / 2.0F};
    if (on) c.icon({x + 9.0F, box.mid_y()}, icon::check, p.surface, 18.0F);
    c.text({x + tick, box.y, wide + 2.0F, box.h}, Type::body, on ? p.surface : p.ink, text);
    if (touch.focused) focus_ring(c, box, round);
    return touch.tapped;
}

int segmented(Ui& ui, std::string_view id, const Rect& box, std::span<const std::string_view> labels, int chosen)
{
    Canvas& c{ui.canvas};
    const Palette& p{c.colour()};
    c.fill(box, p.sunken, radius_m);
    const Rect track{box.inset(4.0F)};
    const float slot{track.w / static_cast<float>(std::max<std::size_t>(labels.size(), 1))};
    const ImGuiID glider{ImGui::GetID(id.data(), id.data() + id.size())};
    const float at{ui.motion.glide(glider, static_cast<float>(std::max(chosen, 0)), slide_s)};
    if (chosen >= 0) {
        const Rect thumb{track.x + slot * at, track.y, slot, track.h};
        c.shadow(thumb, radius_s, Elevation::card);
        c.fill(thumb, p.raised, radius_s + 1.0F);
        c.stroke(thumb, p.primary, radius_s + 1.0F, 2.0F);
    }
    int tapped{-1};
    for (int i{0}; i < static_cast<int>(labels.size()); ++i) {
        const std::string_view label{labels[static_cast<std::size_t>(i)]};
        const Rect part{track.x + slot * static_cast<float>(i), box.y, slot, box.h};
        const Touch touch{touch_area(ui, std::string{id} + "/" + std::to_string(i), part, {.label = label})};
        const bool on{i == chosen};
        c.text(part.inset(4.0F, 0.0F), on ? Type::strong : Type::body, on ? p.primary : p.ink_soft, label,
               Align::centre);
        if (touch.focused) focus_ring(c, part.inset(4.0F), radius_s);
        if (touch.tapped) tapped = i;
    }
    return tapped;
}

int stepper(Ui& ui, std::string_view id, const Rect& box, std::string_view value, bool can_lower)
{
    Canvas& c{ui.canvas};
    const Palette& p{c.colour()};
    c.fill(box, p.sunken, radius_m);
    const Rect less{box.x, box.y, box.h, box.h};
    const Rect more{box.right() - box.h, box.y, box.h, box.h};
    const Touch down{
        touch_area(ui, std::string{id} + "/less", less, {.enabled = can_lower, .reach = 2.0F, .label = "−"})};
    const Touch up{touch_area(ui, std::string{id} + "/more", more, {.reach = 2.0F, .label = "+"})};
    for (const auto& [part, touch] : {std::pair{less, down}, std::pair{more, up}}) {
        const Rect face{part.inset(3.0F)};
        c.fill(face, mixed(p.raised, p.line, touch.down), radius_s + 1.0F);
        if (touch.focused) focus_ring(c, face, radius_s);
    }
    c.icon(less.middle(), icon::remove, can_lower ? p.ink : p.ink_faint);
    c.icon(more.middle(), icon::add, p.ink);
    c.text({less.right(), box.y, more.x - less.right(), box.h}, Type::strong, p.ink, value, Align::centre);
    return up.tapped ? 1 : down.tapped ? -1 : 0;
}

} // namespace guitai::ui
