#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/shift_screen.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

constexpr std::int64_t count_max{9'999};
constexpr float coin_radius{23.0F}; // "¥0.5" stands inside.
constexpr std::array<std::string_view, 5> variance_reasons{"variance.wrong_change", "variance.coins",
                                                           "variance.petty", "variance.unknown", "variance.other"};

// Notes in the colours of the notes themselves, coins round: the hand knows them before the eye has read.
struct NoteLook {
    unsigned hex;
    bool coin;
};
constexpr std::array<NoteLook, denominations_fen.size()> note_looks{{{0xB5463A, false},
                                                                     {0x3F7D52, false},
                                                                     {0xA8693A, false},
                                                                     {0x3C66A6, false},
                                                                     {0x6F4C8C, false},
                                                                     {0x6A7A5A, false},
                                                                     {0x8A8377, true},
                                                                     {0x8A8377, true}}};

std::string note_words(const Scene& scene, std::size_t row)
{
    const std::int64_t fen{denominations_fen[row]};
    if (fen >= 100) return money_short(Money::from_minor(fen));
    return scene.ui.word("close.jiao", fen / 10);
}

void draw_note(Scene& scene, const Rect& box, std::size_t row)
{
    Canvas& c{scene.canvas()};
    const ImU32 hue{rgb(note_looks[row].hex)};
    const ImU32 paper{mixed(scene.colour().surface, hue, 0.18F)};
    if (note_looks[row].coin) {
        c.list()->AddCircleFilled(box.middle(), coin_radius, paper, 40);
        c.list()->AddCircle(box.middle(), coin_radius, mixed(hue, scene.colour().outline, 0.4F), 40, 1.5F);
        c.text(box, Type::caption, scene.colour().ink, note_words(scene, row), Align::centre);
        return;
    }
    const Rect note{box.centred(72.0F, 36.0F)};
    c.fill(note, paper, 5.0F);
    c.stroke(note, mixed(hue, scene.colour().outline, 0.2F), 5.0F, 1.5F);
    c.text(note, Type::strong, scene.colour().ink, note_words(scene, row), Align::centre);
}

void draw_row(Scene& scene, ShiftMemory& memory, const Rect& box, std::size_t row)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const bool chosen{memory.row == row};
    const std::string id{"close.row/" + std::to_string(denominations_fen[row])};
    const Rect amount_side{box.x + 330.0F, box.y, box.w - 330.0F, box.h};
    const Touch touch{touch_area(scene.ui, id, amount_side, {.label = note_words(scene, row)})};
    if (chosen)
        c.fill(box.inset(-8.0F, 2.0F), p.primary_soft, radius_m);
    else
        c.rule(box.x, box.right(), box.bottom() - 0.5F, p.line);
    draw_note(scene, {box.x, box.y, 72.0F, box.h}, row);
    const Rect count{box.x + 104.0F, box.mid_y() - 24.0F, 196.0F, 48.0F};
    const int step{stepper(scene.ui, id + "/count", count, std::to_string(memory.counts[row]), memory.counts[row] > 0)};
    if (step != 0) memory.counts[row] = std::clamp<std::int64_t>(memory.counts[row] + step, 0, count_max);
    if (touch.tapped || step != 0) {
        memory.row = row;
        memory.fresh_row = true;
    }
    const std::string sum{money_text(Money::from_minor(denominations_fen[row]) * memory.counts[row])};
    c.text(amount_side, Type::strong, memory.counts[row] == 0 ? p.ink_faint : p.ink, sum, Align::right);
    if (touch.focused) focus_ring(c, amount_side.inset(2.0F, 8.0F), radius_s);
}

void take_key(ShiftMemory& memory, char key)
{
    std::int64_t& count{memory.counts[memory.row]};
    if (key == 'n') {
        memory.row = (memory.row + 1) % memory.counts.size();
        memory.fresh_row = true;
        return;
    }
    if (key == '<') {
        count /= 10;
    } else if (key >= '0' && key <= '9') {
        const std::int64_t digit{key - '0'};
        count = memory.fresh_row ? digit : std::min(count * 10 + digit, count_max);
    }
    memory.fresh_row = false;
}

void take_arrows(Scene& scene, ShiftMemory& memory)
{
    if (!scene.ui.reachable() || scene.ui.focus.visible()) return;
    if (scene.ui.keys.take_character('+') || scene.ui.keys.take_character('\t')) take_key(memory, 'n');
}

void draw_count_side(Scene& scene, ShiftMemory& memory, const Rect& card)
{
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    c.card(card);
    Rect in{card.inset(page_margin, gap_m)};
    c.text(in.cut_top(28.0F), Type::body, scene.colour().ink_soft, ui.word("close.counted_total"));
    c.text(in.cut_top(52.0F, gap_s), Type::total, scene.colour().ink, money_text(counted_cash(memory)));
    const Rect box{in.cut_top(52.0F, 10.0F)};
    c.fill(box, scene.colour().sunken, radius_m);
    const std::string count{std::to_string(memory.counts[memory.row])};
    const Rect inner{box.inset(gap_m, 0.0F)};
    c.text(inner, Type::body, scene.colour().ink_soft, ui.word("close.times", note_words(scene, memory.row)));
    c.text(inner, Type::headline, scene.colour().ink, count, Align::right);
    const Rect go{in.cut_bottom(72.0F, gap_tile)};
    if (const char key{number_pad(ui, "close.pad", in, {.corner = PadCorner::next})}; key != 0) take_key(memory, key);
    if (button(ui, "close.counted", go,
               {.kind = Kind::main, .icon = icon::check, .label = ui.word("close.done_counting"),
                .type = Type::title})) {
        scene.push(CountCash{counted_cash(memory), counted_denominations(memory)});
        memory.closing = false;
        memory.step = ShiftStep::variance;
    }
}

