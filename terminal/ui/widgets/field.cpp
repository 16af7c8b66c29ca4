#include "terminal/ui/widgets/field.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

// The end of a text that is too long: where the caret is, is where one reads.
std::string_view end_that_fits(const Canvas& c, std::string_view text, float room)
{
    while (!text.empty() && c.width(Type::body, text) > room) {
        text.remove_prefix(std::max<std::size_t>(character_bytes(text), 1));
    }
    return text;
}

} // namespace

bool field(Ui& ui, std::string_view id, const Rect& box, std::string_view text, const FieldLook& look)
{
    Canvas& c{ui.canvas};
    const Palette& p{c.colour()};
    const Touch touch{touch_area(ui, id, box, {.label = text.empty() ? look.hint : text})};
    c.fill(box, p.surface, radius_m);
    const ImU32 edge{look.wrong ? p.danger : look.active ? p.primary : p.outline};
    c.stroke(box, edge, radius_m, look.active || look.wrong ? 2.0F : 1.0F);
    Rect in{box.inset(16.0F, 0.0F)};
    if (look.icon != nullptr) {
        c.icon({in.x + 12.0F, in.mid_y()}, look.icon, p.ink_faint);
        in.cut_left(34.0F);
    }
    if (look.trailing != nullptr) {
        c.icon({in.right() - 12.0F, in.mid_y()}, look.trailing, p.primary);
        in.cut_right(34.0F);
    }
    float wide{0.0F};
    if (look.active) {
        const float spelled{c.width(Type::body, look.spelling)};
        wide = c.text(in, Type::body, p.ink, end_that_fits(c, text, in.w - spelled - 12.0F));
        if (spelled > 0.0F) wide += 6.0F + c.text({in.x + wide + 6.0F, in.y, in.w, in.h}, Type::body, p.primary,
                                                  look.spelling);
    } else {
        c.text(in, Type::body, p.ink, text);
    }
    // The caret stands before the hint, not in it.
    if (text.empty() && look.spelling.empty())
        c.text({in.x + (look.active ? 9.0F : 0.0F), in.y, in.w, in.h}, Type::body, p.ink_faint, look.hint);
    // A steady caret: a blinking one would cost a frame every half second.
    if (look.active) c.fill({in.x + wide + 2.0F, in.mid_y() - 11.0F, 2.0F, 22.0F}, p.primary, 1.0F);
    if (touch.focused) focus_ring(c, box, radius_m);
    return touch.tapped;
}

EntryResult entry_field(Ui& ui, std::string_view id, const Rect& box, TextEntry& entry, const FieldLook& look)
{
    EntryResult result;
    if (look.active && ui.reachable()) {
        ui.typing_drawn = true;
        result.changed = entry.take(ui.keys);
        if (result.changed) ui.focus.hide(); // Enter goes on with what is written.
    }
    result.tapped = field(ui, id, box, entry.text(), look);
    return result;
}

bool picker(Ui& ui, std::string_view id, const Rect& box, std::string_view text, std::string_view hint, bool open)
{
    Canvas& c{ui.canvas};
    const Palette& p{c.colour()};
    const Touch touch{touch_area(ui, id, box, {.label = text.empty() ? hint : text})};
    c.fill(box, mixed(open ? p.primary_soft : p.surface, p.line, touch.down * 0.5F), radius_m);
    c.stroke(box, open ? p.primary : p.outline, radius_m, open ? 2.0F : 1.0F);
    Rect in{box.inset(14.0F, 0.0F)};
    const Rect arrow{in.cut_right(18.0F, 6.0F)};
    c.icon(arrow.middle(), icon::expand_more, open ? p.primary : p.ink_soft, 18.0F);
    const ImU32 ink{open ? p.primary : text.empty() ? p.ink_faint : p.ink};
    c.text(in, Type::body, ink, text.empty() ? hint : text);
    if (touch.focused) focus_ring(c, box, radius_m);
    return touch.tapped;
}

} // namespace guitai::ui
