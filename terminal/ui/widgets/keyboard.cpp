#include "terminal/ui/widgets/keyboard.hpp"

#include "terminal/ui/widgets/buttons.hpp"

#include <array>
#include <cmath>

namespace guitai::ui {
namespace {

using Rows = std::array<std::string_view, 3>;

const Rows& rows_of(KeyLayout layout)
{
    static constexpr Rows letters{"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    static constexpr Rows capitals{"QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"};
    static constexpr Rows symbols{"1234567890", "-/:;()@&#", ".,?!'+_"};
    switch (layout) {
    case KeyLayout::capitals: return capitals;
    case KeyLayout::symbols: return symbols;
    case KeyLayout::letters: break;
    }
    return letters;
}

bool key_face(Ui& ui, const Rect& at, std::string_view id, std::string_view word, const char* picture, Kind kind)
{
    Canvas& c{ui.canvas};
    const Palette& p{c.colour()};
    const Touch touch{touch_area(ui, id, at, {.reach = 3.0F, .label = word})};
    const Rect face{at.inset(touch.down * 1.0F)};
    // The one green of a screen is its next step, never a key.
    ImU32 back{kind == Kind::tinted ? p.primary_soft : kind == Kind::quiet ? p.sunken : p.raised};
    back = mixed(back, kind == Kind::tinted ? p.line : p.primary_soft, touch.down);
    // An edge below, as on a real key, instead of 40 shadows.
    if (touch.down < 0.5F) c.fill({face.x, face.y + 2.0F, face.w, face.h}, mixed(p.line, p.outline, 0.5F), radius_s);
    c.fill(face, back, radius_s);
    if (kind == Kind::tinted) c.stroke(face, p.primary, radius_s, 2.0F);
    const ImU32 ink{kind == Kind::tinted ? p.primary : p.ink};
    if (picture != nullptr)
        c.icon(face.middle(), picture, ink);
    else
        c.text(face.inset(4.0F, 0.0F), word.size() == 1 ? Type::title : Type::strong, ink, word, Align::centre);
    if (touch.focused) focus_ring(c, face, radius_s);
    return touch.tapped;
}

void candidate_bar(Ui& ui, Rect bar, const KeyboardLook& view, KeyboardTap& tap)
{
    Canvas& c{ui.canvas};
    const Palette& p{c.colour()};
    c.fill(bar, p.surface, radius_m);
    bar = bar.inset(16.0F, 0.0F);
    if (!view.spelling.empty()) bar.cut_left(c.text(bar, Type::body, p.primary, view.spelling), 16.0F);
    const Rect arrow{bar.cut_right(touch_min)};
    for (std::size_t i{0}; i < view.candidates.size(); ++i) {
        const std::string& word{view.candidates[i]};
        const float wide{std::max(c.width(Type::title, word) + 28.0F, touch_min)};
        if (wide > bar.w) break;
        const Rect at{bar.cut_left(wide)};
        const Touch touch{touch_area(ui, "candidate/" + std::to_string(i), at, {.label = word})};
        // The first is what space takes: set apart by a box, not by colour alone.
        if (i == 0 || touch.down > 0.0F)
            c.fill(at.inset(2.0F, 7.0F), i == 0 ? p.primary_soft : faded(p.sunken, touch.down), radius_s);
        c.text(at, Type::title, i == 0 ? p.primary : p.ink, word, Align::centre);
        if (touch.focused) focus_ring(c, at.inset(4.0F, 8.0F), radius_s);
        if (touch.tapped) tap.candidate = static_cast<int>(i);
        ++tap.candidates_shown;
    }
    if (view.candidates.empty()) return;
    const Touch more{touch_area(ui, "key/more", arrow, {.label = "more"})};
    c.icon(arrow.middle(), icon::expand_more, p.ink_soft);
    if (more.focused) focus_ring(c, arrow.inset(4.0F), radius_s);
    if (more.tapped) tap.key = KeyboardKey::more;
}

void letter_rows(Ui& ui, Rect& in, float height, const KeyboardLook& view, KeyboardTap& tap)
{
    const float width{(in.w - gap_s * 9.0F) / 10.0F};
    const Rows& rows{rows_of(view.layout)};
    for (std::size_t row{0}; row < rows.size(); ++row) {
        const Rect line{in.cut_top(height, gap_s)};
        const float indent{row == 0 ? 0.0F : row == 1 ? 0.5F : 1.5F};
        float x{line.x + (width + gap_s) * indent};
        for (const char& key : rows[row]) {
            const Rect at{std::round(x), line.y, std::floor(width), height};
            if (key_face(ui, at, std::string{"key/"} + key, {&key, 1}, nullptr, Kind::plain)) {
                tap.key = KeyboardKey::character;
                tap.character = key;
            }
            x += width + gap_s;
        }
        if (row != 2) continue;
        const Rect shift{line.x, line.y, width * 1.5F + 4.0F, height};
        const bool letters{view.layout != KeyLayout::symbols};
        const Kind kind{view.layout == KeyLayout::capitals ? Kind::tinted : Kind::quiet};
        if (letters && key_face(ui, shift, "key/shift", "⇧", icon::keyboard_capslock, kind))
            tap.key = KeyboardKey::shift;
        if (key_face(ui, {x, line.y, line.right() - x, height}, "key/backspace", "⌫", icon::backspace, Kind::quiet))
            tap.key = KeyboardKey::backspace;
    }
}

} // namespace

KeyboardTap keyboard(Ui& ui, const Rect& box, const KeyboardLook& view)
{
    Canvas& c{ui.canvas};
    const Palette& p{c.colour()};
    KeyboardTap tap;
    c.shadow(box, 0.0F, Elevation::floating);
    c.fill(box, mixed(p.sunken, p.line, 0.6F), 0.0F);
    Rect in{box.inset(12.0F, 8.0F)};
    candidate_bar(ui, in.cut_top(52.0F, gap_s), view, tap);
    const float height{std::floor((in.h - 3.0F * gap_s) / 4.0F)};
    const float width{(in.w - gap_s * 9.0F) / 10.0F};
    letter_rows(ui, in, height, view, tap);

    Rect last{in.cut_top(height)};
    const Rect symbols{last.cut_left(width * 1.5F + 4.0F, gap_s)};
    const Rect language{last.cut_left(width * 1.5F + 4.0F, gap_s)};
    const Rect done{last.cut_right(width * 2.0F + gap_s, gap_s)};
    if (key_face(ui, symbols, "key/symbols", view.symbols_word, nullptr, Kind::quiet)) tap.key = KeyboardKey::symbols;
    if (key_face(ui, language, "key/language", view.language_word, nullptr, Kind::quiet))
        tap.key = KeyboardKey::language;
    if (key_face(ui, done, "key/done", view.done_word, nullptr, Kind::tinted)) tap.key = KeyboardKey::done;
    if (key_face(ui, last, "key/space", view.space_word, nullptr, Kind::plain)) tap.key = KeyboardKey::space;
    return tap;
}

} // namespace guitai::ui
