#include "terminal/ui/widgets/sheet.hpp"

#include "terminal/ui/widgets/buttons.hpp"

#include <algorithm>

namespace guitai::ui {

Sheet::Sheet(Ui& ui, std::string_view id, ImVec2 size, SheetPlace place) : m_ui{ui}, m_id{id}
{
    ++ui.layer;
    ui.top_layer_drawn = std::max(ui.top_layer_drawn, ui.layer);
    Canvas& c{ui.canvas};
    const Rect& page{ui.page};
    m_box = page.centred(std::min(size.x, page.w - 2.0F * page_margin), std::min(size.y, page.h - 2.0F * page_margin));
    if (place == SheetPlace::bottom) m_box.y = page.bottom() - m_box.h - page_margin;
    ui.sheet = m_box;
    c.fill(page, c.colour().scrim, 0.0F);
    c.card(m_box, Elevation::sheet, radius_l);

    if (!ui.reachable()) return;
    const ImVec2 pressed{ImGui::GetIO().MouseClickedPos[0]};
    const bool beside{pressed.x < m_box.x || pressed.x > m_box.right() || pressed.y < m_box.y ||
                      pressed.y > m_box.bottom()};
    // Only a press that began over the scrim: the tap that opened the sheet must not close it.
    m_dismissed = ui.top_layer == ui.layer && ImGui::IsMouseClicked(0) && beside;
    m_dismissed = m_dismissed || ui.keys.take(Key::escape);
}

bool Sheet::head(Rect& inside, std::string_view title)
{
    Rect row{inside.cut_top(touch_min, gap_s)};
    const Rect cross{row.cut_right(touch_min, gap_s)};
    m_ui.canvas.text(row, Type::title, m_ui.colour().ink, title);
    const std::string id{m_id + "/close"};
    m_ui.focus.pass_by(id);
    return button(m_ui, id, cross, {.kind = Kind::quiet, .icon = icon::close});
}

} // namespace guitai::ui
