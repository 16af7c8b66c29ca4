#include "terminal/ui/widgets/grid_cell.hpp"

#include "terminal/ui/widgets/notes.hpp"

#include <string>
#include <tuple>

namespace guitai::ui {
namespace {

constexpr float narrow{108.0F};

void hatch(const Rect& box, ImU32 colour)
{
    const Clip clip{box};
    ImDrawList* list{ImGui::GetWindowDrawList()};
    for (float x{box.x - box.h}; x < box.right(); x += 10.0F)
        list->AddLine({x, box.bottom()}, {x + box.h, box.y}, colour, 1.0F);
}

// Too narrow for one row below: the far figures stand one above the other on the right.
void draw_narrow(Canvas& c, Rect in, const CellLook& view, ImU32 figure, ImU32 far_ink)
{
    Rect stack{in.cut_right(42.0F)};
    const Rect top{stack.cut_top(stack.h / 2.0F)};
    for (const auto& [row, picture, count] :
         {std::tuple{top, icon::storefront, view.shops}, std::tuple{stack, icon::warehouse, view.warehouse}}) {
        c.icon({row.x + 8.0F, row.mid_y()}, picture, far_ink, 18.0F);
        c.text(row, Type::caption, far_ink, std::to_string(count), Align::right);
    }
    std::string note;
    if (view.wanted > 0)
        note = "+" + std::to_string(view.wanted);
    else if (view.here == 1)
        note = view.last_word;
    c.text({in.x + 2.0F, in.y, in.w, note.empty() ? in.h : in.h * 0.6F}, Type::figure, figure,
           std::to_string(view.here));
    c.text({in.x, in.y + in.h * 0.6F, in.w + 2.0F, in.h * 0.4F}, Type::caption,
           view.wanted > 0 ? c.colour().primary : c.colour().save, note);
}

void draw_wide(Canvas& c, Rect in, const CellLook& view, ImU32 figure, ImU32 far_ink)
{
    const Rect foot{in.cut_bottom(22.0F)};
    c.text(in, Type::figure, figure, std::to_string(view.here));
    if (view.wanted > 0) {
        const std::string count{std::to_string(view.wanted)};
        tag(c, {in.right() - tag_width(c, icon::check, count), in.mid_y()}, Tone::primary, icon::check, count, 24.0F);
    } else if (view.here == 1 && !view.last_word.empty()) {
        tag(c, {in.right() - tag_width(c, nullptr, view.last_word), in.mid_y()}, Tone::save, nullptr, view.last_word,
            24.0F);
    }
    const float half{foot.w / 2.0F};
    c.icon({foot.x + 7.0F, foot.mid_y()}, icon::storefront, far_ink, 18.0F);
    c.text({foot.x + 21.0F, foot.y, half, foot.h}, Type::caption, far_ink, std::to_string(view.shops));
    c.icon({foot.x + half + 9.0F, foot.mid_y()}, icon::warehouse, far_ink, 18.0F);
    c.text({foot.x + half + 23.0F, foot.y, half, foot.h}, Type::caption, far_ink, std::to_string(view.warehouse));
}

} // namespace

bool grid_cell(Ui& ui, std::string_view id, const Rect& box, const CellLook& view)
{
    Canvas& c{ui.canvas};
    const Palette& p{c.colour()};
    if (!view.made) {
        c.fill(box, faded(p.sunken, 0.5F), radius_s);
        c.text(box, Type::caption, p.ink_faint, "—", Align::centre);
        return false;
    }
    const Touch touch{touch_area(ui, id, box, {.label = view.label})};
    const bool none_here{view.here == 0};
    const bool nowhere{none_here && view.shops == 0 && view.warehouse == 0};
    c.fill(box, mixed(view.chosen ? p.primary_soft : none_here ? p.sunken : p.surface, p.line, touch.down), radius_s);
    // An empty cell is hatched as well as paler, and still a button: it is where a rescued sale begins.
    if (none_here && !view.chosen) hatch(box, faded(p.outline, 0.16F));
    c.stroke(box, view.chosen ? p.primary : p.line, radius_s, view.chosen ? 3.0F : 1.0F);
    const ImU32 figure{none_here ? p.ink_faint : view.here == 1 ? p.save : p.ink};
    const ImU32 far_ink{nowhere || view.stale ? p.ink_faint : p.ink_soft};
    if (box.w < narrow)
        draw_narrow(c, box.inset(7.0F, 6.0F), view, figure, far_ink);
    else
        draw_wide(c, box.inset(10.0F, 6.0F), view, figure, far_ink);
    if (touch.focused) focus_ring(c, box, radius_s);
    return touch.tapped;
}

} // namespace guitai::ui
