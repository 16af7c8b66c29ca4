#include "terminal/ui/screens/open_shift_screen.hpp"

#include "terminal/ui/screens/frame.hpp"

#include <array>

namespace guitai::ui {
namespace {

constexpr std::array<std::int64_t, 4> usual_yuan{300, 500, 800, 1000};
constexpr std::size_t amount_length_max{9};

void draw_invitation(Scene& scene, Rect box)
{
    Canvas& c{scene.canvas()};
    empty_state(c, box.cut_top(box.h * 0.62F), icon::savings, scene.ui.word("open.title"), scene.ui.word("open.line"));
    const std::string who{scene.view.session.staff ? scene.view.session.staff->name.text : std::string{}};
    const Rect card{Rect{box.x, box.y, box.w, 96.0F}.centred(std::min(box.w, 420.0F), 96.0F)};
    c.card(card);
    Rect in{card.inset(gap_m)};
    figure_row(c, in.cut_top(32.0F), scene.ui.word("open.who"), who, scene.colour().ink);
    figure_row(c, in.cut_top(32.0F), scene.ui.word("open.day"), day_words(scene, scene.view.now_ms),
               scene.colour().ink);
}

} // namespace

void type_amount(std::string& amount, char key)
{
    const std::size_t point{amount.find('.')};
    if (key == '<') {
        if (!amount.empty()) amount.pop_back();
        return;
    }
    if (key == '.') {
        if (point == std::string::npos) amount += amount.empty() ? "0." : ".";
        return;
    }
    const std::string_view digits{key == 'd' ? std::string_view{"00"} : std::string_view{&key, 1}};
    for (const char digit : digits) {
        if (digit < '0' || digit > '9' || amount.size() >= amount_length_max) return;
        if (point != std::string::npos && amount.size() - point > 2) return;
        if (amount == "0") amount.clear();
        amount += digit;
    }
}

Money typed_amount(std::string_view amount)
{
    if (amount.ends_with('.')) amount.remove_suffix(1);
    return parse_money(amount).value_or(Money{});
}

void draw_amount_box(Scene& scene, const Rect& box, std::string_view name, std::string_view amount, bool typed)
{
    Canvas& c{scene.canvas()};
    c.fill(box, scene.colour().sunken, radius_m);
    Rect in{box.inset(gap_m, 0.0F)};
    // Neither the amount nor its name is ever cut: a long amount takes the next smaller figures.
    const bool both_fit{c.width(Type::total, amount) + c.width(Type::body, name) + gap_m <= in.w};
    const Type figure{both_fit ? Type::total : Type::headline};
    const Rect right{in.cut_right(c.width(figure, amount) + 2.0F, gap_s)};
    c.text(right, figure, typed ? scene.colour().ink : scene.colour().ink_faint, amount, Align::right);
    c.text(in, Type::body, scene.colour().ink_soft, name);
}

void draw_open_shift(Scene& scene, OpenShiftMemory& memory, Rect page)
{
    const Measures measures{measures_of(scene.ui.page)};
    Canvas& c{scene.canvas()};
    Rect side{page.cut_near(scene.ui.hand, measures.ticket)};
    c.fill(side, scene.colour().surface, 0.0F);
    page = page.inset(page_margin, 0.0F);
    if (draw_head(scene, page, scene.ui.word("open.head"))) { /* The lamp has nothing to open before the shift. */
    }
    draw_banner(scene, page);
    draw_first_sync(scene, page);
    draw_invitation(scene, page);

    side = side.inset(page_margin, page_margin);
    const Money amount{typed_amount(memory.digits)};
    const Rect go{side.cut_bottom(72.0F, gap_m)};
    draw_amount_box(scene, side.cut_top(76.0F, gap_tile), scene.ui.word("open.float"), money_short(amount),
                    !memory.digits.empty());
    const Rect quick{side.cut_top(56.0F, gap_m)};
    for (int i{0}; i < 4; ++i) {
        const std::int64_t yuan{usual_yuan[static_cast<std::size_t>(i)]};
        const std::string word{money_short(Money::from_minor(yuan * 100))};
        const bool on{amount.minor() == yuan * 100};
        if (button(scene.ui, "open.quick/" + std::to_string(yuan), quick.cell(i, 4, 0, 1, gap_s),
                   {.kind = on ? Kind::tinted : Kind::plain, .label = word}))
            memory.digits = std::to_string(yuan);
    }
    const Rect pad{side.x, side.y, side.w, std::min(side.h, 460.0F)};
    if (const char key{number_pad(scene.ui, "open.pad", pad, {.corner = PadCorner::double_zero})}; key != 0)
        type_amount(memory.digits, key);
    const std::string label{scene.ui.word("open.go", money_short(amount))};
    if (button(scene.ui, "open.go", go,
               {.kind = Kind::main, .icon = icon::check, .label = label, .enabled = !memory.digits.empty(),
                .type = Type::title})) {
        scene.push(OpenShift{amount});
        memory = {};
    }
}

} // namespace guitai::ui
