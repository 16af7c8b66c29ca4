#include "terminal/ui/widgets/notes.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

constexpr float banner_icon_room{54.0F};
constexpr float banner_line{23.0F};
constexpr int most_banner_lines{3};

int banner_lines(const Canvas& c, std::string_view text, float room)
{
    return std::clamp(paragraph_lines(c, Type::body, text, room), 1, most_banner_lines);
}

float action_width(const Canvas& c, std::string_view action)
{
    return action.empty() ? 16.0F : c.width(Type::strong, action) + 40.0F;
}

} // namespace

float tag_width(const Canvas& c, const char* icon, std::string_view text)
{
    return c.width(Type::caption, text) + 16.0F + (icon == nullptr ? 0.0F : 20.0F);
}

float tag(Canvas& c, ImVec2 at, Tone tone, const char* icon, std::string_view text, float height)
{
    const ToneColours colours{tone_colours(c.colour(), tone)};
    const float icon_width{icon == nullptr ? 0.0F : 20.0F};
    const Rect box{at.x, at.y - height / 2.0F, tag_width(c, icon, text), height};
    c.fill(box, colours.soft, radius_s);
    if (icon != nullptr) c.icon({box.x + 16.0F, box.mid_y()}, icon, colours.ink, 18.0F);
    c.text({box.x + 8.0F + icon_width, box.y, box.w, height}, Type::caption, colours.ink, text);
    return box.w;
}

void progress(Canvas& c, const Rect& box, float part, Tone tone)
{
    c.fill(box, c.colour().sunken, box.h / 2.0F);
    const float wide{std::max(box.w * std::clamp(part, 0.0F, 1.0F), box.h)};
    if (part > 0.0F) c.fill({box.x, box.y, wide, box.h}, tone_colours(c.colour(), tone).ink, box.h / 2.0F);
}

float banner_height(const Canvas& c, float width, std::string_view text, std::string_view action)
{
    const float room{width - banner_icon_room - action_width(c, action)};
    const int lines{banner_lines(c, text, room)};
    return lines == 1 ? 56.0F : 26.0F + banner_line * static_cast<float>(lines);
}

bool banner(Ui& ui, std::string_view id, const Rect& box, Tone tone, const char* icon, std::string_view text,
            std::string_view action)
{
    Canvas& c{ui.canvas};
    const ToneColours colours{tone_colours(c.colour(), tone)};
    c.fill(box, colours.soft, radius_m);
    // The bar at the edge and the icon say the tone again to whoever sees no colour.
    c.list()->AddRectFilled(box.low(), {box.x + 5.0F, box.bottom()}, colours.ink, 5.0F, ImDrawFlags_RoundCornersLeft);
    c.icon({box.x + 30.0F, box.mid_y()}, icon, colours.ink);
    Rect rest{box};
    rest.cut_left(banner_icon_room);
    const Rect at{rest.cut_right(action_width(c, action))};
    bool tapped{false};
    if (!action.empty()) {
        const Touch touch{touch_area(ui, id, at, {.label = action})};
        tapped = touch.tapped;
        if (touch.down > 0.0F) c.fill(at.inset(4.0F), faded(colours.ink, 0.12F * touch.down), radius_s);
        c.text(at, Type::strong, colours.ink, action, Align::centre);
        if (touch.focused) focus_ring(c, at.inset(6.0F), radius_s);
    }
    const int lines{banner_lines(c, text, rest.w)};
    if (lines == 1 || box.h < 64.0F) {
        c.text(rest, Type::body, c.colour().ink, text);
    } else {
        const float high{banner_line * static_cast<float>(lines)};
        c.paragraph({rest.x, box.mid_y() - high / 2.0F, rest.w, high}, Type::body, c.colour().ink, text, lines);
    }
    return tapped;
}

bool toast(Ui& ui, std::string_view id, const Rect& box, const char* icon, std::string_view text,
           std::string_view action)
{
    Canvas& c{ui.canvas};
    const Palette& p{c.colour()};
    c.shadow(box, radius_m, Elevation::floating);
    c.fill(box, p.ink, radius_m); // The other way round from everything else: it is not part of the page.
    c.icon({box.x + 28.0F, box.mid_y()}, icon, p.surface);
    Rect rest{box};
    rest.cut_left(52.0F);
    bool tapped{false};
    if (!action.empty()) {
        const Rect at{rest.cut_right(c.width(Type::strong, action) + 40.0F, 8.0F)};
        const Touch touch{touch_area(ui, id, at, {.label = action})};
        tapped = touch.tapped;
        c.fill(at.inset(6.0F, 8.0F), mixed(p.ink, p.surface, 0.16F + 0.12F * touch.down), radius_s);
        c.text(at, Type::strong, p.surface, action, Align::centre);
        if (touch.focused) focus_ring(c, at.inset(8.0F, 10.0F), radius_s);
    }
    c.text(rest, Type::body, p.surface, text);
    return tapped;
}

void empty_state(Canvas& c, const Rect& box, const char* icon, std::string_view title, std::string_view line)
{
    const Palette& p{c.colour()};
    const ImVec2 middle{box.mid_x(), box.mid_y() - 44.0F};
    c.list()->AddCircleFilled(middle, 56.0F, p.sunken, 48);
    c.icon(middle, icon, p.ink_faint, 48.0F);
    c.text({box.x, middle.y + 68.0F, box.w, 32.0F}, Type::title, p.ink, title, Align::centre);
    const float room{std::min(box.w, 480.0F)};
    const Rect below{box.mid_x() - room / 2.0F, middle.y + 102.0F, room, 26.0F};
    if (c.width(Type::body, line) <= room) {
        c.text(below, Type::body, p.ink_soft, line, Align::centre);
    } else {
        c.paragraph(below, Type::body, p.ink_soft, line, 2);
    }
}

void bar_of_text(Canvas& c, const Rect& box, float part)
{
    c.fill({box.x, box.mid_y() - 7.0F, box.w * part, 14.0F}, c.colour().sunken, 7.0F);
}

void ToastState::show(const Ui& ui, const char* what, std::string said, std::string undo)
{
    icon = what;
    text = std::move(said);
    action = std::move(undo);
    until_ms = ui.now_ms + static_cast<std::int64_t>(toast_s * 1000.0F);
}

bool ToastState::visible(Ui& ui) const
{
    if (text.empty() || ui.now_ms >= until_ms) return false;
    ui.wake_after(until_ms - ui.now_ms);
    return true;
}

} // namespace guitai::ui
