#include "terminal/ui/widgets/number_pad.hpp"

#include <string>

namespace guitai::ui {
namespace {

// 1 on top, as on a phone and a card terminal, whose order the hands here know.
constexpr std::string_view keys_in_order{"123456789c0<"};

char corner_key(PadCorner corner)
{
    switch (corner) {
    case PadCorner::double_zero: return 'd';
    case PadCorner::decimal: return '.';
    case PadCorner::next: return 'n';
    case PadCorner::none: break;
    }
    return 0;
}

bool pad_key(Ui& ui, std::string_view id, const Rect& at, char key, const PadLook& look)
{
    Canvas& c{ui.canvas};
    const Palette& p{c.colour()};
    const std::string_view shown{key == 'd' ? std::string_view{"00"} : std::string_view{&key, 1}};
    const Touch touch{
        touch_area(ui, std::string{id} + "/" + key, at, {.enabled = look.enabled, .reach = 4.0F, .label = shown})};
    const Rect face{at.inset(touch.down * 1.5F)};
    if (look.enabled) {
        if (touch.down < 0.5F) c.shadow(face, radius_m, Elevation::card);
        c.fill(face, mixed(p.raised, p.primary_soft, touch.down), radius_m);
    }
    c.stroke(face, p.line, radius_m);
    if (key == '<' || key == 'n') {
        c.icon(face.middle(), key == '<' ? icon::backspace : icon::keyboard_return,
               look.enabled ? p.ink_soft : p.ink_faint);
    } else {
        c.text(face, Type::key, look.enabled ? p.ink : p.ink_faint, shown, Align::centre);
    }
    if (touch.focused) focus_ring(c, face, radius_m);
    return touch.tapped;
}

char key_of_hardware(Keys& keys, const PadLook& look)
{
    if (keys.take(Key::backspace)) return '<';
    for (char digit{'0'}; digit <= '9'; ++digit) {
        if (keys.take_character(digit)) return digit;
    }
    return look.corner == PadCorner::decimal && keys.take_character('.') ? '.' : '\0';
}

char typed_key(Ui& ui, const PadLook& look)
{
    if (!look.enabled || !look.takes_keys || !ui.reachable() || ui.typing) return 0;
    const char key{key_of_hardware(ui.keys, look)};
    // Whoever types figures means the main action with Enter, not what the ring stood on.
    if (key != 0) ui.focus.hide();
    return key;
}

} // namespace

char number_pad(Ui& ui, std::string_view id, const Rect& box, const PadLook& look)
{
    char tapped{typed_key(ui, look)};
    for (int i{0}; i < 12; ++i) {
        char key{keys_in_order[static_cast<std::size_t>(i)]};
        if (key == 'c') key = corner_key(look.corner);
        if (key == 0) continue;
        if (pad_key(ui, id, box.cell(i % 3, 3, i / 3, 4, gap_s), key, look)) tapped = key;
    }
    return tapped;
}

void pin_dots(Canvas& c, const Rect& box, int filled, int count, PinState state)
{
    const Palette& p{c.colour()};
    constexpr float pitch{36.0F};
    float x{box.mid_x() - pitch * static_cast<float>(count - 1) / 2.0F};
    for (int i{0}; i < count; ++i, x += pitch) {
        if (state == PinState::wrong) {
            c.icon({x, box.mid_y()}, icon::close, p.danger);
        } else if (i < filled) {
            c.list()->AddCircleFilled({x, box.mid_y()}, 9.0F, p.primary, 24);
        } else {
            c.list()->AddCircle({x, box.mid_y()}, 8.0F, p.outline, 24, 2.0F);
        }
    }
}

} // namespace guitai::ui
