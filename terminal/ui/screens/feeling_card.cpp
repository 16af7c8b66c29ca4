#include "terminal/ui/screens/feeling_card.hpp"

#include "terminal/ui/widgets/face.hpp"

#include <array>

namespace guitai::ui {
namespace {

constexpr std::array<Feeling, 3> feelings{Feeling::good, Feeling::fair, Feeling::bad};
constexpr float face_radius{44.0F};

struct FaceLook {
    Tone tone{Tone::primary};
    std::string_view word;
};

FaceLook look_of(Feeling feeling)
{
    switch (feeling) {
    case Feeling::good: return {Tone::primary, "feeling.good"};
    case Feeling::fair: return {Tone::gold, "feeling.fair"};
    case Feeling::bad: break;
    }
    return {Tone::save, "feeling.bad"};
}

} // namespace

std::optional<Feeling> draw_feeling_card(Ui& ui, Rect box, const SaleDone& done)
{
    Canvas& c{ui.canvas};
    c.card(box);
    Rect in{box.inset(gap_l, gap_m)};
    const bool given{done.feeling.has_value()};
    c.text(in.cut_top(32.0F, gap_s), Type::title, ui.colour().ink, ui.word(given ? "feeling.thanks" : "feeling.ask"),
           Align::centre);
    std::optional<Feeling> tapped;
    for (std::size_t at{0}; at < feelings.size(); ++at) {
        const Feeling feeling{feelings[at]};
        const auto [tone, key] = look_of(feeling);
        const Rect cell{in.cell(static_cast<int>(at), static_cast<int>(feelings.size()), 0, 1, gap_m)};
        const std::string id{"feeling." + std::string{word_of(feeling)}};
        const bool chosen{given && *done.feeling == feeling};
        float down{0.0F};
        if (!given) {
            const Touch touch{touch_area(ui, id, cell, {.label = ui.word(key)})};
            if (touch.tapped) tapped = feeling;
            down = touch.down;
        }
        const ToneColours colours{tone_colours(ui.colour(), tone)};
        const bool bright{chosen || !given};
        const ImU32 ink{bright ? colours.ink : ui.colour().ink_faint};
        draw_face(c, {cell.mid_x(), cell.y + face_radius + gap_xs}, face_radius * (1.0F - 0.05F * down), feeling, ink,
                  bright ? colours.soft : ui.colour().surface);
        Rect word{cell};
        word = word.cut_bottom(28.0F);
        c.text(word, chosen ? Type::strong : Type::body, bright ? ui.colour().ink : ui.colour().ink_faint,
               ui.word(key), Align::centre);
    }
    return tapped;
}

} // namespace guitai::ui