void close_shift(Scene& scene, ShiftMemory& memory)
{
    const std::string reason{
        memory.reason < 0 ? std::string{}
                          : std::string{scene.ui.word(variance_reasons[static_cast<std::size_t>(memory.reason)])}};
    memory.pending_at_close = scene.view.sync.pending;
    memory.closing = true;
    scene.push(CloseShift{counted_cash(memory), counted_denominations(memory), reason});
}

void draw_comparison(Scene& scene, Rect box)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const CloseView& close{scene.view.close};
    c.card(box);
    Rect in{box.inset(gap_l)};
    const auto row = [&](std::string_view key, Money amount) {
        Rect line{in.cut_top(48.0F)};
        const std::string text{money_text(amount)};
        c.text(line.cut_right(c.width(Type::headline, text) + 2.0F, gap_s), Type::headline, p.ink, text, Align::right);
        c.text(line, Type::body, p.ink_soft, scene.ui.word(key));
    };
    row("close.expected", close.expected_cash);
    row("close.counted", close.counted_cash);
    in.cut_top(gap_s);
    c.rule(in.x, in.right(), in.y, p.line);
    in.cut_top(gap_m);
    const bool fine{close.variance.is_zero()};
    const ImU32 ink{fine ? p.primary : p.danger};
    c.text(in.cut_top(30.0F), Type::body, p.ink_soft, scene.ui.word("close.variance"));
    Rect figure{in.cut_top(76.0F)};
    if (fine) c.icon({figure.x + 22.0F, figure.mid_y()}, icon::check_circle, ink, 40.0F);
    if (fine) figure.cut_left(60.0F);
    c.text(figure, Type::hero, ink, money_text(close.variance));
    const Money size{close.variance.is_negative() ? -close.variance : close.variance};
    const std::string line{fine ? std::string{scene.ui.word("close.none")}
                                : scene.ui.word(close.variance.is_negative() ? "close.short" : "close.over",
                                                money_text(size))};
    c.text(in.cut_top(30.0F, gap_s), Type::title, ink, line);
    if (size > close.variance_limit)
        c.paragraph(in.cut_top(48.0F), Type::body, p.ink_soft,
                    scene.ui.word("close.limit", money_text(close.variance_limit)), 2);
}

} // namespace

void draw_count(Scene& scene, ShiftMemory& memory, Rect page)
{
    take_arrows(scene, memory);
    const float wide{measures_of(scene.ui.page).narrow ? 344.0F : 380.0F};
    draw_steps(scene, page.cut_top(40.0F, 14.0F), 0);
    draw_banner(scene, page);
    const Rect side{page.cut_near(scene.ui.hand, wide, page_margin)};
    Canvas& c{scene.canvas()};
    c.card(page);
    Rect in{page.inset(page_margin, gap_m)};
    Rect top{in.cut_top(26.0F, gap_s)};
    c.text(top, Type::caption, scene.colour().ink_soft, scene.ui.word("close.blind"));
    const float tall{std::min(in.h / static_cast<float>(memory.counts.size()), 74.0F)};
    for (std::size_t row{0}; row < memory.counts.size(); ++row) draw_row(scene, memory, in.cut_top(tall), row);
    draw_count_side(scene, memory, side);
}

void draw_variance(Scene& scene, ShiftMemory& memory, Rect page)
{
    Ui& ui{scene.ui};
    draw_steps(scene, page.cut_top(40.0F, 14.0F), 1);
    draw_banner(scene, page);
    Rect foot{page.cut_bottom(72.0F, gap_m)};
    const bool exact{scene.view.close.variance.is_zero()};
    // Nothing to explain and nothing to agree to: the report is next, and nobody is asked to say so.
    if (exact && !memory.closing && scene.view.close.counted_cash == counted_cash(memory)) close_shift(scene, memory);
    const Rect go{foot.cut_near(ui.hand, 320.0F, gap_m)};
    const Rect again{foot.cut_near(ui.hand, 220.0F, gap_m)};
    const Rect left{page.cut_left(std::min(page.w * 0.52F, 560.0F), gap_m)};
    draw_comparison(scene, left);
    Canvas& c{scene.canvas()};
    c.card(page);
    Rect in{page.inset(gap_l)};
    if (exact) {
        empty_state(c, in, icon::task_alt, ui.word("close.exact_title"), ui.word("close.exact_line"));
    } else {
        c.text(in.cut_top(32.0F, gap_s), Type::strong, scene.colour().ink, ui.word("close.reason"));
        for (int i{0}; i < static_cast<int>(variance_reasons.size()); ++i) {
            const std::string_view word{ui.word(variance_reasons[static_cast<std::size_t>(i)])};
            const Kind kind{memory.reason == i ? Kind::tinted : Kind::plain};
            if (button(ui, "close.reason/" + std::to_string(i), in.cut_top(56.0F, 10.0F),
                       {.kind = kind, .label = word}))
                memory.reason = i;
        }
    }
    if (button(ui, "close.again", again,
               {.icon = icon::undo, .label = ui.word("close.again"), .shortcut = Key::escape}))
        memory.step = ShiftStep::count;
    const bool ready{exact || memory.reason >= 0};
    if (button(ui, "close.shift", go,
               {.kind = Kind::main, .icon = icon::check,
                .label = ui.word(ready ? "close.go" : "close.reason"), .enabled = ready, .type = Type::title}))
        close_shift(scene, memory);
}

} // namespace guitai::ui
