#include "terminal/ui/widgets/list_row.hpp"

#include "terminal/ui/text_entry.hpp"
#include "terminal/ui/widgets/notes.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

// Returns what is left in the middle.
Rect draw_ends(Canvas& c, Rect in, const RowLook& view)
{
    const Palette& p{c.colour()};
    if (view.icon != nullptr) {
        const Rect round{in.cut_left(40.0F, 12.0F)};
        const ToneColours colours{tone_colours(p, view.tone)};
        c.list()->AddCircleFilled(round.middle(), 20.0F, colours.soft, 32);
        c.icon(round.middle(), view.icon, colours.ink);
    }
    if (view.opens) {
        const Rect arrow{in.cut_right(24.0F, 4.0F)};
        c.icon(arrow.middle(), icon::chevron_right, p.ink_faint);
    }
    const float wide{std::max(c.width(Type::strong, view.figure), c.width(Type::caption, view.figure_note))};
    if (wide <= 0.0F) return in;
    const Rect right{in.cut_right(wide + 1.0F, 12.0F)};
    const float lift{view.figure_note.empty() || view.figure.empty() ? 0.0F : 12.0F};
    c.text({right.x, right.y - lift, right.w, right.h}, Type::strong, p.ink, view.figure, Align::right);
    c.text({right.x, right.y + lift, right.w, right.h}, Type::caption, p.ink_faint, view.figure_note, Align::right);
    return in;
}

void draw_row(Ui& ui, const Rect& box, const RowLook& view, float down)
{
    Canvas& c{ui.canvas};
    const Palette& p{c.colour()};
    if (view.chosen) {
        c.fill(box, p.primary_soft, radius_m);
        c.stroke(box, p.primary, radius_m, 2.0F);
    } else {
        if (down > 0.0F) c.fill(box, faded(p.sunken, down), radius_s);
        if (view.ruled) c.rule(box.x + gap_m, box.right() - gap_m, box.bottom() - 1.0F, p.line);
    }
    const Rect middle{draw_ends(c, box.inset(gap_m, 0.0F), view)};
    const float lift{view.note.empty() ? 0.0F : 12.0F};
    Rect top{middle.x, middle.y - lift, middle.w, middle.h};
    if (!view.tag.empty()) {
        const float pill{tag_width(c, nullptr, view.tag)};
        const float name{std::min(c.width(Type::strong, view.title), top.w - pill - 8.0F)};
        tag(c, {top.x + name + 8.0F, top.mid_y()}, view.tag_tone, nullptr, view.tag, 22.0F);
        top.w = name + 1.0F;
    }
    c.text(top, Type::strong, p.ink, view.title);
    c.text({middle.x, middle.y + lift, middle.w, middle.h}, Type::caption, p.ink_soft, view.note);
}

} // namespace

bool list_row(Ui& ui, std::string_view id, const Rect& box, const RowLook& view)
{
    const Touch touch{touch_area(ui, id, box, {.label = view.title})};
    draw_row(ui, box, view, touch.down);
    if (touch.focused) focus_ring(ui.canvas, box.inset(4.0F), radius_s);
    return touch.tapped;
}

void plain_row(Ui& ui, const Rect& box, const RowLook& view)
{
    draw_row(ui, box, view, 0.0F);
}

void figure_row(Canvas& c, const Rect& box, std::string_view name, std::string_view amount, ImU32 colour, Type type)
{
    Rect rest{box};
    const Rect right{rest.cut_right(c.width(type, amount) + 1.0F, 12.0F)};
    c.text(right, type, colour, amount, Align::right);
    c.text(rest, type, colour, name);
}

void statistic(Canvas& c, const Rect& box, std::string_view name, std::string_view figure, ImU32 colour, Type type)
{
    Rect rest{box};
    c.text(rest.cut_top(24.0F), Type::caption, c.colour().ink_faint, name);
    c.text(rest, type, colour, figure);
}

void avatar(Canvas& c, ImVec2 middle, float radius, std::string_view name, Tone tone, Disc disc)
{
    const ToneColours colours{tone_colours(c.colour(), tone)};
    c.list()->AddCircleFilled(middle, radius, disc == Disc::soft ? colours.soft : c.colour().surface, 40);
    // A Chinese given name ends the name; a Latin one begins it.
    std::string_view letter{name.substr(0, character_bytes(name))};
    const bool latin{letter.size() == 1};
    for (std::string_view rest{name}; !latin && !rest.empty(); rest.remove_prefix(letter.size())) {
        const std::size_t length{character_bytes(rest)};
        if (length == 0) break;
        letter = rest.substr(0, length);
    }
    const Rect box{middle.x - radius, middle.y - radius, 2.0F * radius, 2.0F * radius};
    c.text(box, radius > 30.0F ? Type::title : Type::strong, colours.ink, letter, Align::centre);
}

} // namespace guitai::ui
